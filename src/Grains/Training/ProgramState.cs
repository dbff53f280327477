using System.Text.Json.Serialization;
using JmaActors.Credits;

namespace JmaActors.Training;

/// <summary>A program as folded from its events.</summary>
public sealed class ProgramState
{
    /// <summary>False until it was created.</summary>
    public bool Created { get; set; }

    public string Host { get; set; } = "";

    public ProgramContent Content { get; set; } = ProgramContent.Empty;

    /// <summary>The version that made <see cref="Content"/> what it is.</summary>
    public long ContentVersion { get; set; }

    public SessionStatus Status { get; set; }

    public bool Published { get; set; }

    /// <summary>Why it was called off; null while it stands.</summary>
    public string? Cancelled { get; set; }

    public string? CopiedFrom { get; set; }

    /// <summary>Schemes applied for, in their order; those no longer offered stay, so that what was decided is not forgotten.</summary>
    public List<SchemeApproval> Approvals { get; set; } = [];

    [JsonIgnore]
    public string Title => Content.Title;

    [JsonIgnore]
    public IReadOnlyList<Talk> Talks => Content.Talks;

    /// <summary>Everybody may see it.</summary>
    [JsonIgnore]
    public bool Shown => Published || Status != SessionStatus.Draft;

    /// <summary>The approval of a scheme; null when it was not applied for.</summary>
    public SchemeApproval? Find(CreditScheme scheme) => Approvals.Find(a => a.Scheme == scheme);

    /// <summary>Replaces what is known of one scheme.</summary>
    public void Put(SchemeApproval approval)
    {
        var at = Approvals.FindIndex(a => a.Scheme == approval.Scheme);
        if (at >= 0) Approvals[at] = approval;
        else Approvals.Add(approval);
        Approvals.Sort((a, b) => a.Scheme.CompareTo(b.Scheme));
    }

    /// <summary>Schemes offered whose approval is missing.</summary>
    public IEnumerable<CreditScheme> Missing() => ProgramRules.Schemes(Content).Where(s => Find(s)?.State != ApprovalState.Approved);

    /// <summary>How far the program is.</summary>
    [JsonIgnore]
    public ProgramStage Stage => this switch
    {
        { Cancelled: not null } => ProgramStage.Cancelled,
        { Status: SessionStatus.Open } => ProgramStage.Open,
        { Status: SessionStatus.Closed } => ProgramStage.Closed,
        { Status: SessionStatus.Confirmed } => ProgramStage.Confirmed,
        { Published: true } => ProgramStage.Published,
        { Approvals.Count: 0 } => ProgramStage.Draft,
        _ => OfApprovals(),
    };

    ProgramStage OfApprovals()
    {
        var missing = Missing().Select(s => Find(s)?.State ?? ApprovalState.None).ToList();
        if (missing.Count == 0) return ProgramStage.Approved;
        if (missing.Contains(ApprovalState.Waiting)) return ProgramStage.Applied;
        return missing.All(s => s == ApprovalState.None) ? ProgramStage.Draft : ProgramStage.Returned;
    }

    /// <summary>The session's id: a program has one, numbered 1.</summary>
    public static SessionId SessionOf(ProgramId id) => SessionId.Of(id, 1);
}
