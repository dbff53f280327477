using System.Security.Cryptography;
using JmaActors.Training;

namespace JmaActors.Pages.Programs;

/// <summary>A program while it is being written on the page: civil dates and times in Asia/Tokyo.</summary>
public sealed class ProgramDraft
{
    const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    public string Host { get; set; } = AssociationId.Jma.Code;

    public string Title { get; set; } = "";

    public string Place { get; set; } = "";

    public bool WholeTalk { get; set; }

    public DateOnly Date { get; set; }

    public TimeOnly DoorsOpen { get; set; } = new(12, 30);

    public TimeOnly DoorsClose { get; set; } = new(17, 0);

    public List<TalkDraft> Talks { get; } = [new() { Start = new(13, 0), End = new(14, 0) }, new() { Start = new(14, 10), End = new(15, 40) }];

    /// <summary>The id chosen for what is sent; the same form sent again names the same program.</summary>
    public ProgramId Id => new($"P{Host}-{Date:yyyyMMdd}-{suffix}");

    readonly string suffix = RandomNumberGenerator.GetString(Letters, 4);

    public CreateProgram ToCommand(Caller caller) => new(
        new AssociationId(Host), Title.Trim(), Place.Trim(), WholeTalk, At(DoorsOpen), At(DoorsClose),
        [.. Talks.Select((t, i) => new Talk(i + 1, At(t.Start), At(t.End), t.Title.Trim(), t.Speaker.Trim(), new CurriculumCode((short)t.Code)))], caller);

    public void AddTalk()
    {
        var start = Talks.Count == 0 ? new TimeOnly(13, 0) : Talks[^1].End.AddMinutes(10);
        Talks.Add(new TalkDraft { Start = start, End = start.AddMinutes(60) });
    }

    DateTimeOffset At(TimeOnly time) => new(Date.ToDateTime(time), Tokyo);
}

/// <summary>One talk while it is being written. Code 0 means none chosen yet.</summary>
public sealed class TalkDraft
{
    public TimeOnly Start { get; set; }

    public TimeOnly End { get; set; }

    public string Title { get; set; } = "";

    public string Speaker { get; set; } = "";

    public int Code { get; set; }
}
