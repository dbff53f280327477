namespace JmaActors.Training;

/// <summary>Which people of a roll are wanted.</summary>
[GenerateSerializer, Alias("roll-show")]
public enum RollShow
{
    All = 0,

    /// <summary>People about whom there is a doubt.</summary>
    Doubtful = 1,

    /// <summary>People about whom there is a doubt and nothing was decided.</summary>
    Open = 2,

    /// <summary>People who were decided on.</summary>
    Decided = 3,
}

/// <summary>Asks for a page of a roll; every condition given must hold, over the whole roll.</summary>
/// <param name="After">The last person of the page before; null for the first page.</param>
/// <param name="Doubt">Only people with this doubt, see <c>DoubtRules</c>; null for any.</param>
/// <param name="Members">Only these people, at most <see cref="TrainingLimits.RollPage"/>; null for all.</param>
/// <param name="Size">1 to <see cref="TrainingLimits.RollPage"/>.</param>
[GenerateSerializer, Immutable, Alias("roll-query")]
public sealed record RollQuery(
    [property: Id(0)] MemberId? After = null,
    [property: Id(1)] RollShow Show = RollShow.All,
    [property: Id(2)] string? Doubt = null,
    [property: Id(3)] IReadOnlyList<MemberId>? Members = null,
    [property: Id(4)] int Size = TrainingLimits.RollPage);

/// <param name="More">There are people after the last line.</param>
[GenerateSerializer, Immutable, Alias("roll-page")]
public sealed record RollPage([property: Id(0)] IReadOnlyList<RollLine> Lines, [property: Id(1)] bool More);

/// <summary>A whole roll in figures.</summary>
/// <param name="People">People on the roll, those not let in included.</param>
/// <param name="Doubtful">People about whom there is a doubt.</param>
/// <param name="Open">Those of them about whom nothing was decided.</param>
/// <param name="Decided">People who were decided on.</param>
/// <param name="Doubts">People by doubt.</param>
/// <param name="Schemes">What was earned under each scheme the program offers; never added up across schemes.</param>
/// <param name="Sequence">The session's version counted.</param>
[GenerateSerializer, Immutable, Alias("roll-summary")]
public sealed record RollSummary(
    [property: Id(0)] int People,
    [property: Id(1)] int Doubtful,
    [property: Id(2)] int Open,
    [property: Id(3)] int Decided,
    [property: Id(4)] IReadOnlyDictionary<string, int> Doubts,
    [property: Id(5)] IReadOnlyList<SchemeFigures> Schemes,
    [property: Id(6)] long Sequence);
