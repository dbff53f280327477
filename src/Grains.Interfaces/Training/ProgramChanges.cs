using JmaActors.Credits;

namespace JmaActors.Training;

/// <summary>What the program is to be from now on; all of it, not the differences.</summary>
/// <param name="On">The <see cref="ProgramView.Content"/> version it was written over; null to change whatever stands.</param>
/// <param name="Delivery">How it is held; null: as it stands, for who does not know of it.</param>
[GenerateSerializer, Immutable, Alias("change-program")]
public sealed record ChangeProgram(
    [property: Id(0)] string Title,
    [property: Id(1)] string Place,
    [property: Id(2)] bool WholeTalk,
    [property: Id(3)] DateTimeOffset DoorsOpen,
    [property: Id(4)] DateTimeOffset DoorsClose,
    [property: Id(5)] IReadOnlyList<Talk> Talks,
    [property: Id(6)] AttendanceTerms? Terms,
    [property: Id(7)] string? Organizer,
    [property: Id(8)] long? On,
    [property: Id(9)] Caller Caller,
    [property: Id(10)] ProgramDelivery? Delivery = null);

/// <param name="StartsOn">Civil date (Asia/Tokyo) of the copy's first talk; everything moves by as many days.</param>
/// <param name="Host">Who holds the copy; null for the same association.</param>
[GenerateSerializer, Immutable, Alias("copy-program")]
public sealed record CopyProgram(
    [property: Id(0)] ProgramId From,
    [property: Id(1)] DateOnly StartsOn,
    [property: Id(2)] AssociationId? Host,
    [property: Id(3)] Caller Caller);

/// <summary>One difference between two versions of a program.</summary>
/// <param name="Field">Stable code: <c>title</c>, <c>place</c>, <c>organizer</c>, <c>delivery</c>, <c>doors</c>, <c>whole-talk</c>, <c>terms</c>, <c>talk-added</c>, <c>talk-removed</c>, <c>talk-time</c>, <c>talk-title</c>, <c>talk-speaker</c>, <c>talk-kind</c>, <c>talk-code</c>, <c>talk-offers</c>.</param>
/// <param name="Talk">The talk's number; null when it concerns the whole program.</param>
[GenerateSerializer, Immutable, Alias("program-difference")]
public sealed record ProgramDifference(
    [property: Id(0)] string Field,
    [property: Id(1)] int? Talk,
    [property: Id(2)] Words Before,
    [property: Id(3)] Words After);

/// <summary>One thing that happened to a program.</summary>
/// <param name="What">Stable code: <c>created</c>, <c>copied</c>, <c>changed</c>, <c>applied</c>, <c>approve</c>, <c>return</c>, <c>refuse</c>, <c>withdrawn</c>, <c>published</c>, <c>opened</c>, <c>closed</c>, <c>confirmed</c>, <c>cancelled</c>.</param>
/// <param name="By">Subject of the caller.</param>
/// <param name="Schemes">The schemes applied for, decided on, or to be approved again.</param>
/// <param name="On">The version decided on; 0 for what is no decision.</param>
[GenerateSerializer, Immutable, Alias("program-history-line")]
public sealed record ProgramHistoryLine(
    [property: Id(0)] long Version,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] string What,
    [property: Id(3)] string By,
    [property: Id(4)] string Reason,
    [property: Id(5)] IReadOnlyList<CreditScheme> Schemes,
    [property: Id(6)] IReadOnlyList<ProgramDifference> Changes,
    [property: Id(7)] long On = 0);
