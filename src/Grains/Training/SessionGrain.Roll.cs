using System.Text.Json;
using JmaActors.Enrolments;
using JmaActors.Ledgers;

namespace JmaActors.Training;

/// <summary>The roll of a session: read, decided on, and completed by what the video system says.</summary>
public sealed partial class SessionGrain
{
    readonly ElsewhereBook elsewhere = new(index, services.Time);

    public async Task<Answer<RollLine>> Decide(DecideAttendance command, CancellationToken ct)
    {
        var holder = await door.Person(command.Member.Number, ct);
        var answer = Commit(new RollCommand(command, holder), command.Caller, ledger.Roll.Decide, static (state, c) => SessionAnswers.LineOf(state, c.Command.Member.Number)!, ct);
        PlanFor(command.Member.Number);
        return await answer;
    }

    public async Task<Answer<WebLogAnswer>> TakeWebLog(Immutable<WebAttendance[]> lines, Caller caller, CancellationToken ct)
    {
        var log = await Known(lines.Value, ct);
        var taken = 0;
        var answer = await Commit(log, caller, Decided, (_, l) => new WebLogAnswer(taken, l.Lines.Count - taken, l.Holders.Count), ct);
        foreach (var line in lines.Value) PlanFor(line.Member.Number);
        return answer;

        Decision<SessionEvent> Decided(SessionState state, WebLog l, Deciding deciding)
        {
            var decision = ledger.Roll.WebLog(state, l, deciding);
            taken = WebLogTrial.Taken(decision);
            return decision;
        }
    }

    public async Task<Answer<WebLogAnswer>> TryWebLog(Immutable<WebAttendance[]> lines, Caller caller, CancellationToken ct)
    {
        var log = await Known(lines.Value, ct);
        var decision = ledger.Roll.WebLog(State, log, new Deciding(Now, caller, Version));
        return await Durable(new Answer<WebLogAnswer>(decision.Refusal is null ? WebLogTrial.Of(State, log, decision) : null, decision.Refusal, Version, decision.Repeat));
    }

    public Task<RollLine?> Line(MemberId member, Caller caller, CancellationToken ct) => Durable(SessionAnswers.LineOf(State, member.Number));

    /// <summary>Sign-up's word may have let somebody in whose taps waited.</summary>
    protected override void Received(Parcel parcel)
    {
        if (parcel.Type == EnrolmentWord.Parcel && JsonSerializer.Deserialize(parcel.Body, EnrolmentJson.Default.EnrolmentWord) is { } word) PlanFor(word.Member);
    }

    public async Task<RollPage> RollPage(RollQuery query, Caller caller, CancellationToken ct)
    {
        var others = await elsewhere.Of(Key, ct);
        return await Durable(RollAnswers.Page(State, query, others));
    }

    public async Task<RollSummary> RollSummary(Caller caller, CancellationToken ct)
    {
        var others = await elsewhere.Of(Key, ct);
        return await Durable(RollAnswers.Summary(State, Version, others));
    }

    public Task<IReadOnlyList<TapLine>> TapsOf(MemberId member, Caller caller, CancellationToken ct) =>
        Durable(RollAnswers.TapsOf(State, member.Number, TrainingLimits.RollPage));

    public Task<IReadOnlyList<TapLine>> Taps(bool refusedOnly, Caller caller, CancellationToken ct) =>
        Durable(SessionAnswers.Taps(State, refusedOnly, TrainingLimits.RollPage));

    async Task<WebLog> Known(WebAttendance[] lines, CancellationToken ct)
    {
        if (lines.Length > TrainingLimits.WebLogBatch) throw new ArgumentException($"At most {TrainingLimits.WebLogBatch} lines at once.", nameof(lines));
        return new WebLog(lines, await door.People([.. lines.Select(l => l.Member.Number).Distinct()], ct));
    }
}
