using System.Data.Common;
using System.Globalization;
using JmaActors.Dues;

namespace JmaActors.Storage.Views;

/// <summary><see cref="IDuesTallies"/> over the views of either database.</summary>
public sealed class SqlDuesTallies(IViewDatabase database) : IDuesTallies
{
    const string Never = "9999-12-31";

    static readonly string[] Creditors = ["jma", "prefecture", "local"];

    static readonly string Billed = All("t.{0}_billed"), Paid = All("t.{0}_paid"), Open = All("t.{0}_billed - t.{0}_written_off - t.{0}_paid");

    readonly ViewDialect dialect = database.Dialect;

    public async Task<IReadOnlyDictionary<string, DuesFigures>> ByLocal(FiscalYear year, string? prefecture, string? local, DateOnly today, CancellationToken ct)
    {
        var people = People("t.via", $", {string.Join(", ", Creditors.Select(c => Sums(c, today)))}", year, prefecture, local, today);
        var sql = new ViewQuery(
            $"SELECT s.via, {string.Join(", ", Enum.GetValues<DuesStatus>().Select(status => $"sum(CASE WHEN {Stands(status)} THEN 1 ELSE 0 END)"))}, "
            + $"{string.Join(", ", Creditors.SelectMany(c => Columns.Select(column => $"sum(s.{c}_{column})")))} FROM ({people.Sql}) s");
        foreach (var (name, value) in people.Values) sql.With(name, value);
        return await database.Query(sql.Then("GROUP BY s.via"), r => Rows.ByKey(r, x => x.GetString(0), Figures), ct);
    }

    public async Task<DuesPage> People(DuesQuery query, DateOnly today, CancellationToken ct)
    {
        var (prefecture, local) = (query.Office.Layer == AssociationLayer.Prefecture ? query.Office.Code : null, query.Office.Layer == AssociationLayer.Local ? query.Office.Code : null);
        var people = People(null, $", coalesce(min(t.next_due), '{Never}') AS next_due, max(t.reminded) AS step, max(t.reminded_on) AS reminded_on, max(t.held_until) AS held_until", query.Year, prefecture, local, today);
        var sql = new ViewQuery($"SELECT s.member_id, m.name, m.kana, m.local, s.parts, s.billed, s.paid, s.due_open, s.overdue, s.next_due, s.step, s.reminded_on, s.held_until FROM ({people.Sql}) s JOIN {dialect.Table("member")} m ON m.member_id = s.member_id");
        foreach (var (name, value) in people.Values) sql.With(name, value);
        // Who has left, for another association or altogether, is seen by the local association through which something is still owed, or was paid not long ago.
        if (local is null) sql.SeenFrom(query.Office, "office");
        else sql.Where($"((m.local = @local AND (m.layers & 1) <> 0) OR (NOT ({Stands(DuesStatus.Pending)}) AND (s.due_open > 0 OR ({(query.Year.Year >= FiscalYear.Of(DuesListLimits.SeenSince(today)).Year ? "s.paid > 0" : "1 = 0")} AND EXISTS "
            + $"(SELECT 1 FROM {dialect.Table("dues_payment")} p WHERE p.member_id = s.member_id AND NOT p.reversed AND p.paid_on >= '{Iso(DuesListLimits.SeenSince(today))}')))))");
        if (query.Status is { } status) sql.Where(Stands(status));
        if (query.Step is { } step) sql.Where("s.step = @step").With("step", (long)step);
        if (PageCursor.Parse(query.After) is { } after && long.TryParse(after.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var member)) sql.Where(Beyond(query.Order, after.Number)).With("after", member);
        sql.Then($"ORDER BY {OrderBy(query.Order)} LIMIT @size").With("size", query.Size + 1);
        var lines = await database.Query(sql, r => Rows.List(r, x => Line(x, today)), ct);
        if (lines.Count <= query.Size) return new DuesPage(lines, null, []);
        lines.RemoveAt(query.Size);
        return new DuesPage(lines, Cursor(query.Order, lines[^1]).ToString(), []);
    }

    /// <summary>People who are billed something, each once, or once for each local association through which they owe.</summary>
    ViewQuery People(string? via, string columns, FiscalYear year, string? prefecture, string? local, DateOnly today)
    {
        var overdue = All($"CASE WHEN t.{{0}}_due < '{Iso(today)}' THEN t.{{0}}_billed - t.{{0}}_written_off - t.{{0}}_paid ELSE 0 END");
        var written = All("t.{0}_written_off");
        static string Part(string holds, DuesParts part) => $"CASE WHEN {holds} THEN {(int)part} ELSE 0 END";
        var parts = $"max({Part("t.posted", DuesParts.Posted)}) + max({Part("t.gap", DuesParts.Gap)}) + {Part($"sum({overdue}) > 0", DuesParts.Late)} + {Part($"sum({Open}) > 0", DuesParts.Open)} + "
            + $"{Part($"sum({Paid}) > 0", DuesParts.Paid)} + {Part($"sum({written}) > 0", DuesParts.WrittenOff)}";
        var sql = new ViewQuery(
            $"SELECT t.member_id, {(via is null ? "" : $"{via}, ")}{parts} AS parts, sum({Billed}) AS billed, sum({Paid}) AS paid, sum({Open}) AS due_open, sum({overdue}) AS overdue{columns} FROM {dialect.Table("dues_term")} t")
            .Where("t.fiscal_year = @year").With("year", (long)year.Year);
        if (local is not null) sql.Where("t.via = @local").With("local", local);
        else if (prefecture is not null) sql.Where("t.via >= @from AND t.via < @to").With("from", $"{prefecture}-").With("to", $"{prefecture}.");
        return sql.Then($"GROUP BY t.member_id{(via is null ? "" : $", {via}")} HAVING sum({Billed}) <> 0");
    }

    static readonly string[] Columns = ["billed", "paid", "written_off", "overdue", "unsent"];

    /// <summary>One creditor's sums. What is not sent is owed by nobody yet.</summary>
    static string Sums(string creditor, DateOnly today)
    {
        string Sent(string column) => $"sum(CASE WHEN t.posted THEN t.{creditor}_{column} ELSE 0 END) AS {creditor}_{column}";
        return $"{Sent("billed")}, {Sent("paid")}, {Sent("written_off")}, "
            + $"sum(CASE WHEN t.posted AND t.{creditor}_due < '{Iso(today)}' THEN t.{creditor}_billed - t.{creditor}_written_off - t.{creditor}_paid ELSE 0 END) AS {creditor}_overdue, "
            + $"sum(CASE WHEN t.posted THEN 0 ELSE t.{creditor}_billed END) AS {creditor}_unsent";
    }

    static string Stands(DuesStatus status) => $"s.parts IN ({string.Join(", ", DuesStatusRules.Of(status).Select(parts => (int)parts))})";

    static string OrderBy(DuesOrder order) => order switch
    {
        DuesOrder.Open => "s.due_open DESC, s.member_id",
        DuesOrder.Due => "s.next_due, s.member_id",
        _ => "s.member_id",
    };

    static string Beyond(DuesOrder order, long number) => order switch
    {
        DuesOrder.Open => $"(s.due_open < {Number(number)} OR (s.due_open = {Number(number)} AND s.member_id > @after))",
        DuesOrder.Due => $"(s.next_due > '{Day(number)}' OR (s.next_due = '{Day(number)}' AND s.member_id > @after))",
        _ => "s.member_id > @after",
    };

    static PageCursor Cursor(DuesOrder order, DuesLineOf last) => new(
        order switch { DuesOrder.Open => last.Open.Amount, DuesOrder.Due => last.Due?.DayNumber ?? DateOnly.MaxValue.DayNumber, _ => 0 }, last.Member.Number.ToString(CultureInfo.InvariantCulture));

    static string All(string part) => string.Join(" + ", Creditors.Select(c => $"({string.Format(CultureInfo.InvariantCulture, part, c)})"));

    static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Day(long number) => Iso(DateOnly.FromDayNumber((int)Math.Clamp(number, 0, DateOnly.MaxValue.DayNumber)));

    static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    DuesLineOf Line(DbDataReader r, DateOnly today) => new(
        new MemberId(r.GetInt64(0)), r.GetString(1), r.GetString(2), r.TextOrNull(3) is { } local ? new AssociationId(local) : null, DuesStatusRules.Of((DuesParts)r.GetInt32(4)),
        Yen(r, 5), Yen(r, 6), Yen(r, 7), Yen(r, 8), dialect.DateOrNull(r, 9) is { } due && due != DateOnly.MaxValue ? due : null,
        r.GetInt32(10), dialect.DateOrNull(r, 11), dialect.DateOrNull(r, 12) is { } held && held >= today ? held : null);

    /// <summary>PostgreSQL sums whole numbers to a decimal one.</summary>
    static Yen Yen(DbDataReader r, int column) => new(Sum(r, column));

    static long Sum(DbDataReader r, int column) => Convert.ToInt64(r.GetValue(column), CultureInfo.InvariantCulture);

    static DuesFigures Figures(DbDataReader r)
    {
        int People(DuesStatus status) => (int)Sum(r, (int)status);
        DuesSums Of(int creditor) => new(Sum(r, creditor), Sum(r, creditor + 1), Sum(r, creditor + 2), Sum(r, creditor + 3), Sum(r, creditor + 4));
        var first = Enum.GetValues<DuesStatus>().Length + 1;
        return new DuesFigures(
            People(DuesStatus.Pending), People(DuesStatus.Posted), People(DuesStatus.Partly), People(DuesStatus.Paid), People(DuesStatus.Overdue), People(DuesStatus.WrittenOff),
            Of(first), Of(first + Columns.Length), Of(first + Columns.Length * 2));
    }
}
