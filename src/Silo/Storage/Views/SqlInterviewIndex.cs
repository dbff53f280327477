using System.Data.Common;
using System.Globalization;
using JmaActors.Interviews;
using JmaActors.WorkHours;

namespace JmaActors.Storage.Views;

/// <summary><see cref="IInterviewIndex"/> over the views of either database.</summary>
public sealed class SqlInterviewIndex(IViewDatabase database) : IInterviewIndex
{
    readonly ViewDialect dialect = database.Dialect;

    string Names => $"LEFT JOIN {dialect.Table("member")} m ON m.member_id = w.member_id LEFT JOIN {dialect.Table("member_merged")} g ON g.member_id = w.member_id "
        + $"LEFT JOIN {dialect.Table("workplace")} p ON p.workplace = w.workplace";

    public Task<InterviewDuePage> Due(InterviewDueQuery query, CancellationToken ct)
    {
        var sql = new ViewQuery(
            "SELECT w.workplace, coalesce(p.name, ''), w.member_id, coalesce(m.name, g.name, ''), w.month_from, w.level, w.need, w.need_due, w.cut_due, w.month_minutes, w.month_expected, c.stage, c.waits, "
            + $"c.interviewer, c.appointment, c.member_id FROM {dialect.Table("work_hours")} w LEFT JOIN {dialect.Table("interview_case")} c "
            // A case opened under a number that was merged since is hers.
            + $"ON c.workplace = w.workplace AND c.month_from = w.month_from AND c.member_id IN (SELECT w.member_id UNION ALL SELECT o.member_id FROM {dialect.Table("member_merged")} o WHERE o.merged_into = w.member_id) {Names}");
        sql.Where("w.need_due IS NOT NULL");
        if (query.Workplace is { } workplace) sql.Where("w.workplace = @workplace").With("workplace", workplace.Code);
        if (query.Member is { } member) sql.Where("w.member_id = @member").With("member", member.Number);
        if (After(query.After) is var (day, text))
        {
            // A date is written into the text: it was read as one.
            var due = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            sql.Where($"(w.need_due > '{due}' OR (w.need_due = '{due}' AND {Order} > @after))").With("after", text);
        }
        sql.Then($"ORDER BY w.need_due, {Order} LIMIT @size").With("size", query.Size + 1);
        return database.Query(sql, r => Page(Rows.List(r, DueLine), query.Size), ct);
    }

    public Task<InterviewPage> Cases(InterviewQuery query, CancellationToken ct)
    {
        var sql = new ViewQuery(
            "SELECT w.workplace, coalesce(p.name, ''), w.member_id, coalesce(m.name, g.name, ''), w.month_from, w.stage, w.waits, w.interviewer, w.appointment, h.need_due, w.opened "
            + $"FROM {dialect.Table("interview_case")} w LEFT JOIN {dialect.Table("work_hours")} h ON h.workplace = w.workplace AND h.member_id = w.member_id AND h.month_from = w.month_from {Names}");
        sql.Where(query.Closed ? "w.is_over" : "NOT w.is_over");
        if (query.Workplace is { } workplace) sql.Where("w.workplace = @workplace").With("workplace", workplace.Code);
        if (query.Interviewer is { } interviewer) sql.Where("w.interviewer = @interviewer").With("interviewer", interviewer.Number);
        if (query.Member is { } member) sql.Where($"w.member_id IN ({MergedSql.Numbers(dialect)})").With("member", member.Number);
        if (PageCursor.Parse(query.After) is { Instant: { } opened } from)
            sql.Where($"(w.opened > @opened OR (w.opened = @opened AND {Order} > @after))").With("opened", dialect.InstantValue(opened)).With("after", from.Text);
        sql.Then($"ORDER BY w.opened, {Order} LIMIT @size").With("size", query.Size + 1);
        return database.Query(sql, r => Page(Rows.List(r, CaseLine), query.Size), ct);
    }

    /// <summary>One text for workplace and member, so that a list of either has one order.</summary>
    const string Order = "(w.workplace || '.' || w.member_id)";

    static string OrderOf(WorkplaceId workplace, MemberId member) => $"{workplace}.{member}";

    static (DateOnly Day, string Text)? After(string? cursor) =>
        PageCursor.Parse(cursor) is { Number: >= 0 and < 3_000_000 } from ? (DateOnly.FromDayNumber((int)from.Number), from.Text) : null;

    static InterviewDuePage Page(List<InterviewDueLine> lines, int size)
    {
        if (lines.Count <= size) return new InterviewDuePage(lines, null);
        lines.RemoveAt(size);
        var last = lines[^1];
        return new InterviewDuePage(lines, new PageCursor(last.Due.DayNumber, OrderOf(last.Workplace, last.Member)).ToString());
    }

    static InterviewPage Page(List<InterviewLine> lines, int size)
    {
        if (lines.Count <= size) return new InterviewPage(lines, null);
        lines.RemoveAt(size);
        var last = lines[^1];
        return new InterviewPage(lines, PageCursor.At(last.Opened, OrderOf(last.Workplace, last.Member)).ToString());
    }

    InterviewDueLine DueLine(DbDataReader r)
    {
        var id = IdOf(r);
        return new InterviewDueLine(
            (id with { Member = Person(r, 15) ?? id.Member }).Text, id.Workplace, r.GetString(1), id.Member, r.GetString(3), (WorkLevel)r.GetInt32(5), (InterviewNeed)r.GetInt32(6), r.GetFieldValue<DateOnly>(7), r.GetBoolean(8), r.GetInt32(9), r.GetInt32(10),
            r.IntOrNull(11) is { } stage ? (InterviewStage)stage : null, (InterviewWaits)(r.IntOrNull(12) ?? 0), Person(r, 13), Instant(r, 14));
    }

    InterviewLine CaseLine(DbDataReader r)
    {
        var id = IdOf(r);
        return new InterviewLine(
            id.Text, id.Workplace, r.GetString(1), id.Member, r.GetString(3), id.Month, (InterviewStage)r.GetInt32(5), (InterviewWaits)r.GetInt32(6), Person(r, 7), Instant(r, 8), dialect.DateOrNull(r, 9),
            dialect.Instant(r, 10));
    }

    static InterviewId IdOf(DbDataReader r) => new(new WorkplaceId(r.GetString(0)), new MemberId(r.GetInt64(2)), r.GetFieldValue<DateOnly>(4));

    static MemberId? Person(DbDataReader r, int column) => r.IsDBNull(column) || r.GetInt64(column) == 0 ? null : new MemberId(r.GetInt64(column));

    DateTimeOffset? Instant(DbDataReader r, int column) => r.IsDBNull(column) ? null : dialect.Instant(r, column);
}
