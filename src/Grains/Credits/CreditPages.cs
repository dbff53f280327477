using System.Globalization;
using System.Text;

namespace JmaActors.Credits;

/// <summary>Lists of a ledger's entries: newest date first, then by the key's bytes.</summary>
static class CreditPages
{
    /// <summary>A page after a cursor (<c>date|key</c> of the last entry shown); a cursor that cannot be read begins anew.</summary>
    public static CreditPage After(CreditLedgerState state, string? cursor, int size)
    {
        var entries = state.Whole.Entries;
        var places = entries.Newest();
        var from = Read(cursor) is { } last ? Array.FindIndex(places, at => entries.Compare(at, last.Date, last.Key) > 0) : 0;
        if (from < 0) return new CreditPage([], null);
        var page = Array.ConvertAll(places[from..Math.Min(from + size, places.Length)], at => Told(state, entries.Key(at), entries.Item(at)));
        return new CreditPage(page, from + page.Length < places.Length ? Cursor(page[^1]) : null, Running(entries, places)[from..(from + page.Length)]);
    }

    /// <summary>The newest entries with their keys and running totals.</summary>
    public static (string Key, CreditItem Item, Units Running)[] Newest(CreditLedgerState state, int most)
    {
        var entries = state.Whole.Entries;
        var places = entries.Newest();
        var running = Running(entries, places);
        return [.. places.Take(most).Select((at, i) => (entries.Key(at), entries.Item(at), running[i]))];
    }

    /// <summary>Of each place, newest first, the units posted under its scheme up to and with it.</summary>
    static Units[] Running(CreditTable entries, int[] places)
    {
        var sums = new int[Enum.GetValues<CreditScheme>().Length];
        var running = new Units[places.Length];
        for (var i = places.Length - 1; i >= 0; i--)
        {
            ref var sum = ref sums[(int)entries.Scheme(places[i])];
            var fact = entries.Fact(places[i]);
            if (fact.State == CreditState.Posted) sum += fact.Units.Tenths;
            running[i] = new Units(sum);
        }
        return running;
    }

    /// <summary>An entry with the number it is kept under, when that is another's.</summary>
    static CreditEntry Told(CreditLedgerState state, string key, CreditItem item) =>
        state.OriginOf(key) is var (of, _) ? item.Entry(key) with { Of = new MemberId(of) } : state.Entry(key, item);

    static string Cursor(CreditEntry entry) => string.Create(CultureInfo.InvariantCulture, $"{entry.Date:yyyy-MM-dd}|{entry.Key}");

    static (DateOnly Date, byte[] Key)? Read(string? cursor)
    {
        var bar = cursor?.IndexOf('|', StringComparison.Ordinal) ?? -1;
        return bar > 0 && DateOnly.TryParseExact(cursor.AsSpan(0, bar), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? (date, Encoding.UTF8.GetBytes(cursor![(bar + 1)..]))
            : null;
    }
}
