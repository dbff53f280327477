using JmaActors.Credits;
using JmaActors.Training;
using JmaActors.Web.Programs;

namespace JmaActors.Pages.Programs;

/// <summary>A program while it is being written on the page: civil dates and times in Asia/Tokyo.</summary>
public sealed class ProgramDraft
{
    static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    ProgramId? id;

    public string Host { get; set; } = AssociationId.Jma.Code;

    /// <summary>Who holds it when that is not the association; empty for the association itself.</summary>
    public string Organizer { get; set; } = "";

    public string Title { get; set; } = "";

    public string Place { get; set; } = "";

    /// <summary>How it is held. Most are held in a hall.</summary>
    public ProgramDelivery Delivery { get; set; } = ProgramDelivery.Hall;

    public bool WholeTalk { get; set; }

    public DateOnly Date { get; set; }

    public TimeOnly DoorsOpen { get; set; } = new(12, 30);

    public TimeOnly DoorsClose { get; set; } = new(17, 0);

    public int? EntryMinutes { get; set; }

    public int? ExitMinutes { get; set; }

    public int SharePercent { get; set; }

    public bool ReEntry { get; set; } = true;

    public bool SignUpOnly { get; set; }

    /// <summary>People the hall holds at one time; null for no limit.</summary>
    public int? Capacity { get; set; }

    public List<TalkDraft> Talks { get; } = [];

    /// <summary>The version written over; null for a new program.</summary>
    public long? On { get; private init; }

    /// <summary>The id chosen for what is sent; the same form sent again names the same program.</summary>
    public ProgramId Id => id ??= ProgramEndpoints.NewId(new AssociationId(Host), Date);

    /// <summary>A new program with two talks to begin with.</summary>
    public static ProgramDraft New()
    {
        var draft = new ProgramDraft();
        draft.Talks.Add(new TalkDraft { No = 1, Start = new(13, 0), End = new(14, 0) });
        draft.Talks.Add(new TalkDraft { No = 2, Start = new(14, 10), End = new(15, 40) });
        return draft;
    }

    /// <summary>What stands, to be changed.</summary>
    public static ProgramDraft Of(ProgramView p)
    {
        var terms = p.Terms ?? AttendanceTerms.Plain;
        var draft = new ProgramDraft
        {
            id = p.Id, On = p.Content, Host = p.Host.Code, Organizer = p.Organizer ?? "", Title = p.Title, Place = p.Place, Delivery = p.Delivery, WholeTalk = p.WholeTalk,
            Date = DateOnly.FromDateTime(p.DoorsOpen.ToOffset(Tokyo).DateTime), DoorsOpen = Time(p.DoorsOpen), DoorsClose = Time(p.DoorsClose),
            EntryMinutes = terms.EntryMinutes, ExitMinutes = terms.ExitMinutes, SharePercent = terms.SharePercent, ReEntry = terms.ReEntry, SignUpOnly = terms.SignUpOnly, Capacity = terms.Capacity,
        };
        foreach (var t in p.Talks)
        {
            var talk = new TalkDraft { No = t.No, Start = Time(t.Start), End = Time(t.End), Title = t.Title, Speaker = t.Speaker, Code = t.Code.Number, Kind = t.Kind };
            foreach (var o in t.Offers ?? []) talk.Offers[o.Scheme] = o.Subject;
            draft.Talks.Add(talk);
        }

        return draft;
    }

    public CreateProgram ToCommand(Caller caller) => new(
        new AssociationId(Host), Title.Trim(), Place.Trim(), WholeTalk, At(DoorsOpen), At(DoorsClose), [.. Talks.Select(ToTalk)], caller, Terms, Given(Organizer), Delivery);

    public ChangeProgram ToChange(Caller caller) => new(
        Title.Trim(), Place.Trim(), WholeTalk, At(DoorsOpen), At(DoorsClose), [.. Talks.Select(ToTalk)], Terms, Given(Organizer), On, caller, Delivery);

    public void AddTalk()
    {
        var start = Talks.Count == 0 ? new TimeOnly(13, 0) : Talks[^1].End.AddMinutes(10);
        Talks.Add(new TalkDraft { No = Talks.Count == 0 ? 1 : Talks.Max(t => t.No) + 1, Start = start, End = start.AddMinutes(60) });
    }

    AttendanceTerms Terms => new(EntryMinutes, ExitMinutes, SharePercent, ReEntry, SignUpOnly, Capacity);

    Talk ToTalk(TalkDraft t)
    {
        var lecture = t.Kind == TalkKind.Lecture;
        Offer[] offers = [.. t.Offers.Where(o => lecture && o.Value > 0).OrderBy(o => o.Key).Select(o => new Offer(o.Key, o.Value))];
        return new Talk(t.No, At(t.Start), At(t.End), t.Title.Trim(), t.Speaker.Trim(), new CurriculumCode((short)(lecture ? t.Code : 0)), t.Kind, offers is [] ? null : offers);
    }

    static string? Given(string text) => text.Trim() is { Length: > 0 } given ? given : null;

    static TimeOnly Time(DateTimeOffset at) => TimeOnly.FromDateTime(at.ToOffset(Tokyo).DateTime);

    DateTimeOffset At(TimeOnly time) => new(Date.ToDateTime(time), Tokyo);
}

/// <summary>One line of a timeline while it is being written. Code 0 means none chosen.</summary>
public sealed class TalkDraft
{
    public int No { get; init; }

    public TalkKind Kind { get; set; }

    public TimeOnly Start { get; set; }

    public TimeOnly End { get; set; }

    public string Title { get; set; } = "";

    public string Speaker { get; set; } = "";

    public int Code { get; set; }

    /// <summary>Subject by scheme; 0 is none.</summary>
    public Dictionary<CreditScheme, short> Offers { get; } = [];

    /// <summary>A lecture that earns something is complete; anything else needs no code.</summary>
    public bool NeedsCode => Kind == TalkKind.Lecture && Code == 0 && Offers.Values.All(s => s == 0);
}
