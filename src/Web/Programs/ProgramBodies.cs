using JmaActors.Credits;
using JmaActors.Training;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Programs;

/// <summary>Creates a program.</summary>
/// <param name="Id">The id, chosen by the sender so that the same request again makes one program; given by the site when left out.</param>
/// <param name="WholeTalk">True: leaving before a talk's end voids that talk's entry. False: the full half hours reached are kept.</param>
/// <param name="Terms">What is asked of attendance; as the schemes' policies say when left out.</param>
/// <param name="Organizer">Who holds it when that is not the association itself, which then endorses it.</param>
/// <param name="Delivery">How it is held: hall, web or both; both when left out.</param>
public sealed record ProgramBody(
    AssociationId Host, string Title, string Place, bool WholeTalk, DateTimeOffset DoorsOpen, DateTimeOffset DoorsClose,
    IReadOnlyList<TalkBody> Talks, ProgramId? Id = null, AttendanceTerms? Terms = null, string? Organizer = null,
    ProgramDelivery Delivery = ProgramDelivery.Both)
{
    public CreateProgram ToCommand(Caller caller) => new(
        Host,
        Input.Text(Title, "title", TrainingLimits.TitleLength),
        Input.Text(Place, "place", TrainingLimits.TitleLength),
        WholeTalk, DoorsOpen, DoorsClose, TalkBody.Checked(Talks), caller, Terms, OrganizerOf(Organizer), Delivery);

    internal static string? OrganizerOf(string? text) => string.IsNullOrEmpty(text) ? null : Input.Text(text, "organizer", TrainingLimits.TitleLength);
}

/// <summary>What a program is to be from now on: all of it.</summary>
/// <param name="On">The program's <c>content</c> version this was written over; left out to change whatever stands.</param>
/// <param name="Delivery">How it is held; as it stands when left out.</param>
public sealed record ChangeBody(
    string Title, string Place, bool WholeTalk, DateTimeOffset DoorsOpen, DateTimeOffset DoorsClose, IReadOnlyList<TalkBody> Talks,
    AttendanceTerms? Terms = null, string? Organizer = null, long? On = null, ProgramDelivery? Delivery = null)
{
    public ChangeProgram ToCommand(Caller caller) => new(
        Input.Text(Title, "title", TrainingLimits.TitleLength),
        Input.Text(Place, "place", TrainingLimits.TitleLength),
        WholeTalk, DoorsOpen, DoorsClose, TalkBody.Checked(Talks), Terms, ProgramBody.OrganizerOf(Organizer), On, caller, Delivery);
}

/// <summary>Replaces the timeline alone.</summary>
public sealed record TimelineBody(DateTimeOffset DoorsOpen, DateTimeOffset DoorsClose, IReadOnlyList<TalkBody> Talks)
{
    public SetTimeline ToCommand(Caller caller) => new(DoorsOpen, DoorsClose, TalkBody.Checked(Talks), caller);
}

/// <summary>One line of a timeline: a talk with one curriculum code and what else it offers, or time that does not count.</summary>
/// <param name="No">1 for the first talk.</param>
/// <param name="Code">0 or left out where no CME units are offered.</param>
/// <param name="Offers">Units of other schemes; each scheme at most once.</param>
public sealed record TalkBody(
    int No, DateTimeOffset Start, DateTimeOffset End, string Title, string Speaker, CurriculumCode? Code = null,
    TalkKind Kind = TalkKind.Lecture, IReadOnlyList<Offer>? Offers = null)
{
    /// <summary>Offers of one talk: one per scheme.</summary>
    const int OffersMost = 8;

    public static Talk[] Checked(IReadOnlyList<TalkBody> talks)
    {
        if (talks.Count > TrainingLimits.Talks) throw new InvalidInputException("talks", $"A program has at most {TrainingLimits.Talks} talks.");
        return [.. talks.Select((talk, at) => talk?.ToTalk(at) ?? throw new InvalidInputException($"talks[{at}]", "A talk is wanted here."))];
    }

    Talk ToTalk(int at)
    {
        if (Offers is { Count: > OffersMost }) throw new InvalidInputException($"talks[{at}].offers", "A talk offers each scheme at most once.");
        return new Talk(
            No, Start, End,
            Input.Text(Title, $"talks[{at}].title", TrainingLimits.TitleLength),
            Input.Text(Speaker, $"talks[{at}].speaker", TrainingLimits.TitleLength, shortest: 0),
            Code ?? default, Kind, Offers is { Count: > 0 } ? [.. Offers] : null);
    }
}

/// <summary>An approver's word on one scheme.</summary>
/// <param name="Reason">Required unless approved.</param>
/// <param name="On">The program's <c>content</c> version that was looked at.</param>
public sealed record DecisionBody(CreditScheme Scheme, ApprovalDecision Decision, long On, string Reason = "")
{
    public DecideProgram ToCommand(Caller caller) => new(Scheme, Decision, Input.Text(Reason, "reason", TrainingLimits.ReasonLength, shortest: 0), On, caller);
}

/// <summary>Why a program is called off.</summary>
public sealed record CancelBody(string Reason)
{
    public CancelProgram ToCommand(Caller caller) => new(Input.Text(Reason, "reason", TrainingLimits.ReasonLength), caller);
}

/// <summary>Copies a program.</summary>
/// <param name="NewId">The id of the copy; the same again finds the same copy. Given by the site when left out.</param>
/// <param name="StartsOn">Civil date (Asia/Tokyo) of the copy's first talk.</param>
/// <param name="Host">Who holds the copy; the same association when left out.</param>
public sealed record CopyBody(DateOnly StartsOn, ProgramId? NewId = null, AssociationId? Host = null);
