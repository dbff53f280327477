using System.Data.Common;
using JmaActors.Proofs;

namespace JmaActors.Storage.Views;

/// <summary><see cref="ICertificateIndex"/> over the view of either database.</summary>
public sealed class SqlCertificateIndex(IViewDatabase database) : ICertificateIndex
{
    readonly ViewDialect dialect = database.Dialect;

    public async Task<IReadOnlyList<CertificateRow>> OfMember(long member, string? session, int most, CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT code, member_id, session_id, title, held_on, host, revision, basis, issued, revoked FROM {dialect.Table("certificate")}");
        sql.Where($"member_id IN ({MergedSql.Numbers(dialect)})").With("member", member);
        if (session is not null) sql.Where("session_id = @session").With("session", session);
        sql.Then("ORDER BY issued DESC, code LIMIT @most").With("most", most);
        return await database.Query(sql, r => Rows.List(r, Row), ct);
    }

    CertificateRow Row(DbDataReader r) => new(
        r.GetString(0), r.GetInt64(1), r.GetString(2), r.GetString(3), r.GetFieldValue<DateOnly>(4), r.GetString(5), r.GetInt32(6), r.GetString(7), dialect.Instant(r, 8),
        r.IsDBNull(9) ? null : dialect.Instant(r, 9));
}
