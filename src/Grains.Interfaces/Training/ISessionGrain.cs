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

    /// <summary>
    /// What <see cref="TapBatch"/> would answer now, one for one; changes nothing. Up to <see cref="TrainingLimits.TapBatch"/>. What somebody else does meanwhile, and what further
    /// batches bring, is not foreseen.
    /// </summary>
    [Alias("try-taps")]
    Task<IReadOnlyList<TapTried>> TryTaps(Immutable<TapCard[]> commands, Caller caller, CancellationToken ct);

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

/// <summary>What would become of a tap.</summary>
/// <param name="Reason">Why it would not be taken; null when it would, or was.</param>
/// <param name="Repeat">It is on record already.</param>
[GenerateSerializer, Immutable, Alias("tap-tried")]
public sealed record TapTried([property: Id(0)] string? Reason, [property: Id(1)] bool Repeat);

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
