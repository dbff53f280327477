using JmaActors.Credits;
using JmaActors.Ledgers;
using JmaActors.Live;
using Orleans.Concurrency;

namespace JmaActors.Training;

/// <summary>One sitting of a program: the door, who is inside, what each talk earns whom. Keyed by <see cref="SessionId.Code"/>.</summary>
[Alias("session-grain")]
public interface ISessionGrain : IGrainWithStringKey, ILedgerGrain
{
    /// <summary>
    /// A card at the door. Natural key: device + nonce; the same again gets the same answer and makes one attendance.
    /// A refused tap is kept with its reason and answered as a value, not as a refusal of the command.
    /// </summary>
    [Alias("tap")]
    Task<Answer<TapResult>> Tap(TapCard command, CancellationToken ct);

    /// <summary>Up to <see cref="TrainingLimits.TapBatch"/> taps; answered one for one, decided in the order of their event times.</summary>
    [Alias("tap-batch")]
    Task<IReadOnlyList<Answer<TapResult>>> TapBatch(Immutable<TapCard[]> commands, CancellationToken ct);

    /// <summary>Takes a tap back until the roll is confirmed. The tap stays on record as undone.</summary>
    [Alias("undo")]
    Task<Answer<TapResult>> Undo(UndoTap command, CancellationToken ct);

    /// <summary>
    /// Decides about one person's attendance, before the roll is confirmed or after it: then posted entries change by new events. Answers the person's line.
    /// </summary>
    [Alias("decide")]
    Task<Answer<RollLine>> Decide(DecideAttendance command, CancellationToken ct);

    /// <summary>Takes lines of the video system's log, at most <see cref="TrainingLimits.WebLogBatch"/>; repeatable without doubling.</summary>
    [Alias("web-log")]
    Task<Answer<WebLogAnswer>> TakeWebLog(Immutable<WebAttendance[]> lines, Caller caller, CancellationToken ct);

    /// <summary>What <see cref="TakeWebLog"/> would do now, down to what the people named would earn; changes nothing.</summary>
    [Alias("try-web-log")]
    Task<Answer<WebLogAnswer>> TryWebLog(Immutable<WebAttendance[]> lines, Caller caller, CancellationToken ct);

    /// <summary>
    /// Closes the door: everybody still inside is taken as having stayed to the last talk's end that has passed. Taps of before it that arrive later, from a desk
    /// that was offline, are taken until the roll is confirmed. Repeats change nothing.
    /// </summary>
    [Alias("close")]
    Task<Answer<SessionView>> Close(Caller caller, CancellationToken ct);

    /// <summary>The host confirms the roll: every pending entry of the session posts, once it is closed. Repeats change nothing.</summary>
    [Alias("confirm")]
    Task<Answer<SessionView>> Confirm(Caller caller, CancellationToken ct);

    /// <summary>The session; null when its program has not opened it.</summary>
    [Alias("read")]
    Task<SessionView?> Read(Caller caller, CancellationToken ct);

    /// <summary>The roll in member order after <paramref name="after"/>, at most <see cref="TrainingLimits.RollPage"/> lines.</summary>
    [Alias("roll")]
    Task<IReadOnlyList<RollLine>> Roll(MemberId? after, Caller caller, CancellationToken ct);

    /// <summary>One person's line; null when the session knows nobody of the number.</summary>
    [Alias("line")]
    Task<RollLine?> Line(MemberId member, Caller caller, CancellationToken ct);

    /// <summary>One page of the roll in member order, as far as the query wants it; doubts of being elsewhere included.</summary>
    [Alias("roll-page")]
    Task<RollPage> RollPage(RollQuery query, Caller caller, CancellationToken ct);

    /// <summary>The whole roll in figures: how many people each doubt is about, and how many were decided on.</summary>
    [Alias("roll-summary")]
    Task<RollSummary> RollSummary(Caller caller, CancellationToken ct);

    /// <summary>One person's taps, newest first, at most <see cref="TrainingLimits.RollPage"/>.</summary>
    [Alias("taps-of")]
    Task<IReadOnlyList<TapLine>> TapsOf(MemberId member, Caller caller, CancellationToken ct);

    /// <summary>The last taps, newest first, at most <see cref="TrainingLimits.RollPage"/>.</summary>
    [Alias("taps")]
    Task<IReadOnlyList<TapLine>> Taps(bool refusedOnly, Caller caller, CancellationToken ct);

    /// <summary>A desk says how it stands; answers with the server's time and how far the desk's clock is off.</summary>
    [Alias("report-desk")]
    Task<DeskLine> ReportDesk(DeskReport report, CancellationToken ct);

    /// <summary>The absolute figures of the board, as durable.</summary>
    [Alias("figures")]
    Task<SessionFigures> Figures(CancellationToken ct);

    /// <summary>The whole attendance curve in order of time: one point for every minute (event time) in which somebody came or went.</summary>
    [Alias("curve")]
    Task<IReadOnlyList<CurvePoint>> Curve(CancellationToken ct);
}

[GenerateSerializer, Alias("tap-direction")]
public enum TapDirection
{
    In = 0,
    Out = 1,

    /// <summary>In for who is outside, out for who is inside, by event time.</summary>
    Auto = 2,
}

/// <summary>Somebody at the door, named by exactly one of card, pass and person.</summary>
/// <param name="Card">The number read; its text is null when a pass or a person is given.</param>
/// <param name="At">Event time by the device's clock.</param>
/// <param name="Device">Name of the reader, 1 to 40 characters.</param>
/// <param name="Nonce">Unique within the device, 1 to 64 characters.</param>
/// <param name="Pass">The QR pass shown (see <c>IMemberGrain.Pass</c>).</param>
/// <param name="Person">Picked by hand from a search: taken, and marked for whoever confirms the roll.</param>
/// <param name="Force">Let in all the same; what was wrong is recorded, and it counts as forced only when something was.</param>
[GenerateSerializer, Immutable, Alias("tap-card")]
public sealed record TapCard(
    [property: Id(0)] CardNumber Card,
    [property: Id(1)] TapDirection Direction,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] string Device,
    [property: Id(4)] string Nonce,
    [property: Id(5)] Caller Caller,
    [property: Id(6)] string? Pass = null,
    [property: Id(7)] MemberId? Person = null,
    [property: Id(8)] bool Force = false);

/// <summary>What became of a tap.</summary>
/// <param name="Reason">Null when it was taken; else <c>unknown-card</c>, <c>revoked</c>, <c>already-in</c>, <c>not-in</c>, <c>left-already</c>, <c>just-tapped</c>, <c>not-registered</c>, <c>full</c>, <c>not-open</c>, <c>too-early</c>, <c>too-late</c>, <c>ahead-of-time</c>, <c>after-confirmation</c>, or what is wrong with a pass.</param>
/// <param name="Direction">What it did or would have done: an <see cref="TapDirection.Auto"/> tap says in or out here.</param>
/// <param name="Forced">What was against it when the desk let the person in all the same; null when nothing was.</param>
/// <param name="Undone">It was taken back since.</param>
/// <param name="Member">Whose card it was; null when unknown.</param>
/// <param name="Inside">People inside after it.</param>
/// <param name="Sequence">The session's version that holds the tap; the board has it once <see cref="SeminarPicture.Sequence"/> is at least this.</param>
[GenerateSerializer, Immutable, Alias("tap-result")]
public sealed record TapResult(
    [property: Id(0)] string? Reason,
    [property: Id(1)] MemberId? Member,
    [property: Id(2)] TapDirection Direction,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] int Inside,
    [property: Id(5)] long Sequence,
    [property: Id(6)] string? Forced = null,
    [property: Id(7)] bool Undone = false);

[GenerateSerializer, Immutable, Alias("session-view")]
public sealed record SessionView(
    [property: Id(0)] SessionId Id,
    [property: Id(1)] AssociationId Host,
    [property: Id(2)] string Title,
    [property: Id(3)] string Place,
    [property: Id(4)] bool WholeTalk,
    [property: Id(5)] DateTimeOffset DoorsOpen,
    [property: Id(6)] DateTimeOffset DoorsClose,
    [property: Id(7)] IReadOnlyList<Talk> Talks,
    [property: Id(8)] SessionStatus Status,
    [property: Id(9)] SessionFigures Figures,
    [property: Id(10)] long Version,
    [property: Id(11)] AttendanceTerms? Terms = null);

/// <summary>One line of the roll: what each talk earned one person, under each scheme.</summary>
/// <param name="FirstIn">Null for who was not in the hall.</param>
/// <param name="Doubts">What whoever confirms should look at, stable codes; see <c>DoubtRules</c>.</param>
/// <param name="Web">Attended on the web, at least in part.</param>
/// <param name="Decisions">What was decided, by number of the talk; 0 for all talks.</param>
/// <param name="Elsewhere">Codes of the other sessions the person was at meanwhile; null for none, or where it was not looked for.</param>
[GenerateSerializer, Immutable, Alias("roll-line")]
public sealed record RollLine(
    [property: Id(0)] MemberId Member,
    [property: Id(1)] bool Inside,
    [property: Id(2)] DateTimeOffset? FirstIn,
    [property: Id(3)] DateTimeOffset? LastOut,
    [property: Id(4)] IReadOnlyList<TalkCredit> Talks,
    [property: Id(5)] IReadOnlyList<string> Doubts,
    [property: Id(6)] bool Web,
    [property: Id(7)] IReadOnlyDictionary<int, RollVerdict> Decisions,
    [property: Id(8)] IReadOnlyList<string>? Elsewhere = null);

/// <param name="State">pending, posted or voided.</param>
/// <param name="Subject">The curriculum code, or the number of the scheme's subject.</param>
[GenerateSerializer, Immutable, Alias("talk-credit")]
public sealed record TalkCredit(
    [property: Id(0)] int Talk,
    [property: Id(1)] string State,
    [property: Id(2)] Units Units,
    [property: Id(3)] string? Reason,
    [property: Id(4)] CreditScheme Scheme = CreditScheme.Cme,
    [property: Id(5)] short Subject = 0,
    [property: Id(6)] bool Web = false);

/// <param name="Sequence">The session's version that holds it.</param>
[GenerateSerializer, Immutable, Alias("tap-line")]
public sealed record TapLine(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] DateTimeOffset Recorded,
    [property: Id(2)] string Device,
    [property: Id(3)] TapDirection Direction,
    [property: Id(4)] MemberId? Member,
    [property: Id(5)] string? Reason,
    [property: Id(6)] long Sequence = 0,
    [property: Id(7)] bool Manual = false,
    [property: Id(8)] string? Forced = null,
    [property: Id(9)] bool Undone = false);

/// <summary>Absolute figures of a session at one version.</summary>
/// <param name="Sequence">The session's version they were computed from.</param>
/// <param name="Curve">The newest point of the curve; null before the first tap.</param>
/// <param name="PendingTenths">CME units; other schemes stand in <paramref name="Schemes"/>, which has CME too.</param>
/// <param name="Web">People who attended on the web, at least in part.</param>
/// <param name="Desks">Desks as last heard of; not durable.</param>
/// <param name="CurveEdits">Rises when a point before the newest one changed, after a late tap: then <see cref="ISessionGrain.Curve"/> is to be read again.</param>
[GenerateSerializer, Immutable, Alias("session-figures")]
public sealed record SessionFigures(
    [property: Id(0)] long Sequence,
    [property: Id(1)] SessionStatus Status,
    [property: Id(2)] int Inside,
    [property: Id(3)] int People,
    [property: Id(4)] int Ins,
    [property: Id(5)] int Outs,
    [property: Id(6)] int Refused,
    [property: Id(7)] long PendingTenths,
    [property: Id(8)] long PostedTenths,
    [property: Id(9)] int Voided,
    [property: Id(10)] IReadOnlyList<TalkFigures> Talks,
    [property: Id(11)] IReadOnlyDictionary<string, int> InsideByAssociation,
    [property: Id(12)] IReadOnlyList<TapLine> LastRefused,
    [property: Id(13)] CurvePoint? Curve,
    [property: Id(14)] int CurveEdits = 0,
    [property: Id(15)] IReadOnlyList<SchemeFigures>? Schemes = null,
    [property: Id(16)] int Web = 0,
    [property: Id(17)] IReadOnlyList<DeskLine>? Desks = null);

[GenerateSerializer, Immutable, Alias("talk-figures")]
public sealed record TalkFigures(
    [property: Id(0)] int Talk,
    [property: Id(1)] int People,
    [property: Id(2)] long PendingTenths,
    [property: Id(3)] long PostedTenths,
    [property: Id(4)] int Voided);

/// <summary>People inside at the end of a minute (event time), and the taps in and out in it.</summary>
[GenerateSerializer, Immutable, Alias("curve-point")]
public sealed record CurvePoint(
    [property: Id(0)] DateTimeOffset Minute,
    [property: Id(1)] int Inside,
    [property: Id(2)] int Ins,
    [property: Id(3)] int Outs);

/// <summary>The live board of a session. Keyed by <see cref="SessionId.Code"/>. Its picture is a <see cref="SeminarPicture"/>.</summary>
[Alias("seminar-board-grain")]
public interface ISeminarBoardGrain : IGrainWithStringKey, IBoardGrain;

/// <summary>
/// Picture of the topic <c>seminar/{session}</c>. It names nobody: doubts show device and reason; who it was is asked of the roll, by scope.
/// Lists are objects keyed by a stable key, so that a merge patch stays small.
/// </summary>
/// <param name="Sequence">The session's version shown.</param>
/// <param name="Talks">Keyed by talk number.</param>
/// <param name="Associations">People inside per association code; <c>none</c> for those who belong to no association.</param>
/// <param name="Curve">Keyed by minute, <c>HH:mm</c> in Asia/Tokyo: people inside at its end.</param>
/// <param name="Schemes">Units given so far, keyed by scheme: <c>cme</c>, <c>occupational</c> …</param>
/// <param name="Desks">Keyed by device, as last heard of.</param>
/// <param name="Web">People who attended on the web, at least in part.</param>
/// <param name="Doubts">Refused taps, keyed by their sequence, the newest <see cref="SeminarPicture.DoubtsShown"/>.</param>
[GenerateSerializer, Immutable, Alias("seminar-picture")]
public sealed record SeminarPicture(
    [property: Id(0)] string Session,
    [property: Id(1)] long Sequence,
    [property: Id(2)] string Title,
    [property: Id(3)] string Place,
    [property: Id(4)] string HostName,
    [property: Id(5)] SessionStatus Status,
    [property: Id(6)] DateTimeOffset DoorsOpen,
    [property: Id(7)] DateTimeOffset DoorsClose,
    [property: Id(8)] bool WholeTalk,
    [property: Id(9)] int Inside,
    [property: Id(10)] int People,
    [property: Id(11)] int Ins,
    [property: Id(12)] int Outs,
    [property: Id(13)] int Refused,
    [property: Id(14)] decimal PendingUnits,
    [property: Id(15)] decimal PostedUnits,
    [property: Id(16)] IReadOnlyDictionary<string, SeminarTalk> Talks,
    [property: Id(17)] IReadOnlyDictionary<string, SeminarAssociation> Associations,
    [property: Id(18)] IReadOnlyDictionary<string, int> Curve,
    [property: Id(19)] IReadOnlyDictionary<string, SeminarDoubt> Doubts,
    [property: Id(20)] int InsLastMinute,
    [property: Id(21)] int OutsLastMinute,
    [property: Id(22)] IReadOnlyDictionary<string, SeminarScheme>? Schemes = null,
    [property: Id(23)] IReadOnlyDictionary<string, SeminarDesk>? Desks = null,
    [property: Id(24)] int Web = 0)
{
    public const int DoubtsShown = 12;
    public const int AssociationsShown = 12;
}

[GenerateSerializer, Immutable, Alias("seminar-talk")]
public sealed record SeminarTalk(
    [property: Id(0)] DateTimeOffset Start,
    [property: Id(1)] DateTimeOffset End,
    [property: Id(2)] string Title,
    [property: Id(3)] string Speaker,
    [property: Id(4)] int Code,
    [property: Id(5)] string CodeTitle,
    [property: Id(6)] decimal MaxUnits,
    [property: Id(7)] int People,
    [property: Id(8)] decimal PendingUnits,
    [property: Id(9)] decimal PostedUnits,
    [property: Id(10)] int Voided,
    [property: Id(11)] TalkKind Kind = TalkKind.Lecture,
    [property: Id(12)] IReadOnlyList<SeminarOffer>? Offers = null);

/// <summary>Units of one scheme given at a session; units of different schemes are never added up.</summary>
[GenerateSerializer, Immutable, Alias("seminar-scheme")]
public sealed record SeminarScheme([property: Id(0)] decimal PendingUnits, [property: Id(1)] decimal PostedUnits, [property: Id(2)] int Voided);

/// <summary>A desk on the board.</summary>
[GenerateSerializer, Immutable, Alias("seminar-desk")]
public sealed record SeminarDesk([property: Id(0)] DateTimeOffset HeardAt, [property: Id(1)] int SkewMs, [property: Id(2)] int Waiting);

/// <summary>What a talk offers beside its curriculum code.</summary>
[GenerateSerializer, Immutable, Alias("seminar-offer")]
public sealed record SeminarOffer([property: Id(0)] CreditScheme Scheme, [property: Id(1)] short Subject, [property: Id(2)] Words Title, [property: Id(3)] decimal MaxUnits);

[GenerateSerializer, Immutable, Alias("seminar-association")]
public sealed record SeminarAssociation([property: Id(0)] string Name, [property: Id(1)] int Inside);

[GenerateSerializer, Immutable, Alias("seminar-doubt")]
public sealed record SeminarDoubt([property: Id(0)] DateTimeOffset At, [property: Id(1)] string Device, [property: Id(2)] string Reason);
