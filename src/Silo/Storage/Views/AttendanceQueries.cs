using System.Data.Common;
using JmaActors.Directory;
using JmaActors.Members;
using JmaActors.Training;

namespace JmaActors.Storage.Views;

/// <summary>What is asked of the view of attendances.</summary>
sealed class AttendanceQueries(IViewDatabase database)
{
    readonly ViewDialect dialect = database.Dialect;

    string Attendance => dialect.Table("attendance");

    /// <summary>People of a session whose time there overlaps their time at another. Who came the moment they left the other does not overlap.</summary>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<string>>> Elsewhere(string session, CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT a.member_id, b.session_id FROM {Attendance} a JOIN {Attendance} b ON b.member_id = a.member_id AND b.session_id <> a.session_id")
            .Where("a.session_id = @session")
            .Where("a.first_in < b.last_out AND b.first_in < a.last_out")
            .With("session", session)
            .Then("ORDER BY a.member_id, b.session_id LIMIT @most")
            .With("most", TrainingLimits.People);
        var pairs = await database.Query(sql, r => Rows.List(r, x => (Member: x.GetInt64(0), Session: x.GetString(1))), ct);
        return pairs.GroupBy(p => p.Member).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(p => p.Session)]);
    }

    public Task<AttendancePage> Of(long member, string? after, int size, CancellationToken ct)
    {
        var most = Math.Clamp(size, 1, DirectoryLimits.Page);
        var sql = new ViewQuery(
            "SELECT a.session_id, p.title, p.place, p.host, coalesce(h.name, p.host), p.starts_at, p.ends_at, p.status, a.first_in, a.last_out, a.web, a.member_id "
            + $"FROM {Attendance} a JOIN {dialect.Table("program")} p ON p.session_id = a.session_id LEFT JOIN {dialect.Table("association")} h ON h.association_id = p.host")
            .Where($"a.member_id IN ({MergedSql.Numbers(dialect)})").With("member", member);
        if (PageCursor.Parse(after) is { Instant: { } start } from)
        {
            sql.Where($"(p.starts_at, {MergedSql.Place("a.session_id", "a.member_id")}) < (@start_after, @session_after)").With("start_after", dialect.InstantValue(start)).With("session_after", from.Text);
        }
        sql.Then($"ORDER BY p.starts_at DESC, {MergedSql.Place("a.session_id", "a.member_id")} DESC LIMIT @size").With("size", most + 1);
        return database.Query(sql, r => Page(Rows.List(r, x => (Line(x), MergedSql.Place(x.GetString(0), x.GetInt64(11)))), most), ct);
    }

    public async Task<IReadOnlyList<long>> OnRoll(string session, DoorQuery query, string? card, CancellationToken ct)
    {
        var sql = new ViewQuery(
            $"SELECT a.member_id FROM {Attendance} a LEFT JOIN {dialect.Table("member")} m ON m.member_id = a.member_id LEFT JOIN {dialect.Table("member_name")} n ON n.member_id = a.member_id")
            .Where("a.session_id = @session").With("session", session);
        List<string> any = [];
        if (query.Member is { } member) Add(sql, any, "a.member_id = @member", "member", member);
        if (query.Registry is { } registry) Add(sql, any, "m.registry = @registry", "registry", registry);
        if (query.Folded.Length > 0) Add(sql, any, $"{dialect.Contains("n.name", "@text")} OR {dialect.Contains("n.kana", "@text")}", "text", query.Folded);
        if (card is not null) Add(sql, any, "m.card = @card", "card", card);
        sql.Where($"({string.Join(" OR ", any)})").Then("ORDER BY a.member_id LIMIT @most").With("most", TrainingLimits.RollPage);
        return await database.Query(sql, r => Rows.List(r, x => x.GetInt64(0)), ct);
    }

    static void Add(ViewQuery sql, List<string> any, string condition, string name, object value)
    {
        any.Add(condition);
        sql.With(name, value);
    }

    static AttendancePage Page(List<(AttendedSession Line, string Place)> lines, int size)
    {
        if (lines.Count <= size) return new AttendancePage([.. lines.Select(l => l.Line)], null);
        var (last, place) = lines[size - 1];
        return new AttendancePage([.. lines.Take(size).Select(l => l.Line)], PageCursor.At(last.Start, place).ToString());
    }

    AttendedSession Line(DbDataReader r) => new(
        new SessionId(r.GetString(0)), r.GetString(1), r.GetString(2), new AssociationId(r.GetString(3)), r.GetString(4), dialect.Instant(r, 5), dialect.Instant(r, 6),
        (SessionStatus)r.GetInt32(7), r.IsDBNull(8) ? null : dialect.Instant(r, 8), r.IsDBNull(9) ? null : dialect.Instant(r, 9), r.GetBoolean(10));
}
