using JmaActors.Webhooks;

namespace JmaActors.Storage.Views;

/// <summary><see cref="IWebhookIndex"/> over the view of either database.</summary>
public sealed class SqlWebhookIndex(IViewDatabase database) : IWebhookIndex
{
    readonly ViewDialect dialect = database.Dialect;

    public async Task<IReadOnlyList<string>> Due(DateTimeOffset now, int most, CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT w.workplace FROM {dialect.Table("webhook_due")} w").Where("w.due <= @now").With("now", dialect.InstantValue(now))
            .Then("ORDER BY w.due, w.workplace LIMIT @most").With("most", most);
        return await database.Query(sql, r => Rows.List(r, x => x.GetString(0)), ct);
    }
}
