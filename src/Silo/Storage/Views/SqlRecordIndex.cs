using JmaActors.Records;

namespace JmaActors.Storage.Views;

/// <summary><see cref="IRecordIndex"/> over the views of either database.</summary>
public sealed class SqlRecordIndex(IViewDatabase database) : IRecordIndex
{
    readonly ViewDialect dialect = database.Dialect;

    public async Task<IReadOnlyList<CertificateKey>> Certificates(long memberId, int most, CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT c.code, c.subject FROM {dialect.Table("certificate_holder")} c").Where("c.member_id = @member").With("member", memberId)
            .Then("ORDER BY c.issued DESC, c.code LIMIT @most").With("most", most);
        return await database.Query(sql, r => Rows.List(r, x => new CertificateKey(x.GetString(0), x.GetString(1))), ct);
    }

    public async Task<IReadOnlyList<long>> Due(DateTimeOffset by, long after, int most, CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT d.member_id FROM {dialect.Table("member_due")} d")
            .Where("d.due <= @by").With("by", dialect.InstantValue(by)).Where("d.member_id > @after").With("after", after)
            .Then("ORDER BY d.member_id LIMIT @most").With("most", most);
        return await database.Query(sql, r => Rows.List(r, x => x.GetInt64(0)), ct);
    }
}
