using JmaActors.Ledgers;

namespace JmaActors.WorkHours;

/// <summary>What a ledger of hours does when two records are found to be one physician's, and when that is undone.</summary>
sealed partial class WorkHoursGrain
{
    /// <summary>How long lending waits until the other record has heard of it; shorter than the response timeout of a grain call.</summary>
    static readonly TimeSpan HandOver = TimeSpan.FromSeconds(5);

    public async Task<Answer<long>> LendHours(string merge, MemberId to, Caller caller, CancellationToken ct)
    {
        var answer = await Commit((merge, to), caller, HoursLoans.Lend, (_, _) => Version, ct);
        if (answer.Accepted) await Services.Outbox.Drained(Ledger, LedgerNames.Name(WorkHoursLedger.Name, to.Number), HandOver, ct);
        return answer;
    }

    public Task<Answer<long>> GiveHoursBack(MemberId of, string merge, Caller caller, CancellationToken ct) => Commit((of, merge), caller, HoursLoans.GiveBack, (_, _) => Version, ct);

    public Task<Answer<long>> TakeHoursBack(string merge, Caller caller, CancellationToken ct) => Commit(merge, caller, HoursLoans.TakeBack, (_, _) => Version, ct);

    public Task<IReadOnlyList<MemberId>> Numbers(CancellationToken ct) => Durable<IReadOnlyList<MemberId>>([Me, .. State.Held?.Keys.Select(n => new MemberId(n)) ?? []]);

    /// <summary>Where the hours count instead of here; null when they count here. What is asked under the number of before is asked there.</summary>
    IWorkHoursGrain? Led => State.Away is { } away ? At(away.To) : null;

    /// <summary>Where a record is that is not this one's own, but shown under its number; null when it is here.</summary>
    IWorkHoursGrain? LedFor(string record) => record is not null && State.Find(record) is null ? Led : null;

    /// <summary>A record of another number of the physician's is changed where it is kept.</summary>
    IWorkHoursGrain At(long of) => GrainFactory.GetGrain<IWorkHoursGrain>(of);

    /// <summary>Whether what a clock-out ends runs under another number of the physician's, or ran there when it was sent before: nothing here runs that it could end.</summary>
    bool MayEndElsewhere(ClockOut command) => State.Held is { Count: > 0 } && command is { Key: { } key, Workplace.Code: { } place } && !State.Knows(key)
        && (State.Open(place) is not { } open || (command.At is { } at && WorkMinute.UpTo(at) < open.From));

    async Task<Answer<WorkEntry>> EndElsewhere(ClockOut command, CancellationToken ct)
    {
        foreach (var of in State.Held!.Keys.Order().ToList())
        {
            var answer = await At(of).ClockOut(command, ct);
            if (answer.Refusal?.Reason != WorkHoursDecider.NotWorking) return answer;
        }
        return await End(command, ct);
    }

    Task<Answer<WorkEntry>> End(ClockOut command, CancellationToken ct)
    {
        var answer = Clocked(Commit(command, command.Caller, ledger.Decider.ClockOut, static (s, c) => Entry(s, c.Key), ct));
        return State.Away is { } away ? Heard(answer, away.To, ct) : answer;
    }

    /// <summary>Answers once the record that holds the hours has heard of it: what is said there next is decided on it.</summary>
    async Task<Answer<WorkEntry>> Heard(Task<Answer<WorkEntry>> answer, long to, CancellationToken ct)
    {
        var given = await answer;
        if (given.Accepted) await Services.Outbox.Drained(Ledger, LedgerNames.Name(WorkHoursLedger.Name, to), HandOver, ct);
        return given;
    }
}
