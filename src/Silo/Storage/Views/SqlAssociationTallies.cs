using System.Data.Common;
using JmaActors.Associations;

namespace JmaActors.Storage.Views;

/// <summary><see cref="IAssociationTallies"/> over the views of either database.</summary>
public sealed class SqlAssociationTallies(IViewDatabase database) : IAssociationTallies
{
    readonly ViewDialect dialect = database.Dialect;

    public async Task<IReadOnlyDictionary<string, AssociationFigures>> ByLocal(string? prefecture, IReadOnlyCollection<string>? locals, int currentFiscalYear, CancellationToken ct)
    {
        var query = new ViewQuery(
            "SELECT m.local, "
            + "sum(CASE WHEN (m.layers & 1) <> 0 THEN 1 ELSE 0 END), sum(CASE WHEN (m.layers & 2) <> 0 THEN 1 ELSE 0 END), "
            + "sum(CASE WHEN (m.layers & 4) <> 0 THEN 1 ELSE 0 END), "
            + "sum(CASE WHEN m.category = 1 THEN 1 ELSE 0 END), sum(CASE WHEN m.category = 2 THEN 1 ELSE 0 END), "
            + "sum(CASE WHEN m.category = 3 THEN 1 ELSE 0 END), sum(CASE WHEN m.category = 4 THEN 1 ELSE 0 END), "
            + "sum(CASE WHEN m.category = 5 THEN 1 ELSE 0 END), "
            + $"coalesce(sum({StandingSql.ThisYear("year_posted_tenths")}), 0), coalesce(sum({StandingSql.ThisYear("year_pending_tenths")}), 0), "
            + $"sum(CASE WHEN {StandingSql.Reached} THEN 1 ELSE 0 END) "
            + $"FROM {dialect.Table("member")} m "
            + $"LEFT JOIN {dialect.Table("credit_standing")} s ON s.member_id = m.member_id");
        query.WithYear(currentFiscalYear).Where("m.local IS NOT NULL");
        if (locals is not null) query.Where(dialect.In("m.local", "@locals")).With("locals", locals.ToArray());
        else if (prefecture is not null) query.Where("m.local >= @from AND m.local < @to").With("from", $"{prefecture}-").With("to", $"{prefecture}.");
        query.Then("GROUP BY m.local");
        return await database.Query(query, r => Rows.ByKey(r, x => x.GetString(0), Figures), ct);
    }

    public async Task<IReadOnlyList<AssociationLine>> Associations(CancellationToken ct)
    {
        var query = new ViewQuery($"SELECT association_id, name, phone, coalesce(areas, '') FROM {dialect.Table("association")} ORDER BY association_id");
        return await database.Query(query, r => Rows.List(r, x => new AssociationLine(x.GetString(0), x.GetString(1), x.GetString(2), x.GetString(3))), ct);
    }

    static AssociationFigures Figures(DbDataReader r) => new(
        (int)r.GetInt64(1), (int)r.GetInt64(2), (int)r.GetInt64(3),
        (int)r.GetInt64(4), (int)r.GetInt64(5), (int)r.GetInt64(6), (int)r.GetInt64(7), (int)r.GetInt64(8),
        r.GetInt64(9), r.GetInt64(10), (int)r.GetInt64(11));
}
