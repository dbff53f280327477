using JmaActors.Credits;
using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.Time;
using JmaActors.Training;

namespace JmaActors.Tests.Grains.Training;

/// <summary>A seminar from 10:00 without its actor. Times are minutes after 10:00; the clock goes on as the actor's does.</summary>
sealed class Seminar
{
    public static readonly DateTimeOffset Ten = Tokyo.At(new DateOnly(2026, 11, 23), new TimeOnly(10, 0));

    public static readonly SessionId Id = new("P26-20261123-TEST.1");

    readonly SessionLedger ledger = new(Seeds.Book);
    readonly GrowthQueue growth = new();
    int nonces;

    public Seminar(bool wholeTalk, params Talk[] talks)
    {
        Stored = new StoredLedger<SessionState, SessionEvent>(ledger, Id.Code);
        Plan = new SessionPlan(Id, new AssociationId("26"), "Seminar", "Hall", wholeTalk, At(-60), At(300), talks);
        Receive(1);
    }

    public SessionPlan Plan { get; }

    public StoredLedger<SessionState, SessionEvent> Stored { get; }

    public SessionState State => Stored.State;

    public DateTimeOffset Now { get; private set; } = At(-60);

    public static DateTimeOffset At(double minutes) => Ten.AddMinutes(minutes);

    public static Talk Talk(int no, double start, double end, short code) => new(no, At(start), At(end), $"Talk {no}", "Speaker", new CurriculumCode(code));

    public Decision<SessionEvent> Receive(long version) => Stored.Receive(new Parcel(
        "program/P26-20261123-TEST", version, $"session/{Id}", SessionPlan.Parcel,
        System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Plan, ProgramJson.Default.SessionPlan)), Now);

    /// <summary>Time goes by: everybody due is judged at the instant due.</summary>
    public Seminar Until(double minute)
    {
        var to = At(minute);
        while (growth.Take(to, SessionLimits.GrowthBatch) is { Count: > 0 } due)
        {
            Stored.Do(ledger.Grow, due, to);
            foreach (var (place, ticks) in due) growth.Plan(place, ledger.Assessor.NextChange(State, State.People[place], new DateTimeOffset(ticks, TimeSpan.Zero)));
        }
        Now = to;
        return this;
    }

    public TapResult In(long member, double minute, string? nonce = null) => Tap(member, TapDirection.In, minute, nonce);

    public TapResult Out(long member, double minute, string? nonce = null) => Tap(member, TapDirection.Out, minute, nonce);

    /// <param name="member">0 for a card nobody holds.</param>
    public TapResult Tap(long member, TapDirection direction, double minute, string? nonce = null, bool revoked = false, double? now = null)
    {
        if (now is null && At(minute) > Now) Until(minute);
        var tap = Door(member, direction, minute, nonce ?? $"n{nonces++}", revoked);
        Decided = Stored.Do(ledger.Tap, tap, Now);
        Assert.Null(Decided.Refusal);
        if (State.PlaceOf(member) is { } place) growth.Plan(place, ledger.Assessor.NextChange(State, State.People[place], Now));
        return SessionAnswers.Tap(State, tap);
    }

    public Decision<SessionEvent> Decided { get; private set; }

    public Decision<SessionEvent> Close(double minute)
    {
        Until(minute);
        return Finish(Stored.Do(ledger.Decider.Close, Caller.System, Now));
    }

    public Decision<SessionEvent> Confirm(double minute)
    {
        Until(minute);
        return Finish(Stored.Do(ledger.Decider.Confirm, Caller.System, Now));
    }

    public SessionFigures Figures => SessionAnswers.Figures(State, Stored.Version);

    /// <summary>What the talks earn somebody, e.g. <c>1 pending 0.5</c>.</summary>
    public string Credits(long member) => string.Join(", ", SessionAnswers.Roll(State, new MemberId(member - 1), 1)[0].Talks
        .Select(t => $"{t.Talk} {t.State} {t.Units}{(t.Reason is null ? "" : " " + t.Reason)}"));

    /// <summary>Every assessment of a talk with its instant in minutes: <c>30 pending 0.5</c>.</summary>
    public IReadOnlyList<string> Story(long member, int talk) => [.. Stored.Events.OfType<CreditAssessed>().Where(e => e.Member == member && e.Talk == talk)
        .Select(e => FormattableString.Invariant($"{(e.At - Ten).TotalMinutes} {e.State.ToString().ToLowerInvariant()} {new Units(e.Tenths)}"))];

    public static DoorTap Door(long member, TapDirection direction, double minute, string nonce, bool revoked = false) => new(
        new TapCard(new CardNumber($"C{member:D8}"), direction, At(minute), "door-1", nonce, Caller.System),
        member == 0 ? null : new CardHolder(member, "26-007", revoked), TapKey.Of("door-1", nonce));

    Decision<SessionEvent> Finish(Decision<SessionEvent> decision)
    {
        if (decision.Refusal is null) Stored.Do(ledger.Finish, .., Now);
        return decision;
    }
}
