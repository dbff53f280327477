using System.Text.Json;
using JmaActors.Directory;
using JmaActors.Journal;
using JmaActors.Policies;
using JmaActors.Time;

namespace JmaActors.Works;

/// <summary>Reads whom a work is about, chunk by chunk, within the scope of who began it.</summary>
public sealed class WorkGathering(IMemberSearch search, PolicyBook book, TimeProvider time)
{
    /// <summary>The order of a list that would move while it is read: somebody might be passed over, or come twice.</summary>
    const string Steady = "kana";

    static readonly HashSet<string> Moving = new(["total", "changed"], StringComparer.Ordinal);

    SearchMoment Moment => new(Tokyo.Today(time), book);

    /// <summary>What is wrong with what was asked for; null when nothing is.</summary>
    public Refusal? Fault(MemberFilter filter, string sort, Caller caller) =>
        FilterRules.Read(filter, Moment, caller).Fault ?? (SearchOrders.Read(sort) is null ? new Refusal("bad-filter", "sort", "There is no such sort.") : null);

    /// <summary>The next chunk. Null when what was asked for cannot be read, as by a node of another version: never is anybody else meant instead.</summary>
    /// <param name="began">When the work was begun: it is judged by that day throughout.</param>
    /// <param name="cursor">Where the chunk before ended; null for the first.</param>
    public async Task<WorkGathered?> Next(WorkStarted started, DateTimeOffset began, WorkRequest request, int chunk, string? cursor, int most, CancellationToken ct)
    {
        var moment = new SearchMoment(Tokyo.DateOf(began), book);
        if (FilterRules.Read(request.Filter, moment, started.By).Sought is not { } sought || Order(request.Sort) is not { } order) return null;
        var page = await search.Page(new Search(sought, SearchScope.Of(started.By), moment, request.Chosen), order, cursor, most, ct).OrTryAgain();
        var lost = new SortedSet<string>(StringComparer.Ordinal);
        var (body, lostRows) = started.Kind == WorkKind.Export ? Rows(started, page.Members, lost) : (Ids(page.Members), 0);
        return new WorkGathered(chunk, page.Members.Count, page.Next is null, [.. lost.Take(WorkLimits.Named)], lostRows) { Gathered = new WorkChunk(body, page.Next) };
    }

    static SearchOrder? Order(string sort) => SearchOrders.Read(sort) is { } order && Moving.Contains(order.Key.Name) ? SearchOrders.Read(Steady) : SearchOrders.Read(sort);

    static byte[] Ids(IReadOnlyList<FoundMember> members) => JsonSerializer.SerializeToUtf8Bytes([.. members.Select(m => m.Id.Number)], WorkJson.Default.ListInt64);

    static (byte[] Body, int LostRows) Rows(WorkStarted started, IReadOnlyList<FoundMember> members, SortedSet<string> lost)
    {
        var columns = started.Columns.Select(c => ExportColumns.Of(c)!.Value).ToArray();
        var rows = new List<string[]>(members.Count);
        var lostRows = 0;
        foreach (var member in members)
        {
            var row = Array.ConvertAll(columns, value => value(member));
            rows.Add(row);
            if (started.Format != ExportFormat.ShiftJis) continue;
            var any = false;
            foreach (var text in row) any |= ShiftJisText.Missed(text, lost);
            if (any) lostRows++;
        }
        return (JsonSerializer.SerializeToUtf8Bytes(rows, WorkJson.Default.ListStringArray), lostRows);
    }
}
