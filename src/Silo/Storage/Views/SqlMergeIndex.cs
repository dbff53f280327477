using System.Data.Common;
using JmaActors.Merges;

namespace JmaActors.Storage.Views;

/// <summary><see cref="IMergeIndex"/> over the views of either database.</summary>
public sealed class SqlMergeIndex(IViewDatabase database) : IMergeIndex
{
    /// <summary>Pairs one query answers at most.</summary>
    const int Most = 2_000;

    readonly ViewDialect dialect = database.Dialect;

    public async Task<IReadOnlyList<LikePair>> Like(IReadOnlyCollection<long> memberIds, int alike, CancellationToken ct)
    {
        var (kana, name, walkIn) = ((int)MergeReasons.Kana, (int)MergeReasons.Name, (int)MergeReasons.WalkIn);
        var sql = new ViewQuery(
            $"SELECT f.a, f.b, f.reason, CASE WHEN p.pair IS NULL OR (p.reasons & f.reason) = 0 THEN 1 ELSE 0 END FROM ({Alike("b.kana = a.kana AND a.kana <> ''", "mb.birth_date = ma.birth_date", kana)} "
            + $"UNION ALL {Alike("b.name = a.name AND a.name <> ''", "mb.birth_date = ma.birth_date", name)} "
            + $"UNION ALL {Alike("b.name = a.name AND b.kana = a.kana AND a.name <> ''", $"({Unknown("ma")} OR {Unknown("mb")})", walkIn)}) f "
            + $"LEFT JOIN {dialect.Table("merge_pair")} p ON p.low = CASE WHEN f.a < f.b THEN f.a ELSE f.b END AND p.high = CASE WHEN f.a < f.b THEN f.b ELSE f.a END")
            .With("ids", memberIds.ToArray())
            .Then("ORDER BY f.a, f.reason, f.b LIMIT @most").With("most", Most);
        var found = await database.Query(sql, r => Rows.List(r, x => (A: x.GetInt64(0), B: x.GetInt64(1), Reason: (MergeReasons)x.GetInt32(2), New: x.GetInt32(3) == 1)), ct);
        // A group that was cut off is counted when its person comes round again.
        var cut = found.Count == Most ? (found[^1].A, found[^1].Reason) : default;
        return [.. found.GroupBy(f => (f.A, f.Reason)).Where(same => same.Key != cut && same.Count() <= alike).SelectMany(same => same).Where(f => f.New)
            .GroupBy(f => (Math.Min(f.A, f.B), Math.Max(f.A, f.B)))
            .Select(pair => new LikePair(pair.Key.Item1, pair.Key.Item2, pair.Aggregate(MergeReasons.None, (all, f) => all | f.Reason)))];
    }

    public async Task<IReadOnlyList<long>> People(long after, int size, CancellationToken ct)
    {
        var sql = new ViewQuery($"SELECT m.member_id FROM {dialect.Table("member")} m").Where("m.member_id > @after").With("after", after)
            .Then("ORDER BY m.member_id LIMIT @size").With("size", size);
        return await database.Query(sql, r => Rows.List(r, x => x.GetInt64(0)), ct);
    }

    public Task<MergeInbox> Inbox(MergeStatus status, string? after, int size, AssociationId? seenFrom, CancellationToken ct)
    {
        var sql = new ViewQuery(
            "SELECT p.pair, p.status, p.reasons, p.merged_into, p.decided, "
            + "p.low, coalesce(l.name, lg.name, ''), coalesce(l.kana, lg.kana, ''), l.birth_date, coalesce(l.registry, lg.registry), coalesce(l.local, lg.local), "
            + "p.high, coalesce(h.name, hg.name, ''), coalesce(h.kana, hg.kana, ''), h.birth_date, coalesce(h.registry, hg.registry), coalesce(h.local, hg.local) "
            + $"FROM {Pairs(dialect)}");
        Seen(sql, status, seenFrom);
        if (PageCursor.Parse(after) is { Instant: { } instant } from)
        {
            sql.Where("(p.decided, p.pair) < (@decided_after, @pair_after)").With("decided_after", dialect.InstantValue(instant)).With("pair_after", from.Text);
        }
        sql.Then("ORDER BY p.decided DESC, p.pair DESC LIMIT @size").With("size", size + 1);
        return database.Query(sql, r => Page(Rows.List(r, Line), size), ct);
    }

    /// <summary>Pairs with both people, the tables <c>p</c>, <c>l</c> and <c>h</c>.</summary>
    public static string Pairs(ViewDialect dialect) => $"{dialect.Table("merge_pair")} p {Side(dialect, "low", "l")} {Side(dialect, "high", "h")}";

    /// <summary>Adds which pairs are meant, and which of them an office sees.</summary>
    public static ViewQuery Seen(ViewQuery sql, MergeStatus status, AssociationId? seenFrom)
    {
        sql.Where("p.status = @status").With("status", (int)status);
        if (seenFrom is not { } office) return sql;
        var (low, high) = (Sees(office, "l"), Sees(office, "h"));
        // Once merged, the one record that is left says who sees it.
        return sql.With("seen", office.Code).Where(status is MergeStatus.Merged or MergeStatus.Merging or MergeStatus.Undoing
            ? $"({low} OR {high})"
            : $"(({low} AND ({high} OR h.layers = 0)) OR ({high} AND l.layers = 0))");
    }

    string Alike(string same, string besides, int reason) =>
        $"SELECT a.member_id AS a, b.member_id AS b, {reason} AS reason FROM {dialect.Table("member_name")} a "
        + $"JOIN {dialect.Table("member_name")} b ON {same} AND b.member_id <> a.member_id "
        + $"JOIN {dialect.Table("member")} ma ON ma.member_id = a.member_id JOIN {dialect.Table("member")} mb ON mb.member_id = b.member_id "
        + $"WHERE {dialect.In("a.member_id", "@ids")} AND {besides}";

    /// <summary>Of whom nothing is known but the name, and who belongs nowhere: taken down at a door.</summary>
    static string Unknown(string person) => $"({person}.birth_date IS NULL AND {person}.registry IS NULL AND {person}.layers = 0)";

    static string Side(ViewDialect dialect, string column, string name) =>
        $"LEFT JOIN {dialect.Table("member")} {name} ON {name}.member_id = p.{column} LEFT JOIN {dialect.Table("member_merged")} {name}g ON {name}g.member_id = p.{column}";

    /// <summary>As <see cref="MemberScope"/>, for either of two people.</summary>
    static string Sees(AssociationId office, string person) => office.Layer switch
    {
        AssociationLayer.National => $"(coalesce({person}.layers, 0) & 4) <> 0",
        AssociationLayer.Prefecture => $"({person}.prefecture = @seen AND ({person}.layers & 2) <> 0)",
        _ => $"({person}.local = @seen AND ({person}.layers & 1) <> 0)",
    };

    static MergeInbox Page(List<MergeLine> lines, int size)
    {
        if (lines.Count <= size) return new MergeInbox(lines, null);
        lines.RemoveAt(size);
        var last = lines[^1];
        return new MergeInbox(lines, new PageCursor((last.Decided.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond, last.Pair.Key).ToString());
    }

    MergeLine Line(DbDataReader r) => new(
        MergePair.TryParse(r.GetString(0), out var pair) ? pair : default, (MergeStatus)r.GetInt32(1), (MergeReasons)r.GetInt32(2),
        r.IsDBNull(3) ? null : new MemberId(r.GetInt64(3)), dialect.Instant(r, 4), OneSide(r, 5), OneSide(r, 11));

    static MergeSide OneSide(DbDataReader r, int from) => new(
        new MemberId(r.GetInt64(from)), r.GetString(from + 1), r.GetString(from + 2), r.IsDBNull(from + 3) ? null : r.GetFieldValue<DateOnly>(from + 3),
        r.TextOrNull(from + 4), r.TextOrNull(from + 5));
}
