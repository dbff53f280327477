using System.Data.Common;
using JmaActors.Directory;
using JmaActors.Members;
using JmaActors.Training;

namespace JmaActors.Storage.Views;

/// <summary><see cref="ITrainingIndex"/> over the views of either database.</summary>
public sealed class SqlTrainingIndex(IViewDatabase database) : ITrainingIndex
{
    /// <summary>Sessions that can be unfinished at once; far more than a country holds on a day.</summary>
    const int OpenMost = 10_000;

    readonly ViewDialect dialect = database.Dialect;
    readonly AttendanceQueries attendances = new(database);

    public Task<ProgramPage> Programs(ProgramQuery query, CancellationToken ct)
    {
        var size = Math.Clamp(query.Size, 1, DirectoryLimits.Page);
        var sql = new ViewQuery(
            "SELECT p.program_id, p.session_id, p.title, p.place, p.host, coalesce(a.name, p.host), p.starts_at, p.ends_at, p.status "
            + $"FROM {dialect.Table("program")} p LEFT JOIN {dialect.Table("association")} a ON a.association_id = p.host");
        if (query.Host is { } host) sql.Where("p.host = @host").With("host", host.Code);
        if (query.Status is { } status) sql.Where("p.status = @status").With("status", (int)status);
        if (PageCursor.Parse(query.After) is { } after)
        {
            var start = DateTimeOffset.UnixEpoch.AddTicks(after.Number * TimeSpan.TicksPerMicrosecond);
            sql.Where("(p.starts_at, p.program_id) < (@start_after, @id_after)").With("start_after", dialect.InstantValue(start)).With("id_after", after.Text);
        }
        sql.Then("ORDER BY p.starts_at DESC, p.program_id DESC LIMIT @size").With("size", size + 1);
        return database.Query(sql, r => Page(Rows.List(r, Line), size), ct);
    }

    public async Task<IReadOnlyList<string>> OpenSessions(CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT s.session_id FROM {dialect.Table("session")} s WHERE s.status = @open OR s.unfinished ORDER BY s.session_id LIMIT @most")
            .With("open", (int)SessionStatus.Open)
            .With("most", OpenMost);
        return await database.Query(sql, r => Rows.List(r, x => x.GetString(0)), ct);
    }

    public Task<IReadOnlyDictionary<long, IReadOnlyList<string>>> Elsewhere(string session, CancellationToken ct) => attendances.Elsewhere(session, ct);

    public Task<AttendancePage> Attendance(long member, string? after, int size, CancellationToken ct) => attendances.Of(member, after, size, ct);

    public Task<IReadOnlyList<long>> OnRoll(string session, DoorQuery query, string? card, CancellationToken ct) => attendances.OnRoll(session, query, card, ct);

    static ProgramPage Page(List<ProgramLine> lines, int size)
    {
        if (lines.Count <= size) return new ProgramPage(lines, null);
        lines.RemoveAt(size);
        var last = lines[^1];
        return new ProgramPage(lines, new PageCursor((last.Start.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond, last.Id.Code).ToString());
    }

    ProgramLine Line(DbDataReader r) => new(
        new ProgramId(r.GetString(0)),
        new SessionId(r.GetString(1)),
        r.GetString(2),
        r.GetString(3),
        new AssociationId(r.GetString(4)),
        r.GetString(5),
        dialect.Instant(r, 6),
        dialect.Instant(r, 7),
        (SessionStatus)r.GetInt32(8));
}
