using System.Text.Json.Serialization;

namespace JmaActors.Merges;

/// <summary>A pair of records as its events tell.</summary>
public sealed class MergeState
{
    /// <summary>Null while nobody ever proposed the pair.</summary>
    public MergeStatus? Status { get; set; }

    public MergeReasons Reasons { get; set; }

    public DateTimeOffset Found { get; set; }

    public long? Into { get; set; }

    public MergeFields Fields { get; set; }

    /// <summary>How often a merge was decided.</summary>
    public int Round { get; set; }

    /// <summary>Steps done of the work under way.</summary>
    public int Step { get; set; }

    public string Reason { get; set; } = "";

    public Caller? By { get; set; }

    public DateTimeOffset? At { get; set; }

    public string? Fault { get; set; }

    public long Version { get; set; }

    [JsonIgnore]
    public bool UnderWay => Status is MergeStatus.Merging or MergeStatus.Undoing;

    public MergeView? View(MergePair pair) => Status is not { } status
        ? null
        : new MergeView(
            pair, status, Reasons, Found, Into is { } into ? new MemberId(into) : null, Fields, Round, Step, MergeDecider.Steps(status), Reason, By, At, Fault, Version);
}
