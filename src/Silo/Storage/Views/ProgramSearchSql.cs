using System.Data.Common;
using JmaActors.Credits;
using JmaActors.Directory;
using JmaActors.Time;
using JmaActors.Training;

namespace JmaActors.Storage.Views;

/// <summary>The search over programs: text, place, dates, offers, stage and scope; a keyset page in order of their start.</summary>
static class ProgramSearchSql
{
    public static ViewQuery Write(ViewDialect dialect, ProgramQuery query, ProgramScope scope)
    {
        var sql = new ViewQuery(
            "SELECT p.program_id, p.session_id, p.title, p.place, p.host, coalesce(a.name, p.host), p.starts_at, p.ends_at, p.status, p.organizer, p.stage, p.schemes, p.version, p.delivery "
            + $"FROM {dialect.Table("program")} p LEFT JOIN {dialect.Table("association")} a ON a.association_id = p.host");
        Sought(sql, dialect, query, scope);
        Order(dialect, sql, query);
        return sql;
    }

    /// <summary>Adds all that must hold of the table <c>p</c>.</summary>
    public static ViewQuery Sought(ViewQuery sql, ViewDialect dialect, ProgramQuery query, ProgramScope scope)
    {
        Seen(dialect, sql, query, scope);
        if (query.Host is { } host) sql.Where("p.host = @host").With("host", host.Code);
        if (query.Status is { } status) sql.Where("p.status = @status").With("status", (int)status);
        if (query.Stage is { } stage) sql.Where("p.stage = @stage").With("stage", (int)stage);
        if (query.From is { } from) sql.Where("p.starts_at >= @from").With("from", dialect.InstantValue(Tokyo.StartOf(from)));
        if (query.To is { } to) sql.Where("p.starts_at < @to").With("to", dialect.InstantValue(Tokyo.StartOf(to.AddDays(1))));
        if (query.Waiting || query.WaitsFor is not null) sql.Where("p.waits_for > ''");
        if (query.WaitsFor is { } approver) sql.Where(dialect.Contains("p.waits_for", "@waits")).With("waits", ProgramSearch.Among(approver));
        if (query.Delivery is { } delivery) Held(sql, delivery);
        Offered(dialect, sql, query);
        Words(dialect, sql, "p.search", "text", query.Text);
        Words(dialect, sql, "p.place_search", "place", query.Place);
        return sql;
    }

    static void Seen(ViewDialect dialect, ViewQuery sql, ProgramQuery query, ProgramScope scope)
    {
        if (query.PublishedOnly) sql.Where("p.published");
        if (scope.All) return;
        // What was opened before programs were published counts as published.
        List<string> any = ["p.published", "p.status > 0"];
        if (scope.Own is { } own)
        {
            any.Add("p.host = @own");
            sql.With("own", own.Code);
        }
        if (scope.Approves is { } approves)
        {
            any.Add(dialect.Contains("p.approvers", "@approves"));
            sql.With("approves", ProgramSearch.Among(approves));
        }
        sql.Where($"({string.Join(" OR ", any)})");
    }

    /// <summary>Whoever wants to take part in one way is shown what is held in both, too.</summary>
    static void Held(ViewQuery sql, ProgramDelivery delivery)
    {
        sql.With("delivery", (int)delivery);
        if (delivery == ProgramDelivery.Both) sql.Where("p.delivery = @delivery");
        else sql.Where("p.delivery IN (@both, @delivery)").With("both", (int)ProgramDelivery.Both);
    }

    static void Offered(ViewDialect dialect, ViewQuery sql, ProgramQuery query)
    {
        if (query.Subject is { } subject) sql.Where(dialect.Contains("p.offers", "@offer")).With("offer", ProgramSearch.Offer(query.Scheme ?? CreditScheme.Cme, subject));
        else if (query.Scheme is { } scheme) sql.Where("(p.schemes & @scheme) <> 0").With("scheme", ProgramSearch.Mask(scheme));
    }

    static void Words(ViewDialect dialect, ViewQuery sql, string column, string name, string? text)
    {
        foreach (var (word, i) in ProgramSearch.WordsOf(text).Select((word, i) => (word, i)))
            sql.Where(dialect.Contains(column, $"@{name}{i}")).With($"{name}{i}", word);
    }

    static void Order(ViewDialect dialect, ViewQuery sql, ProgramQuery query)
    {
        var (than, order) = query.Soonest ? (">", "ASC") : ("<", "DESC");
        if (PageCursor.Parse(query.After) is { Instant: { } start } after)
            sql.Where($"(p.starts_at, p.program_id) {than} (@start_after, @id_after)").With("start_after", dialect.InstantValue(start)).With("id_after", after.Text);
        sql.Then($"ORDER BY p.starts_at {order}, p.program_id {order} LIMIT @size").With("size", Size(query) + 1);
    }

    public static int Size(ProgramQuery query) => Math.Clamp(query.Size, 1, DirectoryLimits.Page);

    /// <summary>One row more than the page was read, to know whether another page follows.</summary>
    public static ProgramPage Page(List<ProgramLine> lines, int size)
    {
        if (lines.Count <= size) return new ProgramPage(lines, null);
        lines.RemoveAt(size);
        var last = lines[^1];
        return new ProgramPage(lines, PageCursor.At(last.Start, last.Id.Code).ToString());
    }

    public static ProgramLine Line(ViewDialect dialect, DbDataReader r) => new(
        new ProgramId(r.GetString(0)),
        new SessionId(r.GetString(1)),
        r.GetString(2),
        r.GetString(3),
        new AssociationId(r.GetString(4)),
        r.GetString(5),
        dialect.Instant(r, 6),
        dialect.Instant(r, 7),
        (SessionStatus)r.GetInt32(8),
        r.TextOrNull(9),
        (ProgramStage)r.GetInt32(10),
        ProgramSearch.Schemes(r.GetInt32(11)),
        r.GetInt64(12),
        (ProgramDelivery)r.GetInt32(13));
}
