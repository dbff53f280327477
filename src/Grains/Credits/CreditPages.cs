using System.Globalization;

namespace JmaActors.Credits;

/// <summary>Lists of a ledger's entries: newest date first, then by key.</summary>
static class CreditPages
{
    /// <summary>A page after a cursor (<c>date|key</c> of the last entry shown); a cursor that cannot be read begins anew.</summary>
    public static CreditPage After(CreditLedgerState state, string? cursor, int size)
    {
        var ordered = Ordered(state);
        var from = Read(cursor) is { } last ? ordered.FindIndex(e => Compare((e.Value.Date, e.Key), last) > 0) : 0;
        if (from < 0) return new CreditPage([], null);
        var count = Math.Min(size, ordered.Count - from);
        var page = ordered.GetRange(from, count).ConvertAll(static e => e.Value.Entry(e.Key));
        return new CreditPage(page, from + count < ordered.Count ? Cursor(page[^1]) : null);
    }

    /// <summary>The newest entries.</summary>
    public static List<KeyValuePair<string, CreditItem>> Newest(CreditLedgerState state, int most)
    {
        var ordered = Ordered(state);
        if (ordered.Count > most) ordered.RemoveRange(most, ordered.Count - most);
        return ordered;
    }

    static List<KeyValuePair<string, CreditItem>> Ordered(CreditLedgerState state)
    {
        var all = new List<KeyValuePair<string, CreditItem>>(state.Entries);
        all.Sort(static (a, b) => Compare((a.Value.Date, a.Key), (b.Value.Date, b.Key)));
        return all;
    }

    static int Compare((DateOnly Date, string Key) a, (DateOnly Date, string Key) b) =>
        a.Date != b.Date ? b.Date.CompareTo(a.Date) : string.CompareOrdinal(a.Key, b.Key);

    static string Cursor(CreditEntry entry) => string.Create(CultureInfo.InvariantCulture, $"{entry.Date:yyyy-MM-dd}|{entry.Key}");

    static (DateOnly Date, string Key)? Read(string? cursor)
    {
        var bar = cursor?.IndexOf('|', StringComparison.Ordinal) ?? -1;
        return bar > 0 && DateOnly.TryParseExact(cursor.AsSpan(0, bar), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? (date, cursor![(bar + 1)..])
            : null;
    }
}
