using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Live;
using JmaActors.Members;
using JmaActors.Passes;

namespace JmaActors.Training;

/// <summary>
/// One sitting of a program. Taps are decided in memory and pipelined to the journal; time is looked at every second, and each credit grows
/// at its exact instant; what closing and confirming leave to do is taken up again after a crash.
/// </summary>
[GrainType(SessionLedger.Name)]
public sealed partial class SessionGrain(
    LedgerServices services, SessionLedger ledger, IMemberDirectory directory, ITrainingIndex index, IPassSigner signer, JournalLimits limits)
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

    public async Task<IReadOnlyList<TapTried>> TryTaps(Immutable<TapCard[]> commands, Caller caller, CancellationToken ct)
    {
        var taps = commands.Value;
        if (taps.Length > TrainingLimits.TapBatch) throw new ArgumentException($"A batch has at most {TrainingLimits.TapBatch} taps.", nameof(commands));
        var found = await Task.WhenAll(taps.Select(t => DoorTap.CheckForm(t) is null ? door.Find(t, TapKey.Of(t.Device, t.Nonce), ct).AsTask() : Task.FromResult(new DoorTap(t, null, TapKey.Of(t.Device, t.Nonce)))));
        return await Durable<IReadOnlyList<TapTried>>(TapTrial.Of(State, ledger, found, new Deciding(Now, caller, Version)));
    }

    public async Task<Answer<TapResult>> Undo(UndoTap command, CancellationToken ct)
    {
        var key = TapKey.Of(command.Device, command.Nonce);
        var answer = Commit(command, command.Caller, ledger.Decider.Undo, (state, _) => SessionAnswers.Tap(state, key), ct);
        if (State.Taps.Knows(key)) PlanFor(State.Taps[key].Member);
        return await answer;
    }

    public async Task<Answer<SessionView>> Close(Caller caller, CancellationToken ct) => await Finished(await Commit(caller, caller, ledger.Decider.Close, Viewed, ct));

    public async Task<Answer<SessionView>> Confirm(Caller caller, CancellationToken ct)
    {
        // What closing left to do comes first: the roll is confirmed as it finally stands.
        await Finish();
        return await Finished(await Commit(caller, caller, ledger.Decider.Confirm, Viewed, ct));
    }

    public Task<SessionView?> Read(Caller caller, CancellationToken ct) => Durable(SessionAnswers.View(State, Version));

    public Task<DeskLine> ReportDesk(DeskReport report, CancellationToken ct)
    {
        var (line, shown) = desks.Report(report, Now);
        // A report is no commit, so the board is told here; a hint that is lost costs it until it next looks by itself.
        if (shown) this.GetStreamProvider(ChangeStreams.Provider).GetStream<ChangeHint>(StreamId.Create(ChangeStreams.Sessions, Key)).OnNextAsync(new ChangeHint(TouchedWhat.Session)).Ignore();
        return Task.FromResult(line);
    }

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
