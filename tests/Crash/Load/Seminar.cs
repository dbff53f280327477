using System.Globalization;
using System.Text.Json.Nodes;

namespace JmaActors.Crash.Load;

/// <param name="No">1 for the first talk.</param>
sealed record SeminarTalk(int No, DateTimeOffset Start, DateTimeOffset End, int Code);

/// <summary>A program with a running session: two talks that are over, and one whose only half hour is just about to be full and which ends soon after.</summary>
sealed record Seminar(string Program, bool WholeTalk, DateTimeOffset DoorsOpen, DateTimeOffset DoorsClose, IReadOnlyList<SeminarTalk> Talks)
{
    static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    public string Session => $"{Program}.1";

    /// <summary>When the last talk ends: no roll is confirmed before.</summary>
    public DateTimeOffset Over => Talks[^1].End;

    /// <summary>How long until it has surely ended, a little more since a timer may wake early; zero when it has.</summary>
    public TimeSpan UntilOver => Over - TimeProvider.System.GetUtcNow() is { Ticks: > 0 } left ? left + TimeSpan.FromMilliseconds(50) : TimeSpan.Zero;

    public PlainOrder Close => new($"sessions/{Session}/close");

    public PlainOrder Confirm => new($"sessions/{Session}/confirm");

    public PlainOrder Apply => new($"programs/{Program}/apply");

    /// <summary>The approver's word on the only scheme; creating is the program's first event, and nothing has changed since.</summary>
    public PlainOrder Approve => new($"programs/{Program}/decisions", """{"scheme":"cme","decision":"approve","reason":"","on":1}""");

    public PlainOrder Open => new($"programs/{Program}/open");

    public static Seminar Running(string program, bool wholeTalk, DateTimeOffset now)
    {
        var at = now.ToOffset(Tokyo);
        SeminarTalk[] talks =
        [
            new(1, at.AddMinutes(-150), at.AddMinutes(-90), 74),
            new(2, at.AddMinutes(-85), at.AddMinutes(-40), 12),
            new(3, at.AddMinutes(-30).AddSeconds(4), at.AddSeconds(6), 8),
        ];
        // A program lies in one fiscal year, also in the night of 31 March.
        var year = talks.Where(t => YearOf(t.Start) == YearOf(t.End)).GroupBy(t => YearOf(t.Start)).MaxBy(y => y.Count())!;
        return new Seminar(program, wholeTalk, at.AddMinutes(-180), at.AddMinutes(60), [.. year]);
    }

    public PlainOrder Create()
    {
        var talks = Talks.Select(t => (JsonNode)new JsonObject
        {
            ["no"] = t.No, ["start"] = Text(t.Start), ["end"] = Text(t.End), ["title"] = $"Talk {t.No}", ["speaker"] = "", ["code"] = t.Code,
        });
        return new PlainOrder("programs", new JsonObject
        {
            ["id"] = Program, ["host"] = "26", ["title"] = "Crash test", ["place"] = "Hall", ["wholeTalk"] = WholeTalk,
            ["doorsOpen"] = Text(DoorsOpen), ["doorsClose"] = Text(DoorsClose), ["talks"] = new JsonArray([.. talks]),
        }.ToJsonString());
    }

    static string Text(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);

    static int YearOf(DateTimeOffset at) => at.Month >= 4 ? at.Year : at.Year - 1;
}
