using System.Text.Json.Serialization;

namespace JmaActors.Dues;

/// <summary>What can happen to a yearly run.</summary>
public abstract record DuesRunEvent;

/// <param name="Key">Natural key of the command.</param>
/// <param name="Tables">Which tables of the association and those above it were gone by; null of rehearsals before there were any.</param>
public sealed record RehearsalBegan(string Key, string? Tables = null) : DuesRunEvent;

/// <summary>A page of people was rehearsed.</summary>
/// <param name="After">The last of them; the next page begins after it.</param>
/// <param name="Last">Nobody is left.</param>
public sealed record PageRehearsed(long After, IReadOnlyList<DuesRunLine> Lines, bool Last) : DuesRunEvent;

/// <param name="Key">Natural key of the command.</param>
public sealed record RunBegan(string Key) : DuesRunEvent;

/// <summary>A page of people was billed.</summary>
/// <param name="Different">How many otherwise than rehearsed, or not at all.</param>
/// <param name="Named">Of them, those that are named.</param>
public sealed record PageBilled(long After, DuesRunSum Sum, int Different, IReadOnlyList<DuesRunDifference> Named, bool Last) : DuesRunEvent;

/// <summary>A yearly run as its events tell.</summary>
public sealed class DuesRunState
{
    /// <summary>Null while nothing was begun.</summary>
    public DuesRunStage? Stage { get; set; }

    public HashSet<string> Keys { get; set; } = [];

    public DateTimeOffset Began { get; set; }

    /// <summary>Which rehearsal it is: its lines are found by it, those of an earlier one are not.</summary>
    public int Round { get; set; }

    /// <summary>Which tables the rehearsal goes by.</summary>
    public string? Tables { get; set; }

    /// <summary>The last person of what is under way.</summary>
    public long After { get; set; }

    public DuesRunSum Rehearsed { get; set; } = DuesRunSum.Zero;

    public DuesRunSum Billed { get; set; } = DuesRunSum.Zero;

    public int Different { get; set; }

    public List<DuesRunDifference> Differences { get; set; } = [];

    public long Version { get; set; }

    [JsonIgnore]
    public bool UnderWay => Stage is DuesRunStage.Rehearsing or DuesRunStage.Running;
}

/// <summary>Stored shapes of yearly runs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RehearsalBegan))]
[JsonSerializable(typeof(PageRehearsed))]
[JsonSerializable(typeof(RunBegan))]
[JsonSerializable(typeof(PageBilled))]
[JsonSerializable(typeof(DuesRunState))]
public sealed partial class DuesRunJson : JsonSerializerContext;
