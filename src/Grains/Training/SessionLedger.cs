using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using JmaActors.Credits;
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
        .Add("credit-assessed", 1, SessionJson.Default.CreditAssessed)
        .Add("session-closed", 1, SessionJson.Default.SessionClosed)
        .Add("roll-confirmed", 1, SessionJson.Default.RollConfirmed);

    public SessionLedger(PolicyBook book)
    {
        Assessor = new SessionAssessor(book);
        Decider = new SessionDecider(Assessor);
        (Tap, Grow, Finish) = (Decider.Tap, Decider.Grow, Decider.Finish);
    }

    public override string Kind => Name;

    public override bool NumberKey => false;

    public override EventCatalog<SessionEvent> Events => Catalog;

    public override JsonTypeInfo<SessionState> SnapshotJson => SessionJson.Default.SessionState;

    public override IReadOnlyList<ViewTable> Views { get; } = [TrainingViews.Sessions];

    /// <summary>2: stamps of taps that did not follow are kept too.</summary>
    public override int SnapshotSchema => 2;

    internal SessionAssessor Assessor { get; }

    internal SessionDecider Decider { get; }

    // Kept as delegates so that a tap makes none.
    internal Func<SessionState, DoorTap, Deciding, Decision<SessionEvent>> Tap { get; }

    internal Func<SessionState, IReadOnlyList<Due>, Deciding, Decision<SessionEvent>> Grow { get; }

    internal Func<SessionState, Range, Deciding, Decision<SessionEvent>> Finish { get; }

    public override void Evolve(SessionState state, SessionEvent e, in EventMeta meta)
    {
        switch (e)
        {
            case Tapped t:
                Take(state, t, meta);
                break;
            case TapRefused r:
                Keep(state, r.Device, r.Nonce, r.Direction, r.At, r.Member ?? 0, r.Reason, meta);
                state.Tally.Refuse(state.Taps.Count - 1);
                if (TapRules.MayFollowLater(r.Reason) && r.Member is { } member) state.Keep(member, new Stamp(r.At.UtcTicks, r.Direction == TapDirection.In, Taken: false));
                break;
            case CreditAssessed a:
                Mark(state, a);
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

    static void Take(SessionState state, Tapped e, in EventMeta meta)
    {
        var attendee = state.Admit(e.Member, state.Associations.Number(e.Association ?? SessionState.NoAssociation));
        state.Stamp(attendee, new Stamp(e.At.UtcTicks, e.Direction == TapDirection.In));
        attendee.JudgedTicks = meta.Recorded.UtcTicks;
        Keep(state, e.Device, e.Nonce, e.Direction, e.At, e.Member, "", meta);
    }

    static void Keep(SessionState state, string device, string nonce, TapDirection direction, DateTimeOffset at, long member, string reason, in EventMeta meta) =>
        state.Taps.Add(new TapRecord(
            TapKey.Of(device, nonce), at.UtcTicks, meta.Recorded.UtcTicks, member, meta.Version, state.Tally.Inside,
            (ushort)state.Devices.Number(device), (byte)direction, (byte)state.Reasons.Number(reason)));

    static void Mark(SessionState state, CreditAssessed e)
    {
        var attendee = state.Find(e.Member) ?? throw new InvalidOperationException("Credit was assessed for somebody who was never inside.");
        state.Mark(attendee, state.TalkAt(e.Talk), new TalkMark(true, e.State, (byte)state.Reasons.Number(e.Reason ?? ""), (short)e.Tenths));
        attendee.JudgedTicks = Math.Max(attendee.JudgedTicks, e.At.UtcTicks);
    }

    public override void Project(string key, SessionState state, SessionEvent e, in EventMeta meta, ViewSink views)
    {
        switch (e)
        {
            case Tapped or TapRefused:
            case CreditAssessed when state.Status != SessionStatus.Confirmed || state.Tally.PendingEntries > 0:
                break;
            default:
                views.Put(TrainingViews.Sessions, new ViewKey(0, key), Row(key, state, meta));
                break;
        }
    }

    static SessionRow Row(string key, SessionState state, in EventMeta meta) => new(
        key, state.Plan!.Session.Program.Code, state.Plan.Host.Code, state.Plan.Title, (int)state.Status, state.Tally.Inside, state.People.Count,
        state.Status == SessionStatus.Confirmed && state.Tally.PendingEntries > 0, meta.Version);

    public override void Tell(string key, SessionState state, SessionEvent e, in EventMeta meta, ParcelSink parcels)
    {
        switch (e)
        {
            case CreditAssessed a:
                var talk = state.Plan!.Talks[state.TalkAt(a.Talk)];
                parcels.Send(LedgerNames.Credits(new MemberId(a.Member)), CreditLedger.AttendanceParcel, new AttendanceCredit(
                    state.Plan.Session, a.Talk, talk.Title, talk.Code, Tokyo.DateOf(talk.Start), a.State, new Units(a.Tenths), a.Reason, meta.Caller), CreditJson.Default.AttendanceCredit);
                break;
            case SessionClosed or RollConfirmed:
                parcels.Send(LedgerNames.Name(ProgramLedger.Name, state.Plan!.Session.Program.Code), SessionProgress.Parcel, new SessionProgress(state.Status), ProgramJson.Default.SessionProgress);
                break;
        }
    }

    public override void Touch(string key, SessionState state, List<Touch> touches) => touches.Add(new Touch(TouchKind.Session, key));

    public override Decision<SessionEvent> Accept(SessionState state, Parcel parcel, in Deciding deciding)
    {
        if (parcel.Type != SessionPlan.Parcel) return base.Accept(state, parcel, deciding);
        var plan = JsonSerializer.Deserialize(parcel.Body, ProgramJson.Default.SessionPlan);
        return plan is null ? Decision<SessionEvent>.Refuse("unreadable-parcel", "", parcel.Type) : Decider.Open(state, plan);
    }
}
