using JmaActors.Journal;
using Npgsql;

namespace JmaActors.Storage.Postgres;

/// <summary>
/// Turns a commit group into one batch: one statement per table, each row's values in arrays. A batch without an explicit
/// transaction is one transaction and one round trip. Its statements and lists are reused; it belongs to one writer.
/// </summary>
sealed class PostgresGroupBatch
{
    readonly HeadStatement heads = new();
    readonly HoldStatement hold = new();
    readonly EventStatement events = new();
    readonly SendStatement send = new();
    readonly DeliveredStatement delivered = new();
    readonly TrailStatement trail = new();
    readonly Dictionary<ViewTable, PostgresViewTable> views = [];

    /// <summary>Fills <paramref name="batch"/> with what the group needs; heads are compared first, so that a conflict costs no more.</summary>
    /// <param name="motion">Heads the connection has moved lately.</param>
    /// <param name="behind">Heads whose rows follow now.</param>
    /// <param name="careful">View rows said to be new may be there all the same.</param>
    /// <exception cref="GroupFaultException">A text of the group cannot be stored.</exception>
    public void Fill(NpgsqlBatch batch, CommitGroup group, HeadsInMotion motion, List<HeadMove> behind, bool careful)
    {
        batch.BatchCommands.Clear();
        heads.AddTo(batch, group.Heads, motion);
        hold.AddTo(batch, group.Heads);
        if (group.Events.Count > 0) events.AddTo(batch, group.Events);
        if (group.Parcels.Count > 0) send.AddTo(batch, group.Parcels);
        if (group.Delivered.Count > 0) delivered.AddTo(batch, group.Delivered);
        foreach (var met in SharedRows.Met(group.Views)) batch.BatchCommands.Add(RowLock.Of(met));
        foreach (var view in group.Views)
        {
            if (!views.TryGetValue(view.Table, out var table)) views[view.Table] = table = new PostgresViewTable(view.Table);
            table.AddTo(batch, view, careful);
        }
        // Nothing waits for a row after these: they can hold nobody up who holds up them.
        if (behind.Count > 0) trail.AddTo(batch, behind);
    }
}
