using System.Data.Common;
using JmaActors.Enrolments;
using JmaActors.Training;

namespace JmaActors.Storage.Views;

/// <summary><see cref="IEnrolmentIndex"/> over the views of either database.</summary>
public sealed class SqlEnrolmentIndex(IViewDatabase database) : IEnrolmentIndex
{
    /// <summary>Above every character that can follow a prefix.</summary>
    const string Last = "\U0010FFFF";

    /// <summary>Digits of a registry number that tell namesakes apart.</summary>
    const int RegistryEnd = 3;

    readonly ViewDialect dialect = database.Dialect;

    public Task<AttendeePage> Attendees(AttendeeQuery query, string kana, AssociationId? host, CancellationToken ct)
    {
        var size = Math.Clamp(query.Size, 1, EnrolmentLimits.Page);
        var sql = new ViewQuery(
            "SELECT e.member_id, coalesce(m.name, g.name, ''), coalesce(m.kana, g.kana, ''), coalesce(m.registry, g.registry), e.standing, e.mode, e.arrival, e.number, e.children, e.childcare, "
            + "e.walk_in, e.over_capacity, e.tariff, e.due, e.paid, e.signed_up, coalesce(m.demonstration, g.demonstration, false), "
            + $"e.by_host AND NOT EXISTS (SELECT 1 FROM {dialect.Table("attendance")} t WHERE t.member_id = e.member_id AND t.session_id = @session AND t.first_in IS NOT NULL) "
            + $"FROM {dialect.Table("enrolment")} e LEFT JOIN {dialect.Table("member")} m ON m.member_id = e.member_id LEFT JOIN {dialect.Table("member_merged")} g ON g.member_id = e.member_id");
        sql.Where("e.program_id = @program").With("program", query.Program.Code).With("session", ProgramState.SessionOf(query.Program).Code);
        if (host is { } of) sql.Where("e.host = @host").With("host", of.Code);
        if (query.Standing is { } standing) sql.Where("e.standing = @standing").With("standing", (int)standing);
        if (query.Text.Length > 0) Sought(sql, query.Text, kana);
        if (PageCursor.Parse(query.After) is { } after) sql.Where("e.arrival > @after").With("after", after.Number);
        sql.Then("ORDER BY e.arrival LIMIT @size").With("size", size + 1);
        return database.Query(sql, r => Page(Rows.List(r, Attendee), size), ct);
    }

    public Task<MemberEnrolmentPage> OfMember(long memberId, string? after, int size, CancellationToken ct)
    {
        var sql = new ViewQuery(
            "SELECT p.program_id, p.session_id, p.title, p.place, coalesce(a.name, p.host), p.starts_at, p.ends_at, p.status, e.standing, e.mode, e.number, e.due, e.paid, e.member_id "
            + $"FROM {dialect.Table("enrolment")} e JOIN {dialect.Table("program")} p ON p.program_id = e.program_id "
            + $"LEFT JOIN {dialect.Table("association")} a ON a.association_id = p.host");
        sql.Where($"e.member_id IN ({MergedSql.Numbers(dialect)})").With("member", memberId);
        if (PageCursor.Parse(after) is { Instant: { } start } from)
        {
            sql.Where($"(p.starts_at, {MergedSql.Place("p.program_id", "e.member_id")}) < (@start_after, @id_after)").With("start_after", dialect.InstantValue(start)).With("id_after", from.Text);
        }
        sql.Then($"ORDER BY p.starts_at DESC, {MergedSql.Place("p.program_id", "e.member_id")} DESC LIMIT @size").With("size", size + 1);
        return database.Query(sql, r => Page(Rows.List(r, x => (Enrolment(x), MergedSql.Place(x.GetString(0), x.GetInt64(13)))), size), ct);
    }

    void Sought(ViewQuery sql, string text, string kana)
    {
        List<string> any = [dialect.Contains("m.name", "@text")];
        sql.With("text", text);
        if (kana.Length > 0)
        {
            any.Add("(m.kana >= @kana AND m.kana < @kana_end)");
            sql.With("kana", kana).With("kana_end", kana + Last);
        }
        if (MemberId.TryParse(text, out var id)) Add(sql, any, "e.member_id = @id", "id", id.Number);
        if (RegistryNumber.TryParse(text, out var registry)) Add(sql, any, "m.registry = @registry", "registry", registry.Text);
        if (CardNumber.TryParse(text, out var card)) Add(sql, any, "m.card = @card", "card", card.Text);
        if (text.Length <= 5 && int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0) Add(sql, any, "e.number = @number", "number", number);
        sql.Where($"({string.Join(" OR ", any)})");
    }

    static void Add(ViewQuery sql, List<string> any, string condition, string name, object value)
    {
        any.Add(condition);
        sql.With(name, value);
    }

    static AttendeePage Page(List<AttendeeLine> lines, int size)
    {
        if (lines.Count <= size) return new AttendeePage(lines, null);
        lines.RemoveAt(size);
        return new AttendeePage(lines, new PageCursor(lines[^1].Arrival, "").ToString());
    }

    static MemberEnrolmentPage Page(List<(MemberEnrolment Line, string Place)> lines, int size)
    {
        if (lines.Count <= size) return new MemberEnrolmentPage([.. lines.Select(l => l.Line)], null);
        var (last, place) = lines[size - 1];
        return new MemberEnrolmentPage([.. lines.Take(size).Select(l => l.Line)], PageCursor.At(last.Start, place).ToString());
    }

    AttendeeLine Attendee(DbDataReader r) => new(
        new MemberId(r.GetInt64(0)), r.GetString(1), r.GetString(2), r.GetBoolean(17) ? End(r.TextOrNull(3)) : r.TextOrNull(3), (EnrolmentStanding)r.GetInt32(4), (EnrolmentMode)r.GetInt32(5),
        r.GetInt32(6), r.GetInt32(7), r.GetInt32(8), (ChildcareStanding)r.GetInt32(9), r.GetBoolean(10), r.GetBoolean(11), (EnrolmentTariff)r.GetInt32(12),
        new Yen(r.GetInt64(13)), new Yen(r.GetInt64(14)), dialect.Instant(r, 15), r.GetBoolean(16));

    static string? End(string? registry) => registry is { Length: > RegistryEnd } ? $"…{registry[^RegistryEnd..]}" : registry;

    MemberEnrolment Enrolment(DbDataReader r) => new(
        new ProgramId(r.GetString(0)), new SessionId(r.GetString(1)), r.GetString(2), r.GetString(3), r.GetString(4), dialect.Instant(r, 5), dialect.Instant(r, 6),
        (SessionStatus)r.GetInt32(7), (EnrolmentStanding)r.GetInt32(8), (EnrolmentMode)r.GetInt32(9), r.GetInt32(10), new Yen(r.GetInt64(11)), new Yen(r.GetInt64(12)));
}
