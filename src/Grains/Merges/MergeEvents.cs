using System.Text.Json.Serialization;

namespace JmaActors.Merges;

/// <summary>What can happen to two records that may be one person's.</summary>
public abstract record MergeEvent;

/// <summary>Somebody or something found that the two may be one person.</summary>
/// <param name="Reasons">Reasons not known before.</param>
public sealed record PairProposed(MergeReasons Reasons) : MergeEvent;

/// <summary>An office found that they are two people.</summary>
public sealed record PairDismissed(string Reason) : MergeEvent;

/// <summary>An office decided that one is to be merged into the other.</summary>
/// <param name="Into">Number of the record that stays.</param>
public sealed record MergeDecided(long Into, MergeFields Fields, string Reason) : MergeEvent;

/// <summary>A step of the merge, or of its undoing, was done; what it did stands in the ledger that did it.</summary>
/// <param name="Step">Which, from 1.</param>
public sealed record MergeStepped(int Step) : MergeEvent;

/// <summary>One of the records refused; what had been done was taken back.</summary>
/// <param name="Fault">Reason code of the refusal.</param>
public sealed record MergeFailed(string Fault) : MergeEvent;

/// <summary>An office decided that the merge is to be undone.</summary>
public sealed record MergeUndoDecided(string Reason) : MergeEvent;

/// <summary>Stored shapes of merges.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PairProposed))]
[JsonSerializable(typeof(PairDismissed))]
[JsonSerializable(typeof(MergeDecided))]
[JsonSerializable(typeof(MergeStepped))]
[JsonSerializable(typeof(MergeFailed))]
[JsonSerializable(typeof(MergeUndoDecided))]
[JsonSerializable(typeof(MergeState))]
public sealed partial class MergeJson : JsonSerializerContext;
