using JmaActors.Credits;

namespace JmaActors.Training;

/// <summary>Takes a tap back, taken or refused. Natural key: the tap's device and nonce.</summary>
[GenerateSerializer, Immutable, Alias("undo-tap")]
public sealed record UndoTap([property: Id(0)] string Device, [property: Id(1)] string Nonce, [property: Id(2)] Caller Caller);

/// <summary>What an office or host decides about somebody's attendance.</summary>
[GenerateSerializer, Alias("roll-verdict")]
public enum RollVerdict
{
    /// <summary>No decision: the taps speak.</summary>
    AsTapped = 0,

    /// <summary>The whole talk counts.</summary>
    Grant = 1,

    /// <summary>The talk earns nothing.</summary>
    Deny = 2,
}

/// <summary>Decides about one person's attendance. Natural key: person, talk and verdict; the same again changes nothing.</summary>
/// <param name="Talk">Number of the talk; null for all of them.</param>
/// <param name="Reason">Kept with the decision, 1 to <see cref="TrainingLimits.TitleLength"/> characters; no personal data.</param>
[GenerateSerializer, Immutable, Alias("decide-attendance")]
public sealed record DecideAttendance(
    [property: Id(0)] MemberId Member,
    [property: Id(1)] int? Talk,
    [property: Id(2)] RollVerdict Verdict,
    [property: Id(3)] string Reason,
    [property: Id(4)] Caller Caller);

/// <summary>Somebody's time on the web, from the log of the video system. Natural key: person, from and to.</summary>
/// <param name="Identity">Identity was checked.</param>
/// <param name="Keyword">The keyword was entered.</param>
[GenerateSerializer, Immutable, Alias("web-attendance")]
public sealed record WebAttendance(
    [property: Id(0)] MemberId Member,
    [property: Id(1)] DateTimeOffset From,
    [property: Id(2)] DateTimeOffset To,
    [property: Id(3)] bool Identity,
    [property: Id(4)] bool Keyword);

/// <summary>What became of a web log's lines.</summary>
/// <param name="Taken">Lines that said something new.</param>
/// <param name="Repeated">Lines known already.</param>
/// <param name="Earned">Of a trial: units the people named would hold more than now under each scheme, and entries voided. Null of what was taken.</param>
/// <param name="Voids">Of a trial: entries that would be voided, by reason code.</param>
[GenerateSerializer, Immutable, Alias("web-log-answer")]
public sealed record WebLogAnswer(
    [property: Id(0)] int Taken,
    [property: Id(1)] int Repeated,
    [property: Id(2)] int People,
    [property: Id(3)] IReadOnlyList<SchemeFigures>? Earned = null,
    [property: Id(4)] IReadOnlyDictionary<string, int>? Voids = null);
