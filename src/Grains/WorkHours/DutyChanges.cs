using JmaActors.Live;

namespace JmaActors.WorkHours;

/// <summary>Changes of duty lists that wait to be told, each workplace once, in the order they came; and the regions something moved in. Used by one feed only.</summary>
public sealed class DutyChanges(IWorkHoursIndex index, FeedLimits limits)
{
    readonly Dictionary<string, ChangedRows?> waiting = new(StringComparer.Ordinal);
    readonly DirtyQueue order = new();
    readonly Dictionary<string, string?> associations = new(StringComparer.Ordinal);
    readonly HashSet<string> moved = new(StringComparer.Ordinal);

    /// <summary>Workplaces that wait.</summary>
    public int Count => waiting.Count;

    /// <param name="rows">Null when the workplace itself changed: all of it is to be read.</param>
    internal void Add(string workplace, ChangedRows? rows)
    {
        // A described workplace may have moved to another association.
        if (rows is null) associations.Remove(workplace);
        moved.Add(workplace);
        order.Add(workplace);
        if (!waiting.TryGetValue(workplace, out var here)) waiting.Add(workplace, Fits(rows));
        else if (here is not null)
        {
            if (rows is not null) here.Put(rows);
            waiting[workplace] = rows is null ? null : Fits(here);
        }
    }

    /// <summary>The workplace whose turn it is; its rows are null when all is to be read.</summary>
    internal bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? workplace, out ChangedRows? rows)
    {
        rows = null;
        if (!order.TryTake(out workplace)) return false;
        waiting.Remove(workplace, out rows);
        return true;
    }

    /// <summary>Codes of the regions something moved in since it was last asked.</summary>
    internal async Task<IReadOnlyCollection<string>> Regions(CancellationToken ct)
    {
        if (moved.Count == 0) return [];
        if (associations.Count > limits.DirectoryEntries) associations.Clear();
        var unknown = moved.Where(w => !associations.ContainsKey(w)).ToList();
        foreach (var page in unknown.Chunk(Journal.JournalLimits.ReadPage))
        {
            foreach (var (workplace, association) in await index.Regions(page, ct)) associations[workplace] = association;
            // An employer that a physician told of lies nowhere, until it is described.
            foreach (var workplace in page) associations.TryAdd(workplace, null);
        }
        var regions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var workplace in moved)
        {
            if (associations[workplace] is not { } code || !AssociationId.TryParse(code, out var association)) continue;
            regions.Add(AssociationId.Jma.Code);
            if (association.Layer == AssociationLayer.Local && association.Parent is { } prefecture) regions.Add(prefecture.Code);
        }
        moved.Clear();
        return regions;
    }

    ChangedRows? Fits(ChangedRows? rows) => rows?.Count <= limits.DutyLines ? rows : null;
}

/// <summary>Rows of one workplace that changed, the newest of each physician: whole ones, and those that say only who is on duty.</summary>
sealed class ChangedRows
{
    readonly Dictionary<long, WorkHoursRow> whole = [];
    readonly Dictionary<long, WorkHoursRow> on = [];

    public int Count => whole.Count + on.Count;

    public IReadOnlyList<DutyLine> Lines => [.. whole.Values.Select(WorkHoursRows.Line)];

    public IReadOnlyList<DutyOn> On => [.. on.Values.Select(WorkHoursRows.On)];

    /// <summary>Writers hand in what they wrote side by side: of one ledger the newest stands.</summary>
    public void Put(WorkHoursRow row, bool onlyOn)
    {
        var rows = onlyOn ? on : whole;
        if (!rows.TryGetValue(row.MemberId, out var before) || (onlyOn ? before.Told <= row.Told : before.Version <= row.Version)) rows[row.MemberId] = row;
    }

    public void Put(ChangedRows later)
    {
        foreach (var row in later.whole.Values) Put(row, false);
        foreach (var row in later.on.Values) Put(row, true);
    }
}
