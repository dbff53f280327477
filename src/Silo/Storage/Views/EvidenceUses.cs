using JmaActors.Credits;

namespace JmaActors.Storage.Views;

/// <summary>Which documents are named by an entry, as the ledgers' view says.</summary>
public sealed class EvidenceUses(IViewDatabase database)
{
    /// <summary>Those of the holdings whose member has an entry that names the document.</summary>
    public async Task<IReadOnlyList<EvidenceHolding>> Attached(IReadOnlyList<EvidenceHolding> holdings, CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT DISTINCT member_id, sha256 FROM {database.Dialect.Table("credit_document")}");
        sql.Where(database.Dialect.In("member_id", "@members")).With("members", holdings.Select(h => h.Member.Number).Distinct().ToArray());
        sql.Where(database.Dialect.In("sha256", "@digests")).With("digests", holdings.Select(h => h.Sha256).Distinct().ToArray());
        var named = await database.Query(sql, r => Rows.List(r, static row => (row.GetInt64(0), row.GetString(1))).ToHashSet(), ct);
        if (holdings.Any(h => EvidenceHolders.IsInstitution(h.Member))) named.UnionWith(await OfInstitutions(holdings, ct));
        return [.. holdings.Where(h => named.Contains((h.Member.Number, h.Sha256)))];
    }

    /// <summary>Documents that an application to the evaluation centre names.</summary>
    Task<List<(long, string)>> OfInstitutions(IReadOnlyList<EvidenceHolding> holdings, CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT DISTINCT holder, sha256 FROM {database.Dialect.Table("institution_document")}");
        sql.Where(database.Dialect.In("holder", "@holders")).With("holders", holdings.Select(h => h.Member.Number).Distinct().ToArray());
        sql.Where(database.Dialect.In("sha256", "@digests")).With("digests", holdings.Select(h => h.Sha256).Distinct().ToArray());
        return database.Query(sql, r => Rows.List(r, static row => (row.GetInt64(0), row.GetString(1))), ct);
    }
}
