using System.Text;
using JmaActors.Journal;
using JmaActors.Ledgers;

namespace JmaActors.Credits;

/// <summary>A ledger's stored events as people and machines may read them. Credit events hold no personal attributes.</summary>
static class CreditHistory
{
    /// <summary>Lines of one page.</summary>
    public const int Page = 200;

    /// <summary>At most <see cref="Page"/> events after a version, oldest first.</summary>
    public static async Task<IReadOnlyList<HistoryLine>> Read(IJournal journal, string ledger, long after, CancellationToken ct)
    {
        var history = await journal.Read(ledger, Math.Max(0, after), ct).AsTask().OrTryAgain();
        var lines = new List<HistoryLine>(Math.Min(Page, history.Events.Count));
        for (var i = 0; i < history.Events.Count && lines.Count < Page; i++) lines.Add(Line(history.Events[i]));
        return lines;
    }

    static HistoryLine Line(in EventRow row) => new(
        row.Version, row.Type, row.Schema, EventCodec.Instant(row.RecordedMicros), Encoding.UTF8.GetString(row.Body), Convert.ToHexStringLower(row.Hash));
}
