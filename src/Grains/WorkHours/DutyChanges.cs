using JmaActors.Live;

namespace JmaActors.WorkHours;

/// <summary>Changes of duty lists that wait to be told, each workplace once, in the order they came; and the regions something moved in. Used by one feed only.</summary>
public sealed class DutyChanges(IWorkHoursIndex index, FeedLimits limits)
{
    readonly Dictionary<string, Dictionary<long, WorkHoursRow>?> waiting = new(StringComparer.Ordinal);
    readonly DirtyQueue order = new();
    readonly Dictionary<string, string?> associations = new(StringComparer.Ordinal);
    readonly HashSet<string> moved = new(StringComparer.Ordinal);

    /// <summary>Workplaces that wait.</summary>
    public int Count => waiting.Count;

    /// <param name="rows">Null when the workplace itself changed: all of it is to be read.</param>
    internal void Add(string workplace, Dictionary<long, WorkHoursRow>? rows)
    {
        // A described workplace may have moved to another association.
        if (rows is null) associations.Remove(workplace);
        moved.Add(workplace);
        order.Add(workplace);
        if (!waiting.TryGetValue(workplace, out var here)) waiting.Add(workplace, Fits(rows));
        else if (here is not null)
        {
            foreach (var (member, row) in rows ?? [])
            {
                if (!here.TryGetValue(member, out var before) || before.Version <= row.Version) here[member] = row;
            }
            waiting[workplace] = rows is null ? null : Fits(here);
        }
    }

    /// <summary>The workplace whose turn it is; its lines are null when all is to be read.</summary>
    internal bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? workplace, out IReadOnlyList<DutyLine>? lines)
    {
        lines = null;
        if (!order.TryTake(out workplace)) return false;
        waiting.Remove(workplace, out var rows);
        if (rows is not null) lines = [.. rows.Values.Select(WorkHoursRows.Line)];
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

    Dictionary<long, WorkHoursRow>? Fits(Dictionary<long, WorkHoursRow>? rows) => rows?.Count <= limits.DutyLines ? rows : null;
}
