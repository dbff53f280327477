using System.Runtime.InteropServices;

namespace JmaActors.Journal;

/// <summary>Folds appends into one <see cref="CommitGroup"/>: one head per ledger, one row per view key, everything sorted. Its lists are reused.</summary>
sealed class GroupBuilder
{
    readonly SortedOrder<Append> byLedger = new(static (in a, in b) => string.CompareOrdinal(a.Ledger, b.Ledger));
    readonly List<Append> inOrder = [];
    readonly Dictionary<ViewTable, TableFold> tables = [];
    readonly List<TableFold> parts = [];

    public CommitGroup Group { get; } = new();

    /// <summary>Builds the group of <paramref name="appends"/>, which hold each ledger's appends in the order of their versions; of what belongs to no ledger nothing is written.</summary>
    public CommitGroup Build(List<Append> appends, List<ParcelKey> delivered)
    {
        Clear();
        // Two groups that meet at the same ledgers take them in the same order.
        byLedger.CopyTo(appends, inOrder);
        foreach (var append in inOrder)
        {
            if (append.Ledger.Length == 0) continue;
            MoveHead(append);
            for (var i = 0; i < append.Events.Count; i++) Group.Events.Add(append.Events[i]);
            for (var i = 0; i < append.Parcels.Count; i++) Group.Parcels.Add(append.Parcels[i]);
            for (var i = 0; i < append.Views.Count; i++) Fold(append.Views[i]);
        }
        Group.Delivered.AddRange(delivered);
        foreach (var fold in tables.Values)
        {
            if (fold.Rows.Count > 0) Group.Views.Add(fold.Sorted());
        }
        Group.Views.Sort(static (a, b) => string.CompareOrdinal(a.Table.Name, b.Table.Name));
        // What is answered is let go.
        inOrder.Clear();
        return Group;
    }

    void MoveHead(Append append)
    {
        // Rows without an event move nothing: the head is compared all the same.
        var (version, hash) = append.Events.Count > 0 ? (append.Events[^1].Version, append.Events[^1].Hash) : (append.Expected, append.ExpectedHash);
        var heads = CollectionsMarshal.AsSpan(Group.Heads);
        if (heads.Length == 0 || !string.Equals(heads[^1].Ledger, append.Ledger, StringComparison.Ordinal))
        {
            Group.Heads.Add(new HeadMove(append.Ledger, append.Expected, append.ExpectedHash, version, hash));
            return;
        }
        ref var head = ref heads[^1];
        if (head.Version != append.Expected) throw new InvalidOperationException($"Appends of {append.Ledger} are not in order: {head.Version} then {append.Expected}.");
        head = head with { Version = version, Hash = hash };
    }

    void Fold(in ViewRow row)
    {
        if (!tables.TryGetValue(row.Table, out var fold))
        {
            tables[row.Table] = fold = new TableFold(row.Table);
            if (row.Table.PartOf is not null) parts.Add(fold);
        }
        ref var held = ref CollectionsMarshal.GetValueRefOrAddDefault(fold.Rows, row.Key, out var known);
        held = known ? held.Then(row) : row;
        // A whole row has in it what a part said before.
        foreach (var part in parts)
        {
            if (part.Table.PartOf == row.Table) part.Rows.Remove(row.Key);
        }
    }

    void Clear()
    {
        inOrder.Clear();
        Group.Heads.Clear();
        Group.Events.Clear();
        Group.Parcels.Clear();
        Group.Delivered.Clear();
        Group.Views.Clear();
        foreach (var fold in tables.Values) fold.Clear();
    }

    sealed class TableFold(ViewTable table)
    {
        readonly ViewBatch batch = new(table);
        readonly List<ViewRow> rows = [];
        readonly List<ViewRow> sorted = [];
        readonly SortedOrder<ViewRow> byKey = new(static (in a, in b) => a.Key.CompareTo(b.Key));

        public ViewTable Table => table;

        public Dictionary<ViewKey, ViewRow> Rows { get; } = [];

        public ViewBatch Sorted()
        {
            rows.AddRange(Rows.Values);
            byKey.CopyTo(rows, sorted);
            foreach (var row in sorted) (row.Delete ? batch.Deletes : row.Added ? batch.Adds : batch.Puts).Add(row.Row);
            return batch;
        }

        public void Clear()
        {
            Rows.Clear();
            rows.Clear();
            sorted.Clear();
            batch.Adds.Clear();
            batch.Puts.Clear();
            batch.Deletes.Clear();
        }
    }
}
