namespace JmaActors.Journal;

/// <summary>Folds appends into one <see cref="CommitGroup"/>: one head per ledger, one row per view key, everything sorted. Its lists are reused.</summary>
sealed class GroupBuilder
{
    readonly Dictionary<string, int> heads = new(StringComparer.Ordinal);
    readonly Dictionary<ViewTable, TableFold> tables = [];

    public CommitGroup Group { get; } = new();

    /// <summary>Builds the group of <paramref name="appends"/>, which hold each ledger's appends in the order of their versions.</summary>
    public CommitGroup Build(List<Append> appends, List<ParcelKey> delivered)
    {
        Clear();
        foreach (var append in appends)
        {
            MoveHead(append);
            for (var i = 0; i < append.Events.Count; i++) Group.Events.Add(append.Events[i]);
            for (var i = 0; i < append.Parcels.Count; i++) Group.Parcels.Add(append.Parcels[i]);
            for (var i = 0; i < append.Views.Count; i++) Fold(append.Views[i]);
        }
        Group.Delivered.AddRange(delivered);
        Group.Heads.Sort(static (a, b) => string.CompareOrdinal(a.Ledger, b.Ledger));
        foreach (var fold in tables.Values)
        {
            if (fold.Rows.Count > 0) Group.Views.Add(fold.Sorted());
        }
        Group.Views.Sort(static (a, b) => string.CompareOrdinal(a.Table.Name, b.Table.Name));
        return Group;
    }

    void MoveHead(Append append)
    {
        var last = append.Events[^1];
        ref var at = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(heads, append.Ledger, out var known);
        if (!known)
        {
            at = Group.Heads.Count;
            Group.Heads.Add(new HeadMove(append.Ledger, append.Expected, append.ExpectedHash, last.Version, last.Hash));
            return;
        }
        var head = Group.Heads[at];
        if (head.Version != append.Expected) throw new InvalidOperationException($"Appends of {append.Ledger} are not in order: {head.Version} then {append.Expected}.");
        Group.Heads[at] = head with { Version = last.Version, Hash = last.Hash };
    }

    void Fold(in ViewRow row)
    {
        if (!tables.TryGetValue(row.Table, out var fold)) tables[row.Table] = fold = new TableFold(row.Table);
        ref var held = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(fold.Rows, row.Key, out var known);
        held = known ? held.Then(row) : row;
    }

    void Clear()
    {
        heads.Clear();
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
        readonly List<ViewRow> sorted = [];

        public Dictionary<ViewKey, ViewRow> Rows { get; } = [];

        public ViewBatch Sorted()
        {
            sorted.AddRange(Rows.Values);
            sorted.Sort(static (a, b) => a.Key.CompareTo(b.Key));
            foreach (var row in sorted) (row.Delete ? batch.Deletes : row.Added ? batch.Adds : batch.Puts).Add(row.Row);
            return batch;
        }

        public void Clear()
        {
            Rows.Clear();
            sorted.Clear();
            batch.Adds.Clear();
            batch.Puts.Clear();
            batch.Deletes.Clear();
        }
    }
}
