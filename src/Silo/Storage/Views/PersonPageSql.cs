using System.Data.Common;
using System.Globalization;
using JmaActors.Directory;
using JmaActors.Journal;
using JmaActors.Members;

namespace JmaActors.Storage.Views;

/// <summary>
/// A page of people in some order. Whoever is on it is picked first, from the row alone, and shown in full afterwards. Two ways lead to it: walking along the order's
/// index for a while, which finds a page of what many are almost at once; and looking at everybody an index or the whole table offers, sorting as one goes, which
/// costs the same however few are meant. Left to itself a database would take the first way also where hardly anybody is meant, and walk for ever.
/// </summary>
sealed class PersonPageSql(ViewDialect dialect, Search search, SearchOrder order, FoundCursor? cursor, TextMeaning text)
{
    /// <summary>Anew for each query it is added to.</summary>
    SearchConditions Conditions => new(dialect, search, text);

    bool Forward => cursor is not { Back: true } != order.Descending;

    string Direction => Forward ? "ASC" : "DESC";

    string Key => order.Key.Measure is { } measure ? MeasureSql.Of(measure, search.Moment.FiscalYear) : $"p.{order.Key.Column}";

    /// <summary>True when walking along the order's index may be worth while.</summary>
    public bool MayWalk => order.Key.Column is not null && !Conditions.Narrow;

    /// <summary>The first of the page among the next <paramref name="steps"/> people of the order.</summary>
    public ViewQuery Walk(int most, int steps)
    {
        var table = MeasureSql.Table(dialect);
        var walked = Keyset(new ViewQuery($"SELECT p.* FROM {table} p")).Then($"ORDER BY p.{order.Key.Column} {Direction}, p.member_id {Direction} LIMIT {MeasureSql.Number(steps)}");
        var inner = new ViewQuery($"SELECT p.member_id, p.{order.Key.Column} AS k FROM ({walked.Sql}) p");
        foreach (var (name, value) in walked.Values) inner.With(name, value);
        return Shown(Conditions.AddAll(inner).Then($"ORDER BY p.{order.Key.Column} {Direction}, p.member_id {Direction} LIMIT {MeasureSql.Number(most)}"));
    }

    /// <summary>The page, from everybody.</summary>
    public ViewQuery Whole(int most)
    {
        var inner = Keyset(Conditions.AddAll(new ViewQuery($"SELECT p.member_id, {Key} AS k FROM {MeasureSql.Table(dialect)} p")));
        var by = order.Key.Column is { } column ? dialect.Unindexed($"p.{column}", order.Key.Type) : Key;
        return Shown(inner.Then($"ORDER BY {by} {Direction}, p.member_id {Direction} LIMIT {MeasureSql.Number(most)}"));
    }

    ViewQuery Keyset(ViewQuery sql)
    {
        if (cursor is null) return sql;
        object value = order.Key.Type switch
        {
            ColumnType.Text => cursor.Value,
            ColumnType.Instant => dialect.InstantValue(DateTimeOffset.UnixEpoch.AddTicks(cursor.Number!.Value * TimeSpan.TicksPerMicrosecond)),
            _ => cursor.Number!.Value,
        };
        return sql.Where($"({Key}, p.member_id) {(Forward ? ">" : "<")} (@at, @at_member)").With("at", value).With("at_member", cursor.Member);
    }

    ViewQuery Shown(ViewQuery picked)
    {
        var year = search.Moment.FiscalYear;
        var sql = new ViewQuery(
            $"SELECT m.member_id, m.name, m.kana, m.registry, m.card, m.local, a.name, m.layers, m.category, {MeasureSql.Of(Total, year)}, {MeasureSql.Of(Posted, year)}, "
            + $"CASE WHEN p.fiscal_year = {MeasureSql.Number(year)} THEN p.pending_tenths ELSE 0 END, m.birth_date, m.licensed_on, p.person_changed_at, m.demonstration, f.k "
            + $"FROM ({picked.Sql}) f JOIN {dialect.Table("member")} m ON m.member_id = f.member_id JOIN {MeasureSql.Table(dialect)} p ON p.member_id = f.member_id "
            + $"LEFT JOIN {dialect.Table("association")} a ON a.association_id = m.local ORDER BY f.k {Direction}, f.member_id {Direction}");
        foreach (var (name, value) in picked.Values) sql.With(name, value);
        return sql;
    }

    static readonly Measure Total = new Measure.OfYear("fiscal_year", "total_tenths", "next_total_tenths", "last_total_tenths");
    static readonly Measure Posted = new Measure.OfYear("fiscal_year", "posted_tenths", "next_posted_tenths", "last_posted_tenths");

    /// <summary>A person with the key it is sorted by.</summary>
    public (FoundMember Member, FoundKey Key) Read(DbDataReader r, long target)
    {
        var total = r.GetInt32(9);
        var member = new FoundMember(
            new MemberId(r.GetInt64(0)), r.GetString(1), r.GetString(2), r.TextOrNull(3), r.TextOrNull(4), r.TextOrNull(5), r.TextOrNull(6),
            (MembershipLayers)r.GetInt32(7), (MemberCategory?)r.IntOrNull(8), total / 10m, r.IntOrNull(10) / 10m, r.GetInt32(11) / 10m, total >= target,
            dialect.DateOrNull(r, 12), dialect.DateOrNull(r, 13), dialect.Instant(r, 14), r.GetBoolean(15));
        return (member, new FoundKey(KeyOf(r), member.Id.Number));
    }

    string KeyOf(DbDataReader r) => order.Key.Type switch
    {
        ColumnType.Text => r.GetString(16),
        ColumnType.Instant => ((dialect.Instant(r, 16).UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture),
        _ => r.IsDBNull(16) ? "0" : r.GetInt64(16).ToString(CultureInfo.InvariantCulture),
    };
}
