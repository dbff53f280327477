using JmaActors.Credits;

namespace JmaActors.Training;

/// <summary>One scheme's approval as folded.</summary>
/// <param name="Approver">Code of the association that was asked.</param>
/// <param name="Last">The last word; null before the first.</param>
/// <param name="On">The version it was given on.</param>
/// <param name="Decided">What the program was then, so that what has changed since can be shown.</param>
public sealed record SchemeApproval(
    CreditScheme Scheme, string Approver, ApprovalState State, bool Late, ApprovalDecision? Last = null, long On = 0,
    DateTimeOffset? At = null, string? By = null, string Reason = "", ProgramContent? Decided = null)
{
    /// <summary>Was approved, and a change of its units asks for approval again.</summary>
    public bool Lapsed => State == ApprovalState.Waiting && Last == ApprovalDecision.Approve;

    /// <summary>The state a word leads to.</summary>
    public static ApprovalState After(ApprovalDecision decision) => decision switch
    {
        ApprovalDecision.Approve => ApprovalState.Approved,
        ApprovalDecision.Return => ApprovalState.Returned,
        _ => ApprovalState.Refused,
    };
}
