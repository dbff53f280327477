namespace JmaActors.Records;

/// <summary>
/// One page out of all that is told: the newest lines after a cursor, kept while everything passes by once, so that memory holds a page and not a history.
/// </summary>
sealed class RecordPaging(RecordCursor? after, int size)
{
    readonly SortedList<RecordCursor, RecordLine> held = [];

    /// <summary>Which event corrects which, of every ledger that passed by; a correction is newer than what it corrects.</summary>
    readonly Dictionary<(string Ledger, long Version), long> corrections = [];

    public void Add(RecordLine line)
    {
        if (line.Corrects is { } corrected) corrections[(line.Ledger, corrected)] = line.Version;
        var place = RecordCursor.Of(line);
        if (after is { } from && place.CompareTo(from) <= 0) return;
        if (held.Count > size && place.CompareTo(held.Keys[^1]) > 0) return;
        held[place] = line;
        if (held.Count > size + 1) held.RemoveAt(held.Count - 1);
    }

    public RecordPage Page()
    {
        var lines = held.Values.Take(size).Select(l => corrections.TryGetValue((l.Ledger, l.Version), out var by) ? l with { CorrectedBy = by } : l).ToList();
        return new RecordPage(lines, held.Count > size ? RecordCursor.Of(lines[^1]).ToString() : null);
    }
}
