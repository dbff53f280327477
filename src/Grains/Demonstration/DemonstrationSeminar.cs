using JmaActors.Credits;
using JmaActors.Time;
using JmaActors.Training;
using static System.FormattableString;

namespace JmaActors.Demonstration;

/// <summary>
/// A sample program with three talks under three codes: 60, 45 and 30 minutes (1.0, 0.5 and 0.5 units), ten minutes between them. The first earns units of
/// occupational physicians and of specialists' common lectures, too.
/// </summary>
public sealed record DemonstrationSeminar(ProgramId Id, CreateProgram Command)
{
    /// <summary>The prefectural association that hosts it unless another is asked for: 京都府医師会.</summary>
    public static readonly AssociationId DefaultHost = AssociationId.Prefecture(26);

    /// <summary>Before the first talk and after the last one, the time the door is open.</summary>
    public static readonly TimeSpan DoorMargin = TimeSpan.FromMinutes(45);

    static readonly TimeSpan Break = TimeSpan.FromMinutes(10);
    static readonly TimeSpan Ahead = TimeSpan.FromMinutes(25);
    static readonly TimeSpan Slot = TimeSpan.FromMinutes(5);

    static readonly (int Minutes, short Code, string Title, string Speaker, Offer[] Offers)[] Plan =
    [
        (60, 8, "(見本)診療所と職場の感染対策", "見本 一郎", [new(CreditScheme.Occupational, 41), new(CreditScheme.CommonLecture, 12)]),
        (45, 12, "(見本)地域で支える医療", "例示 京子", []),
        (30, 74, "(見本)高血圧症の診療 最近の考え方", "架空 誠", []),
    ];

    /// <summary>Its only sitting.</summary>
    public SessionId Session => SessionId.Of(Id, 1);

    /// <summary>A seminar that is running: its first talk began 25 to 30 minutes ago, so that credits of whoever came in time are about to grow.</summary>
    public static DemonstrationSeminar Running(AssociationId host, DateTimeOffset now, string label = "DEMO", bool wholeTalk = true) =>
        StartingAt(host, Down(now - Ahead), label, wholeTalk);

    /// <summary>Programs of the coming weeks, so that a calendar, a host's home and an approver's inbox have something to show.</summary>
    public static readonly IReadOnlyList<(int Days, string Label, AssociationId Host, ProgramStage Step)> Upcoming =
    [
        (7, "NEXT1", DefaultHost, ProgramStage.Published),
        (14, "NEXT2", AssociationId.Prefecture(13), ProgramStage.Published),
        (35, "NEXT3", DefaultHost, ProgramStage.Applied),
        (49, "NEXT4", DefaultHost, ProgramStage.Draft),
    ];

    /// <summary>A seminar at two in the afternoon, so many days from now.</summary>
    public static DemonstrationSeminar OnDay(AssociationId host, DateTimeOffset now, int days, string label) =>
        StartingAt(host, Tokyo.At(Tokyo.DateOf(now).AddDays(days), new TimeOnly(14, 0)), label);

    /// <summary>A seminar whose first talk starts at the given time; moved past the night of 31 March where it would lie in two fiscal years.</summary>
    /// <param name="label">1 to 10 letters or digits that end the program's id.</param>
    public static DemonstrationSeminar StartingAt(AssociationId host, DateTimeOffset firstTalk, string label, bool wholeTalk = true)
    {
        var start = Tokyo.Of(firstTalk);
        var length = Talks(start)[^1].End - start;
        if (Tokyo.FiscalYearOf(start) != Tokyo.FiscalYearOf(start + length)) start = Tokyo.StartOf(Tokyo.DateOf(start + length));
        var talks = Talks(start);
        var code = Invariant($"P{host.Code.Replace("-", "", StringComparison.Ordinal)}-{start:yyyyMMdd}-{start:HHmm}{label}");
        return new DemonstrationSeminar(
            ProgramId.TryParse(code, out var id) ? id : throw new ArgumentException("A label has letters and digits only.", nameof(label)),
            new CreateProgram(host, "(見本)日医生涯教育講座", "(見本)医師会館 講堂", wholeTalk,
                start - DoorMargin, talks[^1].End + DoorMargin, talks, Caller.System));
    }

    static Talk[] Talks(DateTimeOffset start)
    {
        var talks = new Talk[Plan.Length];
        for (var i = 0; i < Plan.Length; i++)
        {
            var (minutes, code, title, speaker, offers) = Plan[i];
            talks[i] = new Talk(i + 1, start, start.AddMinutes(minutes), title, speaker, new CurriculumCode(code), Offers: offers is [] ? null : offers);
            start = talks[i].End + Break;
        }
        return talks;
    }

    static DateTimeOffset Down(DateTimeOffset instant) => new(instant.Ticks - instant.Ticks % Slot.Ticks, instant.Offset);
}
