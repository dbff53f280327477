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

    public Task<IReadOnlyList<long>> ToRemind(DuesLate late, long after, int size, CancellationToken ct)
    {
        // By the key, a page at a time: one look a day goes once along the table. A record that was merged is no longer among the members, and nobody reads its inbox.
        var sql = new ViewQuery($"SELECT DISTINCT t.member_id FROM {dialect.Table("dues_term")} t JOIN {dialect.Table("member")} m ON m.member_id = t.member_id")
            .Where("t.member_id > @after").With("after", after).Where("t.posted").Where($"t.next_due <= '{late.Due:yyyy-MM-dd}'").Where("t.reminded < @steps").With("steps", (long)late.Steps)
            .Where($"(t.reminded_on IS NULL OR t.reminded_on <= '{late.Last:yyyy-MM-dd}')").Where($"(t.held_until IS NULL OR t.held_until < '{late.Today:yyyy-MM-dd}')")
            .Then("ORDER BY t.member_id LIMIT @size").With("size", size);
        return Read(sql, ct);
    }

    public Task<IReadOnlyList<long>> People(AssociationId association, string? rehearsal, long after, int size, CancellationToken ct)
    {
        var (own, table) = (association.Layer, dialect.Table("member"));
        var people = own switch
        {
            AssociationLayer.Local => "m.local = @from",
            AssociationLayer.Prefecture => "m.local >= @from AND m.local < @to AND (m.layers & 2) <> 0",
            _ => "(m.layers & 4) <> 0",
        };
        // Each side ends after a page by itself: what both have together is at most two pages to sort.
        var members = $"SELECT a.member_id FROM (SELECT m.member_id FROM {table} m WHERE {people} AND m.member_id > @after ORDER BY m.member_id LIMIT @size) a";
        if (rehearsal is not null) members += $" UNION SELECT b.member_id FROM (SELECT r.member_id FROM {dialect.Table("dues_rehearsed")} r WHERE r.run = @run AND r.member_id > @after ORDER BY r.member_id LIMIT @size) b";
        var sql = new ViewQuery($"SELECT p.member_id FROM ({members}) p").With("after", after);
        if (rehearsal is not null) sql.With("run", rehearsal);
        if (own == AssociationLayer.Local) sql.With("from", association.Code);
        if (own == AssociationLayer.Prefecture) sql.With("from", $"{association.Code}-").With("to", $"{association.Code}.");
        return Read(sql.Then("ORDER BY p.member_id LIMIT @size").With("size", size), ct);
    }

    public async Task<IReadOnlyDictionary<long, DuesRunLine>> Rehearsed(string run, IReadOnlyCollection<long> people, CancellationToken ct)
    {
        var sql = new ViewQuery($"{Line} FROM {dialect.Table("dues_rehearsed")} r").Where("r.run = @run").With("run", run)
            .Where(dialect.In("r.member_id", "@people")).With("people", people.ToArray());
        return (await database.Query(sql, r => Rows.List(r, Read), ct)).ToDictionary(l => l.Member.Number);
    }

    public async Task<IReadOnlyList<DuesRunLine>> Rehearsed(string run, DuesRunPart part, long after, int size, CancellationToken ct)
    {
        var sql = new ViewQuery($"{Line} FROM {dialect.Table("dues_rehearsed")} r").Where("r.run = @run").With("run", run).Where("r.member_id > @after").With("after", after);
        if (part == DuesRunPart.Moved) sql.Where("r.moved");
        if (part == DuesRunPart.Proposed) sql.Where("r.proposals <> 0");
        return await database.Query(sql.Then("ORDER BY r.member_id LIMIT @size").With("size", size), r => Rows.List(r, Read), ct);
    }

    const string Line = "SELECT r.member_id, r.jma, r.prefecture, r.local, r.last_year, r.moved, r.gaps, r.proposals";

    static DuesRunLine Read(DbDataReader r) => new(
        new MemberId(r.GetInt64(0)), new Yen(r.GetInt64(1)), new Yen(r.GetInt64(2)), new Yen(r.GetInt64(3)), new Yen(r.GetInt64(4)), r.GetBoolean(5), r.GetInt32(6), (DuesProposals)r.GetInt32(7));

    async Task<IReadOnlyList<long>> Read(ViewQuery sql, CancellationToken ct) => await database.Query(sql, r => Rows.List(r, x => x.GetInt64(0)), ct);
}
