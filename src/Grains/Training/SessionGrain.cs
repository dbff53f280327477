using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.Passes;

namespace JmaActors.Training;

/// <summary>
/// One sitting of a program. Taps are decided in memory and pipelined to the journal; time is looked at every second, and each credit grows
/// at its exact instant; what closing and confirming leave to do is taken up again after a crash.
/// </summary>
[GrainType(SessionLedger.Name)]
public sealed partial class SessionGrain(LedgerServices services, SessionLedger ledger, IMemberDirectory directory, IPassSigner signer, JournalLimits limits)
    : LedgerGrain<SessionState, SessionEvent>(services, ledger), ISessionGrain
{
    readonly DoorLookup door = new(directory, signer, limits, services.Time);
    readonly GrowthQueue growth = new();
    readonly DeskBook desks = new();

    public async Task<Answer<TapResult>> Tap(TapCard command, CancellationToken ct)
    {
        if (DoorTap.CheckForm(command) is { } refusal) return await Durable(new Answer<TapResult>(null, refusal, Version, false));
        var key = TapKey.Of(command.Device, command.Nonce);
        // What is known already gets its first answer; nobody need be looked up for it.
        return await Take(State.Taps.Knows(key) ? new DoorTap(command, null, key) : await door.Find(command, key, ct), ct);
    }

    public async Task<IReadOnlyList<Answer<TapResult>>> TapBatch(Immutable<TapCard[]> commands, CancellationToken ct)
    {
        var taps = commands.Value;
        if (taps.Length > TrainingLimits.TapBatch) throw new ArgumentException($"A batch has at most {TrainingLimits.TapBatch} taps.", nameof(commands));
        var found = Array.ConvertAll(taps, t => DoorTap.CheckForm(t) is null ? door.Find(t, TapKey.Of(t.Device, t.Nonce), ct).AsTask() : Task.FromResult(default(DoorTap)));
        await Task.WhenAll(found);
        var answers = new Task<Answer<TapResult>>[taps.Length];
        foreach (var i in Enumerable.Range(0, taps.Length).OrderBy(i => taps[i].At)) answers[i] = Decided(taps[i], found[i].Result, ct);
        return await Task.WhenAll(answers);
    }

    public async Task<Answer<TapResult>> Undo(UndoTap command, CancellationToken ct)
    {
        var key = TapKey.Of(command.Device, command.Nonce);
        var answer = Commit(command, command.Caller, ledger.Decider.Undo, (state, _) => SessionAnswers.Tap(state, key), ct);
        if (State.Taps.Knows(key)) PlanFor(State.Taps[key].Member);
        return await answer;
    }

    public async Task<Answer<RollLine>> Decide(DecideAttendance command, CancellationToken ct)
    {
        var holder = await door.Person(command.Member.Number, ct);
        return await Commit(new RollCommand(command, holder), command.Caller, ledger.Roll.Decide, static (state, c) => SessionAnswers.LineOf(state, c.Command.Member.Number)!, ct);
    }

    public async Task<Answer<WebLogAnswer>> TakeWebLog(Immutable<WebAttendance[]> lines, Caller caller, CancellationToken ct)
    {
        if (lines.Value.Length > TrainingLimits.WebLogBatch) throw new ArgumentException($"At most {TrainingLimits.WebLogBatch} lines at once.", nameof(lines));
        var log = new WebLog(lines.Value, await door.People([.. lines.Value.Select(l => l.Member.Number).Distinct()], ct));
        var known = State.WebStays;
        var answer = await Commit(log, caller, ledger.Roll.WebLog, (state, l) => new WebLogAnswer(state.WebStays - known, l.Lines.Count - (state.WebStays - known), l.Holders.Count), ct);
        foreach (var line in lines.Value) PlanFor(line.Member.Number);
        return answer;
    }

    public async Task<Answer<SessionView>> Close(Caller caller, CancellationToken ct) => await Finished(await Commit(caller, caller, ledger.Decider.Close, Viewed, ct));

    public async Task<Answer<SessionView>> Confirm(Caller caller, CancellationToken ct)
    {
        // What closing left to do comes first: the roll is confirmed as it finally stands.
        await Finish();
        return await Finished(await Commit(caller, caller, ledger.Decider.Confirm, Viewed, ct));
    }

    public Task<SessionView?> Read(Caller caller, CancellationToken ct) => Durable(SessionAnswers.View(State, Version));

    public Task<IReadOnlyList<RollLine>> Roll(MemberId? after, Caller caller, CancellationToken ct) => Durable(SessionAnswers.Roll(State, after, TrainingLimits.RollPage));

    public Task<IReadOnlyList<TapLine>> Taps(bool refusedOnly, Caller caller, CancellationToken ct) =>
        Durable(SessionAnswers.Taps(State, refusedOnly, TrainingLimits.RollPage));

    public Task<DeskLine> ReportDesk(DeskReport report, CancellationToken ct) => Task.FromResult(desks.Report(report, Now));

    public Task<SessionFigures> Figures(CancellationToken ct) => Durable(SessionAnswers.Figures(State, Version) with { Desks = desks.Lines(Now) });

    public Task<IReadOnlyList<CurvePoint>> Curve(CancellationToken ct) => Durable(State.Curve.Points());

    Task<Answer<TapResult>> Decided(TapCard command, in DoorTap tap, CancellationToken ct) => DoorTap.CheckForm(command) is { } refusal
        ? Durable(new Answer<TapResult>(null, refusal, Version, false))
        : Take(tap, ct);

    Task<Answer<TapResult>> Take(in DoorTap tap, CancellationToken ct)
    {
        var answer = Commit(tap, tap.Card.Caller, ledger.Tap, SessionAnswers.Tap, ct);
        if (tap.Holder is { } holder) PlanFor(holder.MemberId);
        return answer;
    }

    void PlanFor(long member)
    {
        if (State.PlaceOf(member) is { } place) Plan(place);
    }

    void Plan(int place)
    {
        var attendee = State.People[place];
        growth.Plan(place, ledger.Assessor.NextChange(State, attendee, new DateTimeOffset(attendee.JudgedTicks, TimeSpan.Zero)));
    }

    async Task<Answer<SessionView>> Finished(Answer<SessionView> answer)
    {
        if (!answer.Accepted) return answer;
        try
        {
            await Finish().WaitAsync(SessionLimits.FinishWait, Services.Time);
        }
        catch (TimeoutException)
        {
            // A great hall takes longer; it goes on by itself, and figures and board show how far it is.
            return await Durable(answer);
        }
        return await Durable(answer with { Value = Viewed(State, answer), Version = Version });
    }

    SessionView Viewed<T>(SessionState state, T command) => SessionAnswers.View(state, Version)!;
}
