using JmaActors.Credits;
using JmaActors.Dues;
using JmaActors.Ledgers;
using JmaActors.Members;

namespace JmaActors.Applications;

/// <summary>What is applied for (申請・届出の種類).</summary>
[GenerateSerializer, Alias("application-kind")]
public enum ApplicationKind
{
    /// <summary>入会: into the local association alone, up to the prefecture, or up to 日本医師会; also into further layers later.</summary>
    Join = 1,

    /// <summary>異動: to another local association on one day, in the same layers.</summary>
    Transfer = 2,

    /// <summary>会員区分変更, or of the capacity one practises in.</summary>
    Category = 3,

    /// <summary>医賠責加入除外申請, and coming back under the cover: what makes B and C.</summary>
    Cover = 4,

    /// <summary>会費減免.</summary>
    Reduction = 5,

    /// <summary>退会: of 日本医師会 alone, from the prefecture up, or of all three.</summary>
    Leave = 6,

    /// <summary>死亡.</summary>
    Death = 7,
}

/// <summary>Where an application is.</summary>
[GenerateSerializer, Alias("application-status")]
public enum ApplicationStatus
{
    /// <summary>Being written; nobody else sees it.</summary>
    Draft = 1,

    /// <summary>An office has to answer.</summary>
    Waiting = 2,

    /// <summary>The applicant has to correct it.</summary>
    Returned = 3,

    /// <summary>Everybody has agreed; the record is being changed.</summary>
    Approved = 4,

    /// <summary>On record.</summary>
    Done = 5,
    Refused = 6,
    Withdrawn = 7,

    /// <summary>It is being taken back out of the record.</summary>
    Undoing = 8,
    Undone = 9,
}

/// <summary>What an office's word is for.</summary>
[GenerateSerializer, Alias("application-part")]
public enum ApplicationPart
{
    /// <summary>It agrees to what it is asked for.</summary>
    Admits = 1,

    /// <summary>It lets somebody go who leaves it.</summary>
    Releases = 2,
}

/// <summary>What was said to an application.</summary>
[GenerateSerializer, Alias("application-word")]
public enum ApplicationWord
{
    Approved = 1,
    Refused = 2,
    Returned = 3,

    /// <summary>By the applicant: handed in, also again.</summary>
    Submitted = 4,
    Withdrawn = 5,
    Undone = 6,

    /// <summary>By the record: it could not be changed as agreed.</summary>
    NotRecorded = 7,
}

/// <summary>A reduction of dues as asked for; it begins with the application's date.</summary>
[GenerateSerializer, Immutable, Alias("reduction-asked")]
public sealed record ReductionAsked([property: Id(0)] ReductionKind Kind, [property: Id(1)] DateOnly? Until, [property: Id(2)] MembershipLayers Layers);

/// <summary>What is applied for.</summary>
/// <param name="Membership">As it is to be from the date on; null for a reduction, and for a death, after which there is none.</param>
/// <param name="From">Civil date from which it is to hold; for a death the day after.</param>
/// <param name="Reduction">For a reduction alone.</param>
[GenerateSerializer, Immutable, Alias("application-request")]
public sealed record ApplicationRequest(
    [property: Id(0)] ApplicationKind Kind, [property: Id(1)] Membership? Membership, [property: Id(2)] DateOnly From, [property: Id(3)] ReductionAsked? Reduction);

/// <summary>An office on the way of an application.</summary>
/// <param name="Word">What it said; null while it has not.</param>
/// <param name="By">Who said it; null while nobody has.</param>
[GenerateSerializer, Immutable, Alias("application-step")]
public sealed record ApplicationStep(
    [property: Id(0)] AssociationId Office, [property: Id(1)] ApplicationPart Part, [property: Id(2)] ApplicationWord? Word = null, [property: Id(3)] DateTimeOffset? At = null, [property: Id(4)] Caller? By = null);

/// <param name="Office">The office that said it; null for the applicant, or the record.</param>
/// <param name="Words">Empty where nothing was said, or the person was erased.</param>
[GenerateSerializer, Immutable, Alias("application-line")]
public sealed record ApplicationLine(
    [property: Id(0)] DateTimeOffset At, [property: Id(1)] ApplicationWord Word, [property: Id(2)] AssociationId? Office, [property: Id(3)] Caller By, [property: Id(4)] string Words);

/// <summary>An application as those on its way see it.</summary>
/// <param name="Applicant">Who it is about; with nothing in it once erased.</param>
/// <param name="Before">The membership on the date it is for, as it was when handed in; before that, as it is.</param>
/// <param name="Steps">In their order. Who waits for whom: the first without a word is asked.</param>
/// <param name="Due">By this civil date whoever is asked is to answer; null when nobody is.</param>
/// <param name="Documents">SHA-256 of those attached, held by the applicant.</param>
/// <param name="Words">What the applicant says to it.</param>
/// <param name="Offices">All that were ever on its way.</param>
/// <param name="BegunBy">Code of the office whose clerk began it in its name; empty for the applicant.</param>
[GenerateSerializer, Immutable, Alias("application-view")]
public sealed record ApplicationView(
    [property: Id(0)] string Id,
    [property: Id(1)] MemberId Member,
    [property: Id(2)] Person Applicant,
    [property: Id(3)] ApplicationStatus Status,
    [property: Id(4)] ApplicationRequest Request,
    [property: Id(5)] Membership Before,
    [property: Id(6)] IReadOnlyList<ApplicationStep> Steps,
    [property: Id(7)] DateTimeOffset? Submitted,
    [property: Id(8)] DateOnly? Due,
    [property: Id(9)] IReadOnlyList<ApplicationLine> Lines,
    [property: Id(10)] IReadOnlyList<string> Documents,
    [property: Id(11)] long Version,
    [property: Id(12)] string Words,
    [property: Id(13)] IReadOnlyList<AssociationId> Offices,
    [property: Id(14)] string BegunBy)
{
    /// <summary>The office that has to answer; null when none has.</summary>
    public AssociationId? Waits => Status == ApplicationStatus.Waiting ? Steps.FirstOrDefault(s => s.Word is null or ApplicationWord.Returned)?.Office : null;
}

/// <summary>What an application would come to, before it is handed in.</summary>
/// <param name="Refusal">Why it could not be handed in; null when it could.</param>
/// <param name="Before">The membership on its date.</param>
/// <param name="Steps">Who would be asked, in order.</param>
/// <param name="Dues">What the fiscal year of its date comes to, as recorded and then; null where it cannot be handed in.</param>
/// <param name="Next">The same of the fiscal year after.</param>
/// <param name="Ends">Benefits that would not be open any more.</param>
/// <param name="Begins">Benefits that would be open from then on.</param>
[GenerateSerializer, Immutable, Alias("application-trial")]
public sealed record ApplicationTrial(
    [property: Id(0)] Refusal? Refusal, [property: Id(1)] Membership Before, [property: Id(2)] IReadOnlyList<ApplicationStep> Steps, [property: Id(3)] DuesTrial? Dues, [property: Id(4)] DuesTrial? Next,
    [property: Id(5)] IReadOnlyList<Words> Ends,
    [property: Id(6)] IReadOnlyList<Words> Begins);
