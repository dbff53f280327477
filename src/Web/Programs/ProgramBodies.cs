using JmaActors.Credits;
using JmaActors.Training;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Programs;

/// <summary>Creates a program.</summary>
/// <param name="Id">The id, chosen by the sender so that the same request again makes one program; given by the site when left out.</param>
/// <param name="WholeTalk">True: leaving before a talk's end voids that talk's entry. False: the full half hours reached are kept.</param>
public sealed record ProgramBody(
    AssociationId Host, string Title, string Place, bool WholeTalk, DateTimeOffset DoorsOpen, DateTimeOffset DoorsClose,
    IReadOnlyList<TalkBody> Talks, ProgramId? Id = null)
{
    public CreateProgram ToCommand(Caller caller) => new(
        Host,
        Input.Text(Title, "title", TrainingLimits.TitleLength),
        Input.Text(Place, "place", TrainingLimits.TitleLength),
        WholeTalk, DoorsOpen, DoorsClose, TalkBody.Checked(Talks), caller);
}

/// <summary>Replaces the timeline of a draft.</summary>
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
