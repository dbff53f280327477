using JmaActors.Credits;
using JmaActors.Enrolments;
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

    public Seminar(bool wholeTalk, params Talk[] talks) : this(wholeTalk, AttendanceTerms.Plain, talks) { }

    public Seminar(bool wholeTalk, AttendanceTerms terms, params Talk[] talks) : this(wholeTalk, terms, ProgramDelivery.Both, talks) { }

    public Seminar(bool wholeTalk, AttendanceTerms terms, ProgramDelivery delivery, params Talk[] talks)
    {
        Stored = new StoredLedger<SessionState, SessionEvent>(ledger, Id.Code);
        Plan = new SessionPlan(Id, new AssociationId("26"), "Seminar", "Hall", wholeTalk, At(-60), At(300), talks, terms, delivery);
        Receive(1);
    }

    public SessionPlan Plan { get; }

    public StoredLedger<SessionState, SessionEvent> Stored { get; }

    public SessionState State => Stored.State;

    public DateTimeOffset Now { get; private set; } = At(-60);

    public static DateTimeOffset At(double minutes) => Ten.AddMinutes(minutes);

    public static Talk Talk(int no, double start, double end, short code, params Offer[] offers) =>
        new(no, At(start), At(end), $"Talk {no}", "Speaker", new CurriculumCode(code), Offers: offers);

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
    public TapResult Tap(long member, TapDirection direction, double minute, string? nonce = null, bool revoked = false, double? now = null, bool force = false, bool manual = false)
    {
        if (now is null && At(minute) > Now) Until(minute);
        return Tap(Door(member, direction, minute, nonce ?? $"n{nonces++}", revoked, force, manual));
    }

    public TapResult Tap(DoorTap tap)
    {
        var member = tap.Holder?.MemberId ?? 0;
        Decided = Stored.Do(ledger.Tap, tap, Now);
        Assert.Null(Decided.Refusal);
        if (State.PlaceOf(member) is { } place) growth.Plan(place, ledger.Assessor.NextChange(State, State.People[place], Now));
        return SessionAnswers.Tap(State, tap);
    }

    public Decision<SessionEvent> Decided { get; private set; }

    public Decision<SessionEvent> Undo(string nonce) => Planned(Stored.Do(ledger.Decider.Undo, new UndoTap("door-1", nonce, Caller.System), Now));

    /// <param name="talk">0 for all.</param>
    public Decision<SessionEvent> Decide(long member, int talk, RollVerdict verdict, string reason = "seen by the host") => Planned(Stored.Do(
        ledger.Roll.Decide, new RollCommand(new DecideAttendance(new MemberId(member), talk == 0 ? null : talk, verdict, reason, Caller.System), new CardHolder(member, "26-007", false)), Now));

    public Decision<SessionEvent> Web(long member, double from, double to, bool identity = true, bool keyword = true) => Planned(Stored.Do(
        ledger.Roll.WebLog, new WebLog([new WebAttendance(new MemberId(member), At(from), At(to), identity, keyword)], new Dictionary<long, CardHolder> { [member] = new(member, "26-007", false) }), Now));

    public void Enrol(long member, bool isEnrolled = true, bool web = false) => Planned(Stored.Do(ledger.Roll.Enrol, new EnrolmentWord(member, isEnrolled, web, false), Now));

    Decision<SessionEvent> Planned(Decision<SessionEvent> decision)
    {
        for (var place = 0; place < State.People.Count; place++) growth.Plan(place, ledger.Assessor.NextChange(State, State.People[place], Now));
        return decision;
    }

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

    /// <summary>The whole roll.</summary>
    public IReadOnlyList<RollLine> Roll => RollAnswers.Page(State, new RollQuery(), new Dictionary<long, IReadOnlyList<string>>()).Lines;

    /// <summary>What the talks earn somebody, e.g. <c>1 pending 0.5</c>.</summary>
    public string Credits(long member) => string.Join(", ", SessionAnswers.LineOf(State, member)!.Talks
        .Select(t => $"{t.Talk}{(t.Scheme == CreditScheme.Cme ? "" : $" {t.Scheme}/{t.Subject}")} {t.State} {t.Units}{(t.Reason is null ? "" : " " + t.Reason)}{(t.Web ? " web" : "")}"));

    /// <summary>Every assessment of a talk with its instant in minutes: <c>30 pending 0.5</c>.</summary>
    public IReadOnlyList<string> Story(long member, int talk) => [.. Stored.Events.OfType<CreditAssessed>().Where(e => e.Member == member)
        .SelectMany(e => e.Claims.Where(c => c.Talk == talk && c.Scheme == CreditScheme.Cme), (e, c) => FormattableString.Invariant($"{(e.At - Ten).TotalMinutes} {c.State.ToString().ToLowerInvariant()} {new Units(c.Tenths)}"))];

    public static DoorTap Door(long member, TapDirection direction, double minute, string nonce, bool revoked = false, bool force = false, bool manual = false) => new(
        new TapCard(manual ? default : new CardNumber($"C{member:D8}"), direction, At(minute), "door-1", nonce, Caller.System, null, manual ? new MemberId(member) : null, force),
        member == 0 ? null : new CardHolder(member, "26-007", revoked), TapKey.Of("door-1", nonce));

    Decision<SessionEvent> Finish(Decision<SessionEvent> decision)
    {
        if (decision.Refusal is null) Stored.Do(ledger.Finish, .., Now);
        return decision;
    }
}
