using JmaActors.Feeds;

namespace JmaActors.Storage.Views;

/// <summary><see cref="IFeedIndex"/> over the view of either database.</summary>
public sealed class SqlFeedIndex(IViewDatabase database) : IFeedIndex
{
    readonly ViewDialect dialect = database.Dialect;

    public Task<(string Owner, string Feed)?> Find(string hash, CancellationToken ct) => database.Query(
        new ViewQuery($"SELECT f.owner, f.feed FROM {dialect.Table("duty_feed")} f").Where("f.hash = @hash").With("hash", hash).Then("LIMIT 1"),
        static r => r.Read() ? (r.GetString(0), r.GetString(1)) : ((string, string)?)null,
        ct);
}
