using JmaActors.Credits;

namespace JmaActors.Training;

/// <summary>How far a program is on its way from a draft to a confirmed roll.</summary>
[GenerateSerializer, Alias("program-stage")]
public enum ProgramStage
{
    /// <summary>準備中: nobody was asked yet.</summary>
    Draft = 0,

    /// <summary>申請中: at least one scheme's approver has not decided.</summary>
    Applied = 1,

    /// <summary>承認済: every scheme it offers is approved.</summary>
    Approved = 2,

    /// <summary>公開中: shown to everybody. A scheme may have to approve again after a change.</summary>
    Published = 3,

    /// <summary>開催中.</summary>
    Open = 4,

    /// <summary>閉場.</summary>
    Closed = 5,

    /// <summary>確定済.</summary>
    Confirmed = 6,

    /// <summary>中止.</summary>
    Cancelled = 7,

    /// <summary>差戻し: a scheme was returned or refused and no other waits; the host has to act.</summary>
    Returned = 8,
}

/// <summary>Where one scheme's approval stands.</summary>
[GenerateSerializer, Alias("approval-state")]
public enum ApprovalState
{
    /// <summary>Not applied for.</summary>
    None = 0,
    Waiting = 1,
    Approved = 2,

    /// <summary>差戻し: to be mended and applied for again.</summary>
    Returned = 3,
    Refused = 4,
}

/// <summary>An approver's word.</summary>
[GenerateSerializer, Alias("approval-decision")]
public enum ApprovalDecision
{
    Approve = 0,
    Return = 1,
    Refuse = 2,
}

/// <param name="Reason">Required unless approved; at most <see cref="TrainingLimits.ReasonLength"/> characters.</param>
/// <param name="On">The <see cref="ProgramView.Content"/> version that was looked at.</param>
[GenerateSerializer, Immutable, Alias("decide-program")]
public sealed record DecideProgram(
    [property: Id(0)] CreditScheme Scheme,
    [property: Id(1)] ApprovalDecision Decision,
    [property: Id(2)] string Reason,
    [property: Id(3)] long On,
    [property: Id(4)] Caller Caller);

/// <param name="Reason">Why; required.</param>
[GenerateSerializer, Immutable, Alias("cancel-program")]
public sealed record CancelProgram([property: Id(0)] string Reason, [property: Id(1)] Caller Caller);

/// <summary>Where one scheme's approval stands, and what has changed since it was last decided on.</summary>
/// <param name="Approver">Who decides: the policy's approver for this host.</param>
/// <param name="Most">The most the program can earn somebody under this scheme.</param>
/// <param name="Rule">The rule that names the approver, with its source.</param>
/// <param name="Late">Applied for after the last day of an application in time.</param>
/// <param name="On">The version last decided on; 0 when never.</param>
/// <param name="By">Who decided last; null when nobody has.</param>
/// <param name="Reason">The reason given with the last decision.</param>
/// <param name="Lapsed">True when it was approved and a later change of its units asks for approval again.</param>
/// <param name="Changes">What has changed since the version last decided on.</param>
[GenerateSerializer, Immutable, Alias("approval-line")]
public sealed record ApprovalLine(
    [property: Id(0)] CreditScheme Scheme,
    [property: Id(1)] ApprovalState State,
    [property: Id(2)] AssociationId Approver,
    [property: Id(3)] Units Most,
    [property: Id(4)] RuleRef Rule,
    [property: Id(5)] bool Late,
    [property: Id(6)] long On,
    [property: Id(7)] DateTimeOffset? At,
    [property: Id(8)] string? By,
    [property: Id(9)] string Reason,
    [property: Id(10)] bool Lapsed,
    [property: Id(11)] IReadOnlyList<ProgramDifference> Changes);

/// <summary>What one talk offers under one scheme.</summary>
/// <param name="Subject">Curriculum code, or subject of another scheme.</param>
/// <param name="Most">The most it can earn.</param>
/// <param name="HallOnly">Of a program that is held on the web too: attendance on the web earns nothing under it.</param>
[GenerateSerializer, Immutable, Alias("offer-line")]
public sealed record OfferLine(
    [property: Id(0)] int Talk,
    [property: Id(1)] CreditScheme Scheme,
    [property: Id(2)] short Subject,
    [property: Id(3)] Words Title,
    [property: Id(4)] Units Most,
    [property: Id(5)] bool HallOnly = false);
