using System.Data.Common;
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

    public Task<IReadOnlyList<long>> People(AssociationId association, long after, int size, CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT m.member_id FROM {dialect.Table("member")} m").Where("m.member_id > @after").With("after", after);
        switch (association.Layer)
        {
            case AssociationLayer.Local: sql.Where("m.local = @local").With("local", association.Code); break;
            case AssociationLayer.Prefecture: sql.Where("m.local >= @from AND m.local < @to AND (m.layers & 2) <> 0").With("from", $"{association.Code}-").With("to", $"{association.Code}."); break;
            default: sql.Where("m.layers <> 0"); break;
        }
        return Read(sql.Then("ORDER BY m.member_id LIMIT @size").With("size", size), ct);
    }

    public async Task<IReadOnlyDictionary<long, DuesRunLine>> Rehearsed(string run, IReadOnlyCollection<long> people, CancellationToken ct)
    {
        var sql = new ViewQuery($"{Line} FROM {dialect.Table("dues_rehearsed")} r").Where("r.run = @run").With("run", run)
            .Where(dialect.In("r.member_id", "@people")).With("people", people.ToArray());
        return (await database.Query(sql, r => Rows.List(r, Read), ct)).ToDictionary(l => l.Member.Number);
    }

    public async Task<IReadOnlyList<DuesRunLine>> Rehearsed(string run, bool moved, long after, int size, CancellationToken ct)
    {
        var sql = new ViewQuery($"{Line} FROM {dialect.Table("dues_rehearsed")} r").Where("r.run = @run").With("run", run).Where("r.member_id > @after").With("after", after);
        if (moved) sql.Where("r.moved");
        return await database.Query(sql.Then("ORDER BY r.member_id LIMIT @size").With("size", size), r => Rows.List(r, Read), ct);
    }

    const string Line = "SELECT r.member_id, r.jma, r.prefecture, r.local, r.last_year, r.moved, r.gaps";

    static DuesRunLine Read(DbDataReader r) => new(
        new MemberId(r.GetInt64(0)), new Yen(r.GetInt64(1)), new Yen(r.GetInt64(2)), new Yen(r.GetInt64(3)), new Yen(r.GetInt64(4)), r.GetBoolean(5), r.GetInt32(6));

    async Task<IReadOnlyList<long>> Read(ViewQuery sql, CancellationToken ct) => await database.Query(sql, r => Rows.List(r, x => x.GetInt64(0)), ct);
}
