using System.Data.Common;
using System.Globalization;
using JmaActors.Evaluations;
using JmaActors.WorkHours;

namespace JmaActors.Storage.Views;

/// <summary><see cref="IEvaluationIndex"/> over the views of either database.</summary>
public sealed class SqlEvaluationIndex(IViewDatabase database) : IEvaluationIndex
{
    readonly ViewDialect dialect = database.Dialect;

    public Task<EvaluationPage> List(EvaluationQuery query, CancellationToken ct)
    {
        var sql = Sought(
            new ViewQuery($"SELECT e.evaluation_id, e.workplace, e.name, e.association, e.levels, e.stage, e.waits, e.filed, e.target, e.next_by, e.review_due, e.opened FROM {dialect.Table("evaluation")} e"), query);
        if (PageCursor.Parse(query.After) is { Instant: { } opened } from)
            sql.Where("(e.opened > @opened OR (e.opened = @opened AND e.evaluation_id > @after))").With("opened", dialect.InstantValue(opened)).With("after", from.Text);
        sql.Then("ORDER BY e.opened, e.evaluation_id LIMIT @size").With("size", query.Size + 1);
        return database.Query(sql, r => Page(Rows.List(r, x => (Line(x), dialect.Instant(x, 11))), query.Size), ct);
    }

    /// <summary>Adds which applications are meant, of the table <c>e</c>: lists and counts by the same conditions.</summary>
    internal static ViewQuery Sought(ViewQuery sql, EvaluationQuery query)
    {
        if (query.Workplace is { } workplace) sql.Where("e.workplace = @workplace").With("workplace", workplace.Code);
        if (query.Prefecture is { } prefecture) sql.Where("e.told").Where("e.prefecture = @prefecture").With("prefecture", prefecture);
        if (query.Surveyor is { } who) sql.Where("(e.doctor = @who OR e.labour = @who)").With("who", who);
        if (query.Waits is { } waits) sql.Where("e.waits = @waits").With("waits", (long)waits);
        return sql;
    }

    public Task<PublicDesignations> Designated(WorkLevel? level, string? prefecture, DateOnly on, string? after, int size, CancellationToken ct)
    {
        var today = on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var sql = new ViewQuery($"SELECT d.workplace, d.name, d.prefecture, d.level, d.from_day, d.to_day, d.result FROM {dialect.Table("designated")} d");
        // A date is written into the text: it is no word of anybody's.
        sql.Where($"d.from_day <= '{today}'").Where($"(d.to_day IS NULL OR d.to_day >= '{today}')");
        if (level is { } one) sql.Where("d.level = @level").With("level", (long)one);
        if (prefecture is not null) sql.Where("d.prefecture = @prefecture").With("prefecture", prefecture);
        if (PageCursor.Parse(after) is { } from) sql.Where("(d.level > @l OR (d.level = @l AND d.workplace > @w))").With("l", from.Number).With("w", from.Text);
        sql.Then("ORDER BY d.level, d.workplace LIMIT @size").With("size", size + 1);
        return database.Query(sql, r => Page(Rows.List(r, Designation), size), ct);
    }

    static EvaluationPage Page(List<(EvaluationLine Line, DateTimeOffset Opened)> lines, int size)
    {
        if (lines.Count <= size) return new EvaluationPage([.. lines.Select(l => l.Line)], null);
        lines.RemoveAt(size);
        return new EvaluationPage([.. lines.Select(l => l.Line)], PageCursor.At(lines[^1].Opened, lines[^1].Line.Id).ToString());
    }

    static PublicDesignations Page(List<PublicDesignation> lines, int size)
    {
        if (lines.Count <= size) return new PublicDesignations(lines, null);
        lines.RemoveAt(size);
        return new PublicDesignations(lines, new PageCursor((long)lines[^1].Level, lines[^1].Workplace.Code).ToString());
    }

    EvaluationLine Line(DbDataReader r) => new(
        r.GetString(0), new WorkplaceId(r.GetString(1)), r.GetString(2), new AssociationId(r.GetString(3)), [.. Enum.GetValues<WorkLevel>().Where(l => (r.GetInt32(4) & 1 << (int)l) != 0)], (EvaluationStage)r.GetInt32(5),
        (EvaluationWaits)r.GetInt32(6), r.IsDBNull(7) ? null : dialect.Instant(r, 7), dialect.DateOrNull(r, 8), dialect.DateOrNull(r, 9), dialect.DateOrNull(r, 10));

    PublicDesignation Designation(DbDataReader r) => new(
        new WorkplaceId(r.GetString(0)), r.GetString(1), r.GetString(2), (WorkLevel)r.GetInt32(3), r.GetFieldValue<DateOnly>(4), dialect.DateOrNull(r, 5), r.GetString(6));
}
