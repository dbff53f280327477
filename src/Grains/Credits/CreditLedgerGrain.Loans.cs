using JmaActors.Ledgers;
using JmaActors.Merges;

namespace JmaActors.Credits;

/// <summary>What a ledger does when two records are found to be one person's, and when that is undone.</summary>
public sealed partial class CreditLedgerGrain : IMergingCreditsGrain
{
    /// <summary>How long lending waits until the other record has heard of it; shorter than the response timeout of a grain call.</summary>
    static readonly TimeSpan HandOver = TimeSpan.FromSeconds(5);

    public Task<Immutable<CreditEntry[]>> Own(CancellationToken ct) =>
        Durable(State.Entries.Select(e => e.Value.Entry(e.Key)).ToArray().AsImmutable());

    public async Task<LoanTrial> TryHold(MemberId of, Immutable<CreditEntry[]> entries, CancellationToken ct)
    {
        var licensedOn = (await Person(ct))?.Person.LicensedOn;
        return await Durable(LoanTrials.Of(State, of, entries.Value, Today, licensedOn, ledger.Book));
    }

    public async Task<Answer<long>> Lend(LendCredits command, CancellationToken ct)
    {
        var answer = await Commit(command, command.Caller, CreditLoans.Lend, (_, _) => Version, ct);
        if (answer.Accepted) await Services.Outbox.Drained(Ledger, LedgerNames.Credits(command.To), HandOver, ct);
        return answer;
    }

    public Task<Answer<long>> GiveBack(MemberId of, string merge, Caller caller, CancellationToken ct) =>
        Commit((of, merge), caller, CreditLoans.GiveBack, (_, _) => Version, ct);

    public Task<Answer<long>> TakeBack(string merge, Caller caller, CancellationToken ct) => Commit(merge, caller, CreditLoans.TakeBack, (_, _) => Version, ct);

    /// <summary>Where an entry shown here is kept, when it is another record's.</summary>
    (MemberId Of, string Key)? Elsewhere(string? key) => key is not null && State.OriginOf(key) is var (of, kept) ? (new MemberId(of), kept) : null;

    /// <summary>An entry of a record that was merged into this one is settled and corrected where it is kept, which answers when it has been told here.</summary>
    async Task<Answer<CreditEntry>> At<T>(MemberId of, T command, Func<ICreditLedgerGrain, T, Task<Answer<CreditEntry>>> ask)
    {
        var answer = await ask(GrainFactory.GetGrain<ICreditLedgerGrain>(of.Number), command);
        return answer.Value is { } entry ? answer with { Value = entry with { Of = of } } : answer;
    }

    /// <summary>What becomes of an entry lent to another record is answered when that one has heard of it: the page that asked shows what counts there.</summary>
    Task<Answer<CreditEntry>> Heard(Task<Answer<CreditEntry>> done, CancellationToken ct) => State.Away is null ? done : HeardBy(done, ct);

    async Task<Answer<CreditEntry>> HeardBy(Task<Answer<CreditEntry>> done, CancellationToken ct)
    {
        var answer = await done;
        if (answer.Accepted && State.Away is { } away) await Services.Outbox.Drained(Ledger, LedgerNames.Credits(new MemberId(away.To)), HandOver, ct);
        return answer;
    }
}
