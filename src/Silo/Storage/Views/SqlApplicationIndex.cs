using System.Data.Common;
using System.Globalization;
using JmaActors.Applications;

namespace JmaActors.Storage.Views;

/// <summary><see cref="IApplicationIndex"/> over the views of either database.</summary>
public sealed class SqlApplicationIndex(IViewDatabase database) : IApplicationIndex
{
    readonly ViewDialect dialect = database.Dialect;

    public Task<ApplicationPage> Applications(ApplicationQuery query, CancellationToken ct)
    {
        var sql = new ViewQuery(
            "SELECT a.application_id, a.member_id, coalesce(m.name, g.name, ''), a.kind, a.status, a.waits, a.starts, a.at, a.due "
            + $"FROM {dialect.Table("application")} a LEFT JOIN {dialect.Table("member")} m ON m.member_id = a.member_id LEFT JOIN {dialect.Table("member_merged")} g ON g.member_id = a.member_id");
        Sought(sql, dialect, query);
        if (PageCursor.Parse(query.After) is { Instant: { } at } from)
        {
            sql.Where("(a.at, a.application_id) > (@at_after, @id_after)").With("at_after", dialect.InstantValue(at)).With("id_after", from.Text);
        }
        sql.Then("ORDER BY a.at, a.application_id LIMIT @size").With("size", query.Size + 1);
        return database.Query(sql, r => Page(Rows.List(r, Line), query.Size), ct);
    }

    public Task<IReadOnlyList<ApplicationFlight>> Flight(AssociationId office, DateOnly today, CancellationToken ct)
    {
        var sql = new ViewQuery(
            $"SELECT a.kind, count(*), sum(CASE WHEN o.turn THEN 1 ELSE 0 END), sum(CASE WHEN o.turn AND a.due < '{Day(today)}' THEN 1 ELSE 0 END) FROM {dialect.Table("application_office")} o "
            + $"JOIN {dialect.Table("application")} a ON a.application_id = o.application_id");
        sql.Where("o.office = @office").With("office", office.Code).Where("NOT o.closed").Then("GROUP BY a.kind ORDER BY a.kind");
        return database.Query<IReadOnlyList<ApplicationFlight>>(
            sql, static r => Rows.List(r, static row => new ApplicationFlight((ApplicationKind)row.GetInt32(0), (int)row.GetInt64(1), (int)row.GetInt64(2), (int)row.GetInt64(3))), ct);
    }

    public Task<IReadOnlyList<string>> Pending(string after, int size, CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT application_id FROM {dialect.Table("application")}");
        sql.Where("pending").Where("application_id > @after").With("after", after).Then("ORDER BY application_id LIMIT @size").With("size", size);
        return database.Query<IReadOnlyList<string>>(sql, static r => Rows.List(r, static row => row.GetString(0)), ct);
    }

    public Task<IReadOnlyList<string>> Late(DateOnly today, string after, int size, CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT application_id FROM {dialect.Table("application")}");
        sql.Where($"remind <= '{Day(today)}'").Where("application_id > @after").With("after", after).Then("ORDER BY application_id LIMIT @size").With("size", size);
        return database.Query<IReadOnlyList<string>>(sql, static r => Rows.List(r, static row => row.GetString(0)), ct);
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Narrows a query over <c>application a</c> to what is asked for.</summary>
    static void Sought(ViewQuery sql, ViewDialect dialect, ApplicationQuery query)
    {
        if (query.Member is { } member)
        {
            sql.Where("a.member_id = @member").With("member", member.Number);
            sql.Where(query.Stage switch
            {
                ApplicationStage.Closed => "a.closed",
                ApplicationStage.Flight => "NOT a.closed",
                _ => $"a.status IN ({(int)ApplicationStatus.Draft}, {(int)ApplicationStatus.Returned})",
            });
        }
        if (query.Office is { } office)
        {
            var stage = query.Stage switch { ApplicationStage.Closed => "o.closed", ApplicationStage.Flight => "NOT o.closed", _ => "NOT o.closed AND o.turn" };
            sql.Where($"EXISTS (SELECT 1 FROM {dialect.Table("application_office")} o WHERE o.application_id = a.application_id AND o.office = @office AND {stage})").With("office", office.Code);
        }
        if (query is { Member: null, Office: null })
        {
            // What is being written is nobody else's.
            sql.Where(query.Stage switch { ApplicationStage.Closed => "a.closed", ApplicationStage.Flight => "NOT a.closed", _ => "a.waits <> ''" }).Where($"a.status <> {(int)ApplicationStatus.Draft}");
        }
        if (query.Kind is { } kind) sql.Where("a.kind = @kind").With("kind", (int)kind);
    }

    static ApplicationPage Page(List<ApplicationRow> lines, int size)
    {
        if (lines.Count <= size) return new ApplicationPage(lines, null);
        lines.RemoveAt(size);
        var last = lines[^1];
        return new ApplicationPage(lines, new PageCursor((last.At.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond, last.Id).ToString());
    }

    ApplicationRow Line(DbDataReader r) => new(
        r.GetString(0), new MemberId(r.GetInt64(1)), r.GetString(2), (ApplicationKind)r.GetInt32(3), (ApplicationStatus)r.GetInt32(4), r.GetString(5) is { Length: > 0 } waits ? new AssociationId(waits) : null,
        r.GetFieldValue<DateOnly>(6), dialect.Instant(r, 7), r.IsDBNull(8) ? null : r.GetFieldValue<DateOnly>(8));
}
