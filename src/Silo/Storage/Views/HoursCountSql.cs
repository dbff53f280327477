using System.Data.Common;
using System.Globalization;
using JmaActors.WorkHours;

namespace JmaActors.Storage.Views;

/// <summary>Counts of physicians by their hours, each person once: a pass over the rows of a region.</summary>
sealed class HoursCountSql(IViewDatabase database)
{
    const string Prefecture = "substr(p.association, 1, 2)";

    readonly ViewDialect dialect = database.Dialect;

    public async Task<HoursCount> Count(AssociationId? prefecture, DateOnly today, WorkPolicy policy, CancellationToken ct)
    {
        var institutions = await database.Query(Institutions(prefecture), r => Rows.List(r, l => new CountedInstitution(l.GetString(0), l.GetString(1), l.GetInt32(2), (int)l.GetInt64(3))), ct);
        var levels = (await database.Query(People("''", prefecture, today, policy), r => Rows.List(r, Line), ct)).ToDictionary(l => l.Level, l => l.Hours);
        var units = await database.Query(People(prefecture is null ? Prefecture : "p.workplace", prefecture, today, policy), r => Rows.List(r, Line), ct);
        return new HoursCount(
            institutions, levels.Values.Aggregate(CountedHours.None, (sum, h) => sum.With(h)), levels,
            units.GroupBy(u => u.Unit, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Aggregate(CountedHours.None, (sum, u) => sum.With(u.Hours)), StringComparer.Ordinal));
    }

    public Task<IReadOnlyDictionary<DateOnly, (int Near, int Over)>> Trend(AssociationId? prefecture, DateOnly today, WorkPolicy policy, CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT w.member_id, w.year_from, w.months FROM {Joined}").Where($"w.year_from > '{Iso(today.AddYears(-1))}'");
        Within(sql, prefecture).Then("ORDER BY w.member_id");
        return database.Query<IReadOnlyDictionary<DateOnly, (int Near, int Over)>>(sql, r => Months(r, policy), ct);
    }

    string Joined => $"{dialect.Table("work_hours")} w JOIN {dialect.Table("workplace")} p ON p.workplace = w.workplace";

    ViewQuery Institutions(AssociationId? prefecture) => prefecture is { } only
        ? new ViewQuery($"SELECT p.workplace, p.name, p.levels, 1 FROM {dialect.Table("workplace")} p").Where($"{Prefecture} = @prefecture").With("prefecture", only.Code)
        : new ViewQuery($"SELECT {Prefecture}, '', p.levels, count(*) FROM {dialect.Table("workplace")} p").Then($"GROUP BY {Prefecture}, p.levels");

    /// <summary>People of each unit by level. What is of a month or year that is over counts as nothing: no event has told of the new one.</summary>
    ViewQuery People(string unit, AssociationId? prefecture, DateOnly today, WorkPolicy policy)
    {
        var (month, year) = (MonthSql.Runs("w.month_from", today), $"w.year_from > '{Iso(today.AddYears(-1))}'");
        var near = string.Create(CultureInfo.InvariantCulture, $"(w.year_total * 100 >= w.total_limit * {policy.NearPercent} OR w.year_own * 100 >= w.own_limit * {policy.NearPercent})");
        var sql = new ViewQuery($"""
            SELECT h.unit, h.level, count(*),
              sum(CASE WHEN h.minutes >= @fatigue AND h.minutes < @month THEN 1 ELSE 0 END), sum(CASE WHEN h.minutes >= @month THEN 1 ELSE 0 END), sum(CASE WHEN h.minutes > @measures THEN 1 ELSE 0 END),
              sum(CASE WHEN h.minutes < @month AND h.expected >= @month THEN 1 ELSE 0 END), sum(CASE WHEN h.yearly = 1 THEN 1 ELSE 0 END), sum(CASE WHEN h.yearly = 2 THEN 1 ELSE 0 END), sum(h.rest), sum(h.breach)
            FROM (SELECT {unit} AS unit, w.member_id, max(w.level) AS level, max(CASE WHEN {month} THEN w.month_minutes ELSE 0 END) AS minutes,
              max(CASE WHEN {month} THEN w.month_expected ELSE 0 END) AS expected,
              max(CASE WHEN NOT ({year}) THEN 0 WHEN w.year_total > w.total_limit OR w.year_own > w.own_limit THEN 2 WHEN {near} THEN 1 ELSE 0 END) AS yearly,
              max(CASE WHEN w.rest_open > 0 THEN 1 ELSE 0 END) AS rest, max(CASE WHEN w.force = @breach THEN 1 ELSE 0 END) AS breach
            FROM {Joined}
            """);
        return Within(sql, prefecture).Then($"GROUP BY {(unit == "''" ? "" : $"{unit}, ")}w.member_id) h GROUP BY h.unit, h.level")
            .With("fatigue", (long)policy.Fatigue.Check).With("month", (long)policy.Month).With("measures", (long)policy.Measures).With("breach", (long)FindingForce.Breach);
    }

    static ViewQuery Within(ViewQuery sql, AssociationId? prefecture) => prefecture is { } only ? sql.Where($"{Prefecture} = @prefecture").With("prefecture", only.Code) : sql;

    static (string Unit, WorkLevel Level, CountedHours Hours) Line(DbDataReader r)
    {
        int Number(int column) => (int)r.GetInt64(column);
        return (r.GetString(0), (WorkLevel)r.GetInt32(1), new CountedHours(Number(2), Number(3), Number(4), Number(5), Number(6), Number(7), Number(8), Number(9), Number(10)));
    }

    /// <summary>Rows in order of people: whose are over is counted, with the longest of each month.</summary>
    Dictionary<DateOnly, (int Near, int Over)> Months(DbDataReader r, WorkPolicy policy)
    {
        var counted = new Dictionary<DateOnly, (int Near, int Over)>();
        var own = new Dictionary<DateOnly, int>();
        var person = 0L;
        while (r.Read())
        {
            if (r.GetInt64(0) != person) Close();
            person = r.GetInt64(0);
            var (from, months) = (dialect.DateOrNull(r, 1)!.Value, r.GetString(2));
            var at = 0;
            foreach (var part in months.AsSpan().Split(','))
            {
                if (!int.TryParse(months.AsSpan(part), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)) continue;
                var month = from.AddMonths(at++);
                month = new DateOnly(month.Year, month.Month, 1);
                own[month] = Math.Max(own.GetValueOrDefault(month), minutes);
            }
        }
        Close();
        return counted;

        void Close()
        {
            foreach (var (month, minutes) in own)
            {
                var (near, over) = counted.GetValueOrDefault(month);
                counted[month] = (near + (minutes >= policy.Fatigue.Check && minutes < policy.Month ? 1 : 0), over + (minutes >= policy.Month ? 1 : 0));
            }
            own.Clear();
        }
    }

    static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
