using JmaActors.Credits;

namespace JmaActors.Storage.Views;

/// <summary>Which documents are named by an entry or an application, as the ledgers' views say.</summary>
public sealed class EvidenceUses(IViewDatabase database)
{
    /// <summary>Those of the holdings whose member has an entry that names the document.</summary>
    public async Task<IReadOnlyList<EvidenceHolding>> Attached(IReadOnlyList<EvidenceHolding> holdings, CancellationToken ct)
    {
        var named = new HashSet<(long, string)>();
        named.UnionWith(await Named("credit_document", "member_id", holdings, ct));
        named.UnionWith(await Named("application_document", "member_id", holdings, ct));
        // Documents that an application to the evaluation centre names.
        if (holdings.Any(h => EvidenceHolders.IsInstitution(h.Member))) named.UnionWith(await Named("institution_document", "holder", holdings, ct));
        return [.. holdings.Where(h => named.Contains((h.Member.Number, h.Sha256)))];
    }

    Task<List<(long, string)>> Named(string table, string holder, IReadOnlyList<EvidenceHolding> holdings, CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT DISTINCT {holder}, sha256 FROM {database.Dialect.Table(table)}");
        sql.Where(database.Dialect.In(holder, "@holders")).With("holders", holdings.Select(h => h.Member.Number).Distinct().ToArray());
        sql.Where(database.Dialect.In("sha256", "@digests")).With("digests", holdings.Select(h => h.Sha256).Distinct().ToArray());
        return database.Query(sql, r => Rows.List(r, static row => (row.GetInt64(0), row.GetString(1))), ct);
    }
}
