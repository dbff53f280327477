using System.Data.Common;
using JmaActors.Disputes;

namespace JmaActors.Storage.Views;

/// <summary><see cref="IDisputeIndex"/> over the views of either database.</summary>
public sealed class SqlDisputeIndex(IViewDatabase database) : IDisputeIndex
{
    readonly ViewDialect dialect = database.Dialect;

    public Task<DisputePage> Cases(DisputeQuery query, CancellationToken ct)
    {
        var sql = new ViewQuery(
            "SELECT d.dispute_id, d.member_id, coalesce(m.name, g.name, ''), d.subject, d.about, d.office, d.status, d.opened, d.due "
            + $"FROM {dialect.Table("dispute")} d LEFT JOIN {dialect.Table("member")} m ON m.member_id = d.member_id LEFT JOIN {dialect.Table("member_merged")} g ON g.member_id = d.member_id");
        sql.Where(query.Closed ? "d.closed" : "NOT d.closed");
        if (query.Member is { } member) sql.Where("d.member_id = @member").With("member", member.Number);
        if (query.Office is { } office) sql.Where("d.office = @office").With("office", office.Code);
        if (PageCursor.Parse(query.After) is { Instant: { } opened } from)
        {
            sql.Where("(d.opened, d.dispute_id) > (@opened_after, @id_after)").With("opened_after", dialect.InstantValue(opened)).With("id_after", from.Text);
        }
        sql.Then("ORDER BY d.opened, d.dispute_id LIMIT @size").With("size", query.Size + 1);
        return database.Query(sql, r => Page(Rows.List(r, Line), query.Size), ct);
    }

    static DisputePage Page(List<DisputeRow> lines, int size)
    {
        if (lines.Count <= size) return new DisputePage(lines, null);
        lines.RemoveAt(size);
        var last = lines[^1];
        return new DisputePage(lines, new PageCursor((last.Opened.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond, last.Id).ToString());
    }

    DisputeRow Line(DbDataReader r) => new(
        r.GetString(0), new MemberId(r.GetInt64(1)), r.GetString(2), (DisputeSubject)r.GetInt32(3), r.GetString(4), new AssociationId(r.GetString(5)), (DisputeStatus)r.GetInt32(6),
        dialect.Instant(r, 7), r.GetFieldValue<DateOnly>(8));
}
