using System.Data.Common;
using System.Globalization;
using JmaActors.WorkHours;

namespace JmaActors.Storage.Views;

/// <summary><see cref="IWorkHoursIndex"/> over the views of either database.</summary>
public sealed class SqlWorkHoursIndex(IViewDatabase database) : IWorkHoursIndex
{
    /// <summary>Force and expected month as one number; a month has less than 45,000 minutes.</summary>
    const string Risk = "((w.force + 1) * 1000000 + w.month_expected)";

    const int Step = 1_000_000;

    readonly ViewDialect dialect = database.Dialect;
    readonly HoursCountSql counts = new(database);

    public Task<DutyPage> Duty(WorkplaceId workplace, string? after, int size, CancellationToken ct)
    {
        var sql = new ViewQuery(
            "SELECT w.member_id, w.level, w.on_since, w.on_kind, w.last_out, w.month_minutes, w.month_expected, w.month_outcome, w.year_total, w.total_limit, w.year_own, w.own_limit, w.rest_open, w.rest_due, "
            + "w.force, w.rule, w.as_of, w.rest_until, w.fatigue_on, w.limit_on, w.measures_on, w.year_on, w.reached_by, w.month_from, w.year_from, w.version, w.told "
            + $"FROM {dialect.Table("work_hours")} w");
        sql.Where("w.workplace = @workplace").With("workplace", workplace.Code);
        if (PageCursor.Parse(after) is { } from && long.TryParse(from.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var member))
            sql.Where($"({Risk} < @risk OR ({Risk} = @risk AND w.member_id > @member))").With("risk", from.Number).With("member", member);
        sql.Then($"ORDER BY {Risk} DESC, w.member_id LIMIT @size").With("size", size + 1);
        return database.Query(sql, r => Page(Rows.List(r, Line), size), ct);
    }

    public Task<IReadOnlyList<long>> Behind(int most, CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT w.member_id FROM {dialect.Table("work_hours")} w").Where("(w.version < w.told OR w.told IS NULL)");
        // Those of before an upgrade are many, and wait behind those who are on duty.
        sql.Then("GROUP BY w.member_id ORDER BY min(coalesce(w.told, @last)), w.member_id LIMIT @most").With("last", long.MaxValue).With("most", most);
        return database.Query<IReadOnlyList<long>>(sql, r => Rows.List(r, static row => row.GetInt64(0)), ct);
    }

    public Task<IReadOnlyDictionary<string, string>> Regions(IReadOnlyCollection<string> workplaces, CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT p.workplace, p.association FROM {dialect.Table("workplace")} p").Where(dialect.In("p.workplace", "@workplaces")).With("workplaces", workplaces.ToArray());
        return database.Query<IReadOnlyDictionary<string, string>>(sql, r => Rows.List(r, l => (l.GetString(0), l.GetString(1))).ToDictionary(l => l.Item1, l => l.Item2, StringComparer.Ordinal), ct);
    }

    public Task<HoursCount> Count(AssociationId? prefecture, DateOnly today, WorkPolicy policy, CancellationToken ct) => counts.Count(prefecture, today, policy, ct);

    public Task<IReadOnlyDictionary<DateOnly, (int Near, int Over)>> Trend(AssociationId? prefecture, DateOnly today, WorkPolicy policy, CancellationToken ct) =>
        counts.Trend(prefecture, today, policy, ct);

    static DutyPage Page(List<DutyLine> lines, int size)
    {
        if (lines.Count <= size) return new DutyPage(lines, null);
        lines.RemoveAt(size);
        var last = lines[^1];
        var risk = ((last.Force is { } force ? (long)force : -1) + 1) * Step + last.MonthExpected;
        return new DutyPage(lines, new PageCursor(risk, last.Member.Number.ToString(CultureInfo.InvariantCulture)).ToString());
    }

    DutyLine Line(DbDataReader r) => new(
        new MemberId(r.GetInt64(0)), (WorkLevel)r.GetInt32(1), Instant(r, 2), r.GetInt32(3) is var kind and > 0 ? (HoursKind)kind : null, Instant(r, 4), r.GetInt32(5),
        r.GetInt32(6), (MonthOutcome)r.GetInt32(7), r.GetInt32(8), r.GetInt32(9), r.GetInt32(10), r.GetInt32(11), r.GetInt32(12), dialect.DateOrNull(r, 13),
        r.GetInt32(14) is var force and >= 0 ? (FindingForce)force : null, r.GetString(15), dialect.Instant(r, 16), Instant(r, 17), Reach(r, 18, 0), Reach(r, 19, 1), Reach(r, 20, 2), Reach(r, 21, 3),
        dialect.DateOrNull(r, 23) ?? default, dialect.DateOrNull(r, 24) ?? default, r.GetInt64(25), r.IsDBNull(26) ? r.GetInt64(25) : r.GetInt64(26));

    HoursReach? Reach(DbDataReader r, int column, int place) => ReachBits.Of(dialect.DateOrNull(r, column), r.GetInt32(22), place);

    DateTimeOffset? Instant(DbDataReader r, int column) => r.IsDBNull(column) ? null : dialect.Instant(r, column);
}
