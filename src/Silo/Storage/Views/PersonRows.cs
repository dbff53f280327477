using System.Data.Common;
using JmaActors.Journal;
using JmaActors.Members;

namespace JmaActors.Storage.Views;

/// <summary>
/// Puts right what the rows people are searched by lack: people registered before those rows were. Whose row shows another version than <c>member</c> does is
/// written anew and looked at once more: a change committed meanwhile is never left under the older one.
/// </summary>
public sealed class PersonRows(IViewDatabase database, IJournalStore store)
{
    /// <summary>People written in one go.</summary>
    const int Page = 1_000;

    /// <summary>The writer whose connection is used: it takes turns with the journal's own.</summary>
    const int Writer = 0;

    readonly ViewDialect dialect = database.Dialect;

    /// <summary>Walks everybody. Answers how many rows were written.</summary>
    public async Task<int> Mend(CancellationToken ct)
    {
        var written = await Mend(Wrong, ct);
        // Somebody merged, or erased, while an older row was written.
        return written + await Mend(Left, ct);
    }

    async Task<int> Mend(Func<long, CancellationToken, Task<List<PersonRow>>> find, CancellationToken ct)
    {
        var (written, after) = (0, 0L);
        while (await find(after, ct) is { Count: > 0 } wrong)
        {
            var batch = new ViewBatch(MemberViews.People);
            batch.Puts.AddRange(wrong);
            var group = new CommitGroup();
            group.Views.Add(batch);
            await store.Commit(group, Writer, ct);
            written += wrong.Count;
            after = wrong[0].MemberId - 1;
        }
        return written;
    }

    Task<List<PersonRow>> Left(long after, CancellationToken ct) => database.Query(
        new ViewQuery($"SELECT p.member_id FROM {MeasureSql.Table(dialect)} p LEFT JOIN {dialect.Table("member")} m ON m.member_id = p.member_id")
            .Where("p.member_id > @after").With("after", after)
            .Where("p.person_version > 0").Where("m.member_id IS NULL")
            .Then("ORDER BY p.member_id LIMIT @page").With("page", Page),
        r => Rows.List(r, x => PersonRow.Nobody(x.GetInt64(0))),
        ct);

    Task<List<PersonRow>> Wrong(long after, CancellationToken ct) => database.Query(
        new ViewQuery(
            "SELECT m.member_id, m.kana, m.registry, m.local, m.layers, m.category, m.version, coalesce((SELECT e.recorded_us FROM "
            + $"{dialect.Table("ledger_event")} e WHERE e.ledger = 'member/' || m.member_id AND e.version = m.version), 0) "
            + $"FROM {dialect.Table("member")} m LEFT JOIN {MeasureSql.Table(dialect)} p ON p.member_id = m.member_id")
            .Where("m.member_id > @after").With("after", after)
            .Where("coalesce(p.person_version, 0) <> m.version")
            .Then("ORDER BY m.member_id LIMIT @page").With("page", Page),
        r => Rows.List(r, Row),
        ct);

    static PersonRow Row(DbDataReader r) => PersonRow.Of(
        new MemberRow(r.GetInt64(0), "", r.GetString(1), r.TextOrNull(2), null, r.TextOrNull(3), r.GetInt32(4), r.IntOrNull(5), false, null, null, r.GetInt64(6)),
        DateTimeOffset.UnixEpoch.AddTicks(r.GetInt64(7) * TimeSpan.TicksPerMicrosecond));
}
