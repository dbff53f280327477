using JmaActors.Journal;
using JmaActors.Members;

namespace JmaActors.Storage.Views;

/// <summary>
/// Puts right what <c>member_name</c> lacks: people registered before that view was, and folds of an older table of variants. Walks everybody, writes what
/// differs, and reads what it wrote once more: a change of name that was committed meanwhile is never left under the older one.
/// </summary>
public sealed class FoldedNames(IViewDatabase database, IJournalStore store)
{
    /// <summary>People looked at in one go.</summary>
    const int Page = 1_000;

    /// <summary>The writer whose connection is used: it takes turns with the journal's own.</summary>
    const int Writer = 0;

    readonly ViewDialect dialect = database.Dialect;

    /// <summary>Walks everybody. Answers how many rows were written.</summary>
    public async Task<int> Mend(CancellationToken ct)
    {
        var (written, after) = (0, 0L);
        while (true)
        {
            var page = await Read(after, ct);
            for (var wrong = Wrong(page); wrong.Count > 0; wrong = Wrong(await Read(after, ct)))
            {
                await Put(wrong, ct);
                written += wrong.Count;
            }
            if (page.Count < Page) return written;
            after = page[^1].Member;
        }
    }

    static List<MemberNameRow> Wrong(List<Kept> page) =>
        [.. page.Select(k => (k, Right: MemberNameRow.Of(k.Member, k.Name, k.Kana))).Where(p => p.k.Folded != p.Right).Select(p => p.Right)];

    Task<List<Kept>> Read(long after, CancellationToken ct) => database.Query(
        new ViewQuery(
            $"SELECT m.member_id, m.name, m.kana, n.name, n.kana, n.given, n.given_kana FROM {dialect.Table("member")} m LEFT JOIN {dialect.Table("member_name")} n ON n.member_id = m.member_id")
            .Where("m.member_id > @after").With("after", after)
            .Then("ORDER BY m.member_id LIMIT @page").With("page", Page),
        r => Rows.List(r, x => new Kept(x.GetInt64(0), x.GetString(1), x.GetString(2), x.IsDBNull(3) ? null : new MemberNameRow(x.GetInt64(0), x.GetString(3), x.GetString(4), x.GetString(5), x.GetString(6)))),
        ct);

    async Task Put(List<MemberNameRow> rows, CancellationToken ct)
    {
        var batch = new ViewBatch(MemberViews.Names);
        batch.Puts.AddRange(rows);
        var group = new CommitGroup();
        group.Views.Add(batch);
        await store.Commit(group, Writer, ct);
    }

    sealed record Kept(long Member, string Name, string Kana, MemberNameRow? Folded);
}
