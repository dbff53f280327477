using JmaActors.Journal;

namespace JmaActors.Storage;

/// <summary>Sorts rows read for many ledgers into one history each; a ledger never written gets an empty one.</summary>
sealed class HistoryBuilder
{
    readonly Dictionary<string, (List<EventRow> Events, List<ParcelRow> Parcels)> parts = new(StringComparer.Ordinal);
    readonly Dictionary<string, LedgerHead> heads = new(StringComparer.Ordinal);

    public HistoryBuilder(IReadOnlyCollection<string> ledgers)
    {
        foreach (var ledger in ledgers) parts[ledger] = ([], []);
    }

    public void Add(string ledger, LedgerHead head) => heads[ledger] = head;

    public void Add(in EventRow row) => parts[row.Ledger].Events.Add(row);

    public void Add(in ParcelRow row) => parts[row.Sender].Parcels.Add(row);

    public IReadOnlyDictionary<string, LedgerHistory> Build() =>
        parts.ToDictionary(p => p.Key, p => new LedgerHistory(heads.GetValueOrDefault(p.Key, LedgerHead.None), p.Value.Events, p.Value.Parcels), StringComparer.Ordinal);
}
