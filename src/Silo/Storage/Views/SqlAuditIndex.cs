using System.Data.Common;
using System.Globalization;
using JmaActors.Audit;
using JmaActors.Journal;
using JmaActors.Ledgers;

namespace JmaActors.Storage.Views;

/// <summary><see cref="IAuditIndex"/> over the views and the journal of either database.</summary>
public sealed class SqlAuditIndex(IViewDatabase database, IJournalStore store) : IAuditIndex
{
    /// <summary>Rows forgotten in one go.</summary>
    const int ForgetPage = 1_000;

    /// <summary>Events of one instant: as many as one command may decide, of each of the few ledgers.</summary>
    const int OneInstant = 3 * JournalLimits.EventsPerAppend;

    /// <summary>The writer whose connection is used: it takes turns with the journal's own.</summary>
    const int Writer = 0;

    const string Columns = "person, line, at_time, until_time, kind, subject, office, caller, what, parts, about, why, address, salt, times, wide";

    /// <summary>How an event begins that the system caused by itself.</summary>
    static readonly byte[] BySystem = "\"r\":0,"u8.ToArray();

    readonly ViewDialect dialect = database.Dialect;

    string Table => dialect.Table(AuditViews.Lines.Name);

    public Task<IReadOnlyList<AuditRow>> Lines(AuditSought sought, CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT {Columns} FROM {Table}")
            .Where("at_time >= @from").With("from", dialect.InstantValue(sought.From))
            .Where("at_time < @to").With("to", dialect.InstantValue(sought.To));
        if (sought.People is { } people)
        {
            sql.Where($"({dialect.In("person", "@people")} OR (person = 0 AND wide AND {dialect.In("office", "@covering")}))").With("people", people.ToArray()).With("covering", sought.Covering.ToArray());
        }
        else
        {
            // A list is one line here, whomever it showed.
            sql.Where("NOT (kind = @listed AND person <> 0)").With("listed", (int)AuditKind.Listed);
        }
        if (sought.Subject is { } subject) sql.Where("subject = @subject").With("subject", subject);
        if (sought.Office is { } office) sql.Where("office = @office").With("office", office);
        if (sought.Within is { } within) sql.Where("(office = @within OR (office > @below AND office < @beyond))").With("within", within).With("below", within + "-").With("beyond", within + ".");
        if (sought.Kind is { } kind) sql.Where("kind = @kind").With("kind", (int)kind);
        if (sought.Before is { } before) sql.Where("(at_time, line) < (@before, @line)").With("before", dialect.InstantValue(before.At)).With("line", before.Line);
        sql.Then("ORDER BY at_time DESC, line DESC LIMIT @size").With("size", sought.Size);
        return database.Query<IReadOnlyList<AuditRow>>(sql, r => Rows.List(r, Row), ct);
    }

    public async Task<IReadOnlyList<WrittenEvent>> Written(IReadOnlyList<string> ledgers, DateTimeOffset from, DateTimeOffset to, AuditMark? before, int size, CancellationToken ct)
    {
        var until = before is { } mark && mark.At < to ? mark.At : to;
        List<WrittenEvent> found = [];
        if (before is { } last && last.At == until)
        {
            var same = await Events(Of(ledgers).Where("recorded_us = @at").With("at", Micros(until)), OneInstant, ct);
            found.AddRange(same.Where(e => string.CompareOrdinal(string.Create(CultureInfo.InvariantCulture, $"{e.Ledger}/{e.Version:D7}"), last.Line) < 0));
        }
        if (found.Count < size) found.AddRange(await Events(Of(ledgers).Where("recorded_us >= @from AND recorded_us < @until").With("from", Micros(from)).With("until", Micros(until)), size, ct));
        return found.Count > size ? found[..size] : found;
    }

    public async Task<int> Forget(DateTimeOffset addressesBefore, DateTimeOffset linesBefore, CancellationToken ct)
    {
        var changed = 0;
        for (var old = await Old("at_time < @before", linesBefore, ct); old.Count > 0; old = await Old("at_time < @before", linesBefore, ct)) changed += await Write(old, delete: true, ct);
        const string Kept = "at_time < @before AND address IS NOT NULL";
        for (var old = await Old(Kept, addressesBefore, ct); old.Count > 0; old = await Old(Kept, addressesBefore, ct))
        {
            changed += await Write([.. old.Select(r => r with { Address = null, Salt = null })], delete: false, ct);
        }
        return changed;
    }

    Task<List<AuditRow>> Old(string condition, DateTimeOffset before, CancellationToken ct) => database.Query(
        new ViewQuery($"SELECT {Columns} FROM {Table}").Where(condition).With("before", dialect.InstantValue(before)).Then("ORDER BY at_time LIMIT @page").With("page", ForgetPage),
        r => Rows.List(r, Row), ct);

    async Task<int> Write(List<AuditRow> rows, bool delete, CancellationToken ct)
    {
        var batch = new ViewBatch(AuditViews.Lines);
        (delete ? batch.Deletes : batch.Puts).AddRange(rows.OrderBy(r => new ViewKey(r.Person, r.Line)));
        var group = new CommitGroup();
        group.Views.Add(batch);
        await store.Commit(group, Writer, ct);
        return rows.Count;
    }

    ViewQuery Of(IReadOnlyList<string> ledgers) =>
        new ViewQuery($"SELECT ledger, version, type, recorded_us, body FROM {dialect.Table("ledger_event")}")
            .Where(dialect.In("ledger", "@ledgers")).With("ledgers", ledgers.ToArray())
            .Where($"NOT {dialect.ContainsBytes("body", "@system")}").With("system", BySystem);

    Task<List<WrittenEvent>> Events(ViewQuery sql, int most, CancellationToken ct) => database.Query(
        sql.Then("ORDER BY recorded_us DESC, ledger DESC, version DESC LIMIT @most").With("most", most),
        r => Rows.List(r, x => new WrittenEvent(x.GetString(0), x.GetInt64(1), x.GetString(2), EventHeads.Instant(x.GetInt64(3)), EventHeads.CallerOf((byte[])x.GetValue(4)))), ct);

    static long Micros(DateTimeOffset at) => EventHeads.Micros(at);

    AuditRow Row(DbDataReader r) => new(
        r.GetInt64(0), r.GetString(1), dialect.Instant(r, 2), dialect.Instant(r, 3), r.GetInt32(4), r.GetString(5), r.GetString(6), r.GetString(7), r.GetString(8), r.GetInt32(9), r.GetString(10),
        r.TextOrNull(11), r.TextOrNull(12), r.TextOrNull(13), r.GetInt32(14), r.GetBoolean(15));
}
