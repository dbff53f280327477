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

    public Task<ProgramPage> Programs(ProgramQuery query, ProgramScope scope, CancellationToken ct) => database.Query(
        ProgramSearchSql.Write(dialect, query, scope),
        r => ProgramSearchSql.Page(Rows.List(r, line => ProgramSearchSql.Line(dialect, line)), ProgramSearchSql.Size(query)),
        ct);

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
}
