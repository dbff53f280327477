using JmaActors.Works;

namespace JmaActors.Storage.Views;

/// <summary><see cref="IWorkIndex"/> over the views of either database.</summary>
public sealed class SqlWorkIndex(IViewDatabase database) : IWorkIndex
{
    readonly ViewDialect dialect = database.Dialect;

    string Works => $"{dialect.Table("work")} w";

    public async Task<IReadOnlyList<WorkLine>> Of(Caller owner, int most, CancellationToken ct)
    {
        var sql = Owned(new ViewQuery($"SELECT w.work_id, w.kind, w.stage, w.found, w.done, w.started_at, w.expires_at FROM {Works}"), owner)
            .Then("ORDER BY w.started_at DESC, w.work_id LIMIT @most").With("most", most);
        return await database.Query(
            sql,
            r => Rows.List(r, x => new WorkLine(
                x.GetString(0), (WorkKind)x.GetInt32(1), (WorkStage)x.GetInt32(2), x.GetInt32(3), x.GetInt32(4), dialect.Instant(x, 5), dialect.Instant(x, 6))),
            ct);
    }

    public Task<int> Running(Caller owner, CancellationToken ct) => database.Query(
        Owned(new ViewQuery($"SELECT count(*) FROM {Works}"), owner).Where("w.stage < 2"), static r => r.Read() ? (int)r.GetInt64(0) : 0, ct);

    public async Task<IReadOnlyList<string>> Due(DateTimeOffset now, int most, CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT w.work_id FROM {Works}").Where("(w.stage < 2 OR (w.stage < 4 AND w.expires_at <= @now))").With("now", dialect.InstantValue(now))
            .Then("ORDER BY w.expires_at LIMIT @most").With("most", most);
        return await database.Query(sql, r => Rows.List(r, x => x.GetString(0)), ct);
    }

    public async Task<IReadOnlyList<string>> Kept(string after, int most, CancellationToken ct)
    {
        // What was asked for is kept as long as anything of it.
        var sql = new ViewQuery($"SELECT c.work_id FROM {dialect.Table("work_chunk")} c").Where("c.n = @request").With("request", WorkViews.Request).Where("c.work_id > @after").With("after", after)
            .Then("ORDER BY c.work_id LIMIT @most").With("most", most);
        return await database.Query(sql, r => Rows.List(r, x => x.GetString(0)), ct);
    }

    public Task<WorkChunk?> Chunk(string id, int n, CancellationToken ct) => database.Query(
        new ViewQuery($"SELECT c.body, c.next FROM {dialect.Table("work_chunk")} c").Where("c.work_id = @id").Where("c.n = @n").With("id", id).With("n", n),
        static r => r.Read() ? new WorkChunk(r.GetFieldValue<byte[]>(0), r.TextOrNull(1)) : null,
        ct);

    static ViewQuery Owned(ViewQuery sql, Caller owner) => sql
        .Where("w.subject = @subject").Where("w.role = @role").Where("w.scope = @scope")
        .With("subject", owner.Subject).With("role", (int)owner.Role).With("scope", owner.Scope);
}
