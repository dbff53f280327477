using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using JmaActors.Credits;
using JmaActors.Enrolments;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Policies;
using JmaActors.Time;

namespace JmaActors.Training;

/// <summary>The kind <c>session</c>: one sitting of a program, keyed by session code.</summary>
public sealed class SessionLedger : LedgerDefinition<SessionState, SessionEvent>
{
    /// <summary>Name of the kind.</summary>
    public const string Name = "session";

    static readonly EventCatalog<SessionEvent> Catalog = new EventCatalog<SessionEvent>()
        .Add("session-opened", 1, SessionJson.Default.SessionOpened)
        .Add("tapped", 1, SessionJson.Default.Tapped)
        .Add("tap-refused", 1, SessionJson.Default.TapRefused)
        .Add("tap-undone", 1, SessionJson.Default.TapUndone)
        .Add("web-attended", 1, SessionJson.Default.WebAttended)
        .Add("enrolled", 1, SessionJson.Default.Enrolled)
        .Add("roll-decided", 1, SessionJson.Default.RollDecided)
        .Add("credit-assessed", 2, SessionJson.Default.CreditAssessed, OneClaim)
        .Add("session-closed", 1, SessionJson.Default.SessionClosed)
        .Add("roll-confirmed", 1, SessionJson.Default.RollConfirmed);

    public SessionLedger(PolicyBook book)
    {
        Assessor = new SessionAssessor(book);
        Decider = new SessionDecider(Assessor);
        Roll = new RollDecider(Assessor);
        (Tap, Grow, Finish) = (Decider.Tap, Decider.Grow, Decider.Finish);
    }

    public override string Kind => Name;

    public override bool NumberKey => false;

    public override EventCatalog<SessionEvent> Events => Catalog;

    public override JsonTypeInfo<SessionState> SnapshotJson => SessionJson.Default.SessionState;

    public override IReadOnlyList<ViewTable> Views { get; } = [TrainingViews.Sessions, TrainingViews.Attendance];

    /// <summary>2: stamps of taps that did not follow are kept too. 3: claims of several schemes, web stays, decisions, who is signed up. 4: on the web or not, force asked for.</summary>
    public override int SnapshotSchema => 4;

    internal SessionAssessor Assessor { get; }

    internal SessionDecider Decider { get; }

    internal RollDecider Roll { get; }

    // Kept as delegates so that a tap makes none.
    internal Func<SessionState, DoorTap, Deciding, Decision<SessionEvent>> Tap { get; }

    internal Func<SessionState, IReadOnlyList<Due>, Deciding, Decision<SessionEvent>> Grow { get; }

    internal Func<SessionState, Range, Deciding, Decision<SessionEvent>> Finish { get; }

    public override void Evolve(SessionState state, SessionEvent e, in EventMeta meta)
    {
        state.Moved = null;
        switch (e)
        {
            case Tapped t:
                var attendee = state.Admit(t.Member, state.Associations.Number(t.Association ?? SessionState.NoAssociation));
                state.Stamp(attendee, StampOf(t));
                attendee.JudgedTicks = meta.Recorded.UtcTicks;
                SessionTaps.Keep(state, t, meta);
                break;
            case TapRefused r:
                SessionTaps.Keep(state, r, meta);
                break;
            case TapUndone u:
                SessionTaps.Undo(state, u);
                break;
            case CreditAssessed a:
                Mark(state, a);
                break;
            case WebAttended w:
                state.Change(Admitted(state, w.Member, w.Association), a => a.Add(new WebStay(w.From.UtcTicks, w.To.UtcTicks, w.Identity, w.Keyword)));
                break;
            case RollDecided d:
                state.Change(Admitted(state, d.Member, d.Association), a => a.Decide(d.Talk == 0 ? -1 : state.TalkAt(d.Talk), d.Verdict));
                break;
            case Enrolled n:
                state.Enrol(n.Member, n.Is, n.Web);
                break;
            case SessionOpened o:
                state.Open(o.Plan);
                break;
            case SessionClosed c:
                (state.Status, state.ClosedAt, state.SettledBy) = (SessionStatus.Closed, c.At, meta.Caller);
                break;
            case RollConfirmed:
                (state.Status, state.SettledBy) = (SessionStatus.Confirmed, meta.Caller);
                break;
            default:
                throw new InvalidOperationException($"{e.GetType().Name} is no event of a session.");
        }
    }

    /// <summary>The stamp a taken tap makes.</summary>
    internal static Stamp StampOf(Tapped t) => new(t.At.UtcTicks, Stamp.KindOf(t.Direction),
        ((t.As ?? t.Direction) == TapDirection.In ? StampMarks.TakenIn : StampMarks.TakenOut)
        | (t.Manual ? StampMarks.Manual : StampMarks.None) | (t.Forced is null ? StampMarks.None : StampMarks.Forced) | (t.Force || t.Forced is not null ? StampMarks.Force : StampMarks.None));

    /// <summary>Whoever is decided on, or heard of from the web, after the roll was confirmed, is corrected.</summary>
    static Attendee Admitted(SessionState state, long member, string? association)
    {
        var person = state.Admit(member, state.Associations.Number(association ?? SessionState.NoAssociation));
        person.Corrected |= state.Status == SessionStatus.Confirmed;
        return person;
    }

    static void Mark(SessionState state, CreditAssessed e)
    {
        var person = state.Find(e.Member) ?? throw new InvalidOperationException("Credit was assessed for somebody who is not on the roll.");
        foreach (var c in e.Claims) state.Mark(person, state.ClaimAt(c.Talk, c.Scheme), new ClaimMark(true, c.State, (byte)state.Reasons.Number(c.Reason ?? ""), (short)c.Tenths, c.Web));
        person.JudgedTicks = Math.Max(person.JudgedTicks, e.At.UtcTicks);
    }

    /// <summary>Schema 1 told one talk's CME units.</summary>
    static JsonObject OneClaim(JsonObject old)
    {
        var claim = new JsonObject();
        foreach (var name in (string[])["talk", "state", "tenths", "reason"])
        {
            if (old.Remove(name, out var value)) claim[name] = value;
        }
        old["claims"] = new JsonArray(claim);
        return old;
    }

    public override void Project(string key, SessionState state, SessionEvent e, in EventMeta meta, ViewSink views)
    {
        if (state.Moved is var (person, before)) Show(key, state, person, before, views);
        switch (e)
        {
            case Tapped or TapRefused or TapUndone or Enrolled or WebAttended or RollDecided:
            case CreditAssessed when state.Status != SessionStatus.Confirmed || state.Tally.PendingEntries > 0:
                break;
            default:
                views.Put(TrainingViews.Sessions, new ViewKey(0, key), Row(key, state, meta));
                break;
        }
    }

    static void Show(string key, SessionState state, Attendee person, in Sight before, ViewSink views)
    {
        var sight = person.Sight;
        var (at, row) = (new ViewKey(person.Member, key), sight.ToRow(person.Member, key, state.Plan!.Talks[^1].End));
        if (!sight.Known) views.Remove(TrainingViews.Attendance, at, row);
        else if (before.Known) views.Put(TrainingViews.Attendance, at, row);
        else views.Add(TrainingViews.Attendance, at, row);
    }

    static SessionRow Row(string key, SessionState state, in EventMeta meta) => new(
        key, state.Plan!.Session.Program.Code, state.Plan.Host.Code, state.Plan.Title, (int)state.Status, state.Tally.Inside, state.People.Count,
        state.Status == SessionStatus.Confirmed && state.Tally.PendingEntries > 0, meta.Version);

    public override void Tell(string key, SessionState state, SessionEvent e, in EventMeta meta, ParcelSink parcels)
    {
        switch (e)
        {
            case CreditAssessed a:
                var caller = meta.Caller;
                parcels.Send(
                    LedgerNames.Credits(new MemberId(a.Member)), CreditLedger.AttendanceParcel, new AttendanceCredits([.. a.Claims.Select(c => Word(state, c, caller))]),
                    CreditJson.Default.AttendanceCredits);
                break;
            case SessionClosed or RollConfirmed:
                parcels.Send(LedgerNames.Name(ProgramLedger.Name, state.Plan!.Session.Program.Code), SessionProgress.Parcel, new SessionProgress(state.Status), ProgramJson.Default.SessionProgress);
                break;
        }
    }

    static AttendanceCredit Word(SessionState state, ClaimAssessed c, Caller caller)
    {
        var talk = state.Plan!.Talks[state.TalkAt(c.Talk)];
        var subject = state.Claims[state.ClaimAt(c.Talk, c.Scheme)].Subject;
        return new AttendanceCredit(
            state.Plan.Session, c.Talk, talk.Title, new CurriculumCode(subject), Tokyo.DateOf(talk.Start), c.State, new Units(c.Tenths), c.Reason, caller, c.Scheme, c.Web);
    }

    public override void Touch(string key, SessionState state, List<Touch> touches) => touches.Add(new Touch(TouchKind.Session, key));

    public override Decision<SessionEvent> Accept(SessionState state, Parcel parcel, in Deciding deciding)
    {
        switch (parcel.Type)
        {
            case SessionPlan.Parcel when JsonSerializer.Deserialize(parcel.Body, ProgramJson.Default.SessionPlan) is { } plan:
                return Decider.Open(state, plan);
            case EnrolmentWord.Parcel when JsonSerializer.Deserialize(parcel.Body, EnrolmentJson.Default.EnrolmentWord) is { } word:
                return Roll.Enrol(state, word, deciding);
            case SessionPlan.Parcel or EnrolmentWord.Parcel:
                return Decision<SessionEvent>.Refuse("unreadable-parcel", "", parcel.Type);
            default:
                return base.Accept(state, parcel, deciding);
        }
    }
}
