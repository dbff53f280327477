using System.Globalization;
using System.Text.Json;

namespace JmaActors.Crash.Journal;

/// <summary>A seminar board as a watcher got it.</summary>
sealed class SeminarBoard(string session, JsonElement picture)
{
    const int AssociationsShown = 12;
    const int DoubtsShown = 12;
    static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);
    static readonly string[] Statuses = ["draft", "open", "closed", "confirmed"];

    public string Session => session;

    /// <summary>The session's version it shows.</summary>
    public long Version { get; } = picture.GetProperty("sequence").GetInt64();

    /// <summary>Holds every figure against what the events up to this version say.</summary>
    public void Compare(SessionStory story, Complaints complaints)
    {
        void Same<T>(string figure, T wanted, T shown) => complaints.Same($"board of {session} at {Version}, {figure}", wanted, shown);

        Same("status", Statuses[story.Status], picture.GetProperty("status").GetString());
        Same("inside", story.Inside, Number("inside"));
        Same("people", story.Visitors.Count, Number("people"));
        Same("ins", story.Ins, Number("ins"));
        Same("outs", story.Taken.Count - story.Ins, Number("outs"));
        Same("refused", story.Refused.Count, Number("refused"));
        Same("pending", Tenths(story.Cme.Select(c => c.Value), Assessed.Pending), Units(picture, "pendingUnits"));
        Same("posted", Tenths(story.Cme.Select(c => c.Value), Assessed.Posted), Units(picture, "postedUnits"));
        foreach (var talk in picture.GetProperty("talks").EnumerateObject()) Compare(talk, story, Same);
        Same("associations", Join(InsideBy(story)), Join(picture.GetProperty("associations").EnumerateObject().Select(a => (a.Name, a.Value.GetProperty("inside").GetInt32()))));
        Same("curve", Join(Curve(story)), Join(picture.GetProperty("curve").EnumerateObject().Select(p => (p.Name, p.Value.GetInt32()))));
        Same("doubts", Join(story.Refused.TakeLast(DoubtsShown).Select(r => (Text(r.Version), r.Reason))), Join(picture.GetProperty("doubts").EnumerateObject().Select(d => (d.Name, d.Value.GetProperty("reason").GetString()!))));
    }

    static void Compare(JsonProperty talk, SessionStory story, Action<string, int, int> same)
    {
        var held = story.Cme.Where(c => Text(c.Key.Talk) == talk.Name).Select(c => c.Value).ToList();
        same($"people of talk {talk.Name}", held.Count, talk.Value.GetProperty("people").GetInt32());
        same($"pending of talk {talk.Name}", Tenths(held, Assessed.Pending), Units(talk.Value, "pendingUnits"));
        same($"posted of talk {talk.Name}", Tenths(held, Assessed.Posted), Units(talk.Value, "postedUnits"));
        same($"voided of talk {talk.Name}", held.Count(c => c.State == Assessed.Voided), talk.Value.GetProperty("voided").GetInt32());
    }

    static IEnumerable<(string, int)> InsideBy(SessionStory story) => story.Visitors.Values.Where(v => v.Inside)
        .GroupBy(v => v.Association, StringComparer.Ordinal).Select(g => (Code: g.Key, Inside: g.Count()))
        .OrderByDescending(a => a.Inside).ThenBy(a => a.Code, StringComparer.Ordinal).Take(AssociationsShown);

    /// <summary>People inside at the end of every minute in which a tap was taken, or in which there are more or fewer inside by taps that only later followed.</summary>
    static IEnumerable<(string, int)> Curve(SessionStory story)
    {
        var stays = story.Visitors.Values.SelectMany(v => v.Stays()).Select(s => (In: Minute(s.In), Out: s.Out is { } left ? Minute(left) : long.MaxValue)).ToList();
        var moved = stays.Select(s => (Minute: s.In, Change: 1)).Concat(stays.Where(s => s.Out < long.MaxValue).Select(s => (Minute: s.Out, Change: -1)))
            .GroupBy(m => m.Minute, m => m.Change).Where(m => m.Sum() != 0).Select(m => m.Key);
        return story.Taken.Select(Minute).Union(moved).Select(minute => (
            DateTimeOffset.UnixEpoch.AddMinutes(minute).ToOffset(Tokyo).ToString("HH:mm", CultureInfo.InvariantCulture),
            stays.Count(s => s.In <= minute && s.Out > minute)));
    }

    static long Minute(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMinute;

    static int Tenths(IEnumerable<Assessed> credits, int state) => credits.Where(c => c.State == state).Sum(c => c.Tenths);

    static int Units(JsonElement of, string name) => (int)(of.GetProperty(name).GetDecimal() * 10);

    static string Join<T>(IEnumerable<(string Key, T Value)> pairs) => string.Join(' ', pairs.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}"));

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    int Number(string name) => picture.GetProperty(name).GetInt32();
}
