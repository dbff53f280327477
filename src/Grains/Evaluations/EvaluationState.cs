using System.Text.Json.Serialization;
using JmaActors.WorkHours;

namespace JmaActors.Evaluations;

/// <summary>An application as its events tell.</summary>
public sealed class EvaluationState
{
    public long Version { get; set; }

    /// <summary>Levels applied for; empty before it was begun.</summary>
    public IReadOnlyList<WorkLevel> Levels { get; set; } = [];

    /// <summary>When it was begun.</summary>
    public DateTimeOffset Since { get; set; }

    /// <summary>What the workplace was called when it was begun.</summary>
    public string Name { get; set; } = "";

    /// <summary>The local association it lies under.</summary>
    public string Association { get; set; } = "";

    public PlanKept? Plan { get; set; }

    public List<PlanReviewed> Reviews { get; init; } = [];

    public List<C2Confirmed> Confirmations { get; init; } = [];

    public Dictionary<string, string> Fields { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The hospital's self-evaluation, by item.</summary>
    public Dictionary<string, ItemAnswered> Answers { get; init; } = new(StringComparer.Ordinal);

    /// <summary>When it was filed first; null before.</summary>
    public DateTimeOffset? Filed { get; set; }

    /// <summary>It is with the hospital, which has filed it before: advice is to be answered.</summary>
    public bool Returned { get; set; }

    public Survey Doctor { get; init; } = new();

    public Survey Labour { get; init; } = new();

    /// <summary>中間報告; null before there was one.</summary>
    public EvaluationSuspended? Suspension { get; set; }

    public EvaluationResulted? Result { get; set; }

    public DateOnly? Applied { get; set; }

    public PrefectureDesignated? Designation { get; set; }

    public bool Published { get; set; }

    public bool Withdrawn { get; set; }

    /// <summary>Keys of commands that were done.</summary>
    public HashSet<string> Done { get; init; } = new(StringComparer.Ordinal);

    [JsonIgnore]
    public bool Opened => Levels.Count > 0;

    public Survey Of(SurveyorKind kind) => kind == SurveyorKind.Doctor ? Doctor : Labour;
}

/// <summary>What one surveyor found.</summary>
public sealed class Survey
{
    /// <summary>Account; empty before one was assigned.</summary>
    public string Who { get; set; } = "";

    public Dictionary<string, ItemJudged> Items { get; init; } = new(StringComparer.Ordinal);

    public bool Done { get; set; }
}
