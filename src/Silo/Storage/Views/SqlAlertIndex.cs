using JmaActors.Alerts;

namespace JmaActors.Storage.Views;

/// <summary><see cref="IAlertIndex"/> over the views of either database.</summary>
public sealed class SqlAlertIndex(IViewDatabase database) : IAlertIndex
{
    readonly ViewDialect dialect = database.Dialect;

    public async Task<IReadOnlyList<string>> DueLetters(DateTimeOffset now, int most, CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT b.box FROM {dialect.Table("alert_box")} b").Where("b.mail_due <= @now").With("now", dialect.InstantValue(now))
            .Then("ORDER BY b.mail_due, b.box LIMIT @most").With("most", most);
        return await database.Query(sql, r => Rows.List(r, x => x.GetString(0)), ct);
    }

    public async Task<IReadOnlyList<MemberId>> Waiting(long after, DateOnly restDue, DateTimeOffset month, DateTimeOffset seen, int most, CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT DISTINCT w.member_id FROM {dialect.Table("work_hours")} w")
            .Where("w.member_id > @after").With("after", after)
            .Where("((w.rest_open > 0 AND w.rest_due <= @due) OR w.on_since IS NOT NULL OR w.untold OR (w.as_of < @month AND w.as_of >= @seen))")
            .With("due", restDue).With("month", dialect.InstantValue(month)).With("seen", dialect.InstantValue(seen))
            .Then("ORDER BY w.member_id LIMIT @most").With("most", most);
        return await database.Query(sql, r => Rows.List(r, x => new MemberId(x.GetInt64(0))), ct);
    }
}
