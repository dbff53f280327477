using System.Data.Common;
using JmaActors.Journal;
using JmaActors.Storage.Views;

namespace JmaActors.Tests.Storage.Journal;

/// <summary>A journal store on an empty database of its own, and a way to open it again as after a restart.</summary>
public abstract class StoreUnderTest : IAsyncDisposable
{
    public abstract IJournalStore Store { get; }

    public abstract IViewDatabase Views { get; }

    /// <summary>Closes everything and opens the same database again.</summary>
    public abstract Task Reopen();

    public abstract Task EnsureSchema(IEnumerable<ViewTable> views);

    public abstract ValueTask DisposeAsync();

    /// <summary>Puts rows into a view, as a commit of no event would.</summary>
    public Task Put<TRow>(ViewTable<TRow> table, params TRow[] rows)
        where TRow : class => Commit(table, batch => batch.Puts.AddRange(rows));

    /// <summary>Changes a view by what is filled in.</summary>
    public async Task Commit(ViewTable table, Action<ViewBatch> fill)
    {
        var group = new CommitGroup();
        var batch = new ViewBatch(table);
        fill(batch);
        group.Views.Add(batch);
        Assert.Empty(await Store.Commit(group, 0, TestContext.Current.CancellationToken));
    }

    /// <summary>Rows of a query as text, columns separated by a bar.</summary>
    public Task<List<string>> Rows(string sql) => Views.Query(
        new ViewQuery(sql),
        reader =>
        {
            List<string> rows = [];
            while (reader.Read()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader, i))));
            return rows;
        },
        CancellationToken.None);

    static string Text(DbDataReader reader, int column) => reader.IsDBNull(column)
        ? "null"
        : reader.GetValue(column) switch
        {
            byte[] bytes => Convert.ToHexString(bytes),
            bool value => value ? "1" : "0",
            DateTime value when value.TimeOfDay == TimeSpan.Zero && value.Kind == DateTimeKind.Unspecified => $"{value:yyyy-MM-dd}",
            DateTime value => ((value.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond).ToString(System.Globalization.CultureInfo.InvariantCulture),
            DateOnly value => $"{value:yyyy-MM-dd}",
            var value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
        };
}
