using JmaActors.Dues;

namespace JmaActors.Storage.Views;

/// <summary><see cref="IDuesIndex"/> over the views of either database.</summary>
public sealed class SqlDuesIndex(IViewDatabase database) : IDuesIndex
{
    readonly ViewDialect dialect = database.Dialect;

    public Task<IReadOnlyList<long>> Behind(long after, int size, CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT b.member_id FROM {dialect.Table("dues_behind")} b")
            .Where("b.member_id > @after").With("after", after).Then("ORDER BY b.member_id LIMIT @size").With("size", size);
        return Read(sql, ct);
    }

    async Task<IReadOnlyList<long>> Read(ViewQuery sql, CancellationToken ct) => await database.Query(sql, r => Rows.List(r, x => x.GetInt64(0)), ct);
}
