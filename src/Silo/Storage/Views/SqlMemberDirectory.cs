using JmaActors.Directory;
using JmaActors.Members;
using JmaActors.Time;

namespace JmaActors.Storage.Views;

/// <summary><see cref="IMemberDirectory"/> over the views of either database.</summary>
public sealed class SqlMemberDirectory(IViewDatabase database, TimeProvider time) : IMemberDirectory
{
    readonly ViewDialect dialect = database.Dialect;

    string Members => $"{dialect.Table("member")} m";

    /// <summary>Records that were merged into another one, in the same query: they are found by number and card, and stand in no list.</summary>
    string Merged => $"{dialect.Table("member_merged")} g";

    public async Task<IReadOnlyDictionary<string, CardHolder>> ByCards(IReadOnlyCollection<string> cards, CancellationToken ct)
    {
        var query = new ViewQuery($"SELECT m.card, m.member_id, m.local FROM {Members}").Where(dialect.In("m.card", "@cards")).With("cards", cards.ToArray())
            .Then($"UNION ALL SELECT g.card, g.member_id, g.local FROM {Merged} WHERE {dialect.In("g.card", "@cards")}");
        return await Known(await database.Query(query, r => Rows.ByKey(r, x => x.GetString(0), x => new CardHolder(x.GetInt64(1), x.TextOrNull(2), false)), ct), ct);
    }

    public async Task<IReadOnlyDictionary<long, CardHolder>> ByMembers(IReadOnlyCollection<long> memberIds, CancellationToken ct)
    {
        var query = new ViewQuery($"SELECT m.member_id, m.local, p.generation, p.revoked_at FROM {Members} LEFT JOIN {dialect.Table("pass")} p ON p.member_id = m.member_id")
            .Where(dialect.In("m.member_id", "@ids"))
            .With("ids", memberIds.ToArray())
            .Then($"UNION ALL SELECT g.member_id, g.local, p.generation, p.revoked_at FROM {Merged} LEFT JOIN {dialect.Table("pass")} p ON p.member_id = g.member_id WHERE {dialect.In("g.member_id", "@ids")}");
        return await Known(await database.Query(
            query,
            r => Rows.ByKey(r, x => x.GetInt64(0), x => new CardHolder(x.GetInt64(0), x.TextOrNull(1), false, x.IntOrNull(2) ?? 0, x.IsDBNull(3) ? null : dialect.Instant(x, 3))),
            ct), ct);
    }

    /// <summary>Adds the other numbers of those whose records were merged: few, so the table is small.</summary>
    async Task<IReadOnlyDictionary<TKey, CardHolder>> Known<TKey>(IReadOnlyDictionary<TKey, CardHolder> holders, CancellationToken ct)
        where TKey : notnull
    {
        if (holders.Count == 0) return holders;
        var query = new ViewQuery($"SELECT g.member_id, g.merged_into FROM {Merged}").Where(dialect.In("g.member_id", "@ids"))
            .Then($"UNION ALL SELECT g.merged_into, g.member_id FROM {Merged} WHERE {dialect.In("g.merged_into", "@ids")}")
            .With("ids", holders.Values.Select(h => h.MemberId).ToArray());
        var others = (await database.Query(query, r => Rows.List(r, x => (Of: x.GetInt64(0), Other: x.GetInt64(1))), ct)).ToLookup(p => p.Of, p => p.Other);
        return others.Count == 0 ? holders : holders.ToDictionary(h => h.Key, h => others.Contains(h.Value.MemberId) ? h.Value with { Also = [.. others[h.Value.MemberId]] } : h.Value);
    }

    public async Task<IReadOnlyList<DoorPerson>> AtDoor(DoorQuery query, int most, CancellationToken ct)
    {
        if (query.Folded.Length == 0) return await People(DoorSearch.ByNumber(dialect, query, most), ct);
        var beginning = await People(DoorSearch.Beginning(dialect, query.Folded, most), ct);
        if (beginning.Count == most) return beginning;
        var within = await People(DoorSearch.Within(dialect, query.Folded, most), ct);
        return [.. beginning.Concat(within).DistinctBy(p => p.Member).Take(most)];
    }

    Task<List<DoorPerson>> People(ViewQuery query, CancellationToken ct) => database.Query(query, r => Rows.List(r, DoorSearch.Read), ct);

    public async Task<IReadOnlyDictionary<string, long>> ByRegistries(IReadOnlyCollection<string> registries, CancellationToken ct)
    {
        var query = new ViewQuery($"SELECT m.registry, m.member_id FROM {Members}").Where(dialect.In("m.registry", "@registries")).With("registries", registries.ToArray())
            .Then($"UNION ALL SELECT g.registry, g.member_id FROM {Merged} WHERE {dialect.In("g.registry", "@registries")}");
        return await database.Query(query, r => Rows.ByKey(r, x => x.GetString(0), x => x.GetInt64(1)), ct);
    }

    public async Task<IReadOnlyDictionary<long, string?>> LocalAssociations(IReadOnlyCollection<long> memberIds, CancellationToken ct)
    {
        var query = new ViewQuery($"SELECT m.member_id, m.local FROM {Members}").Where(dialect.In("m.member_id", "@ids")).With("ids", memberIds.ToArray())
            .Then($"UNION ALL SELECT g.member_id, g.local FROM {Merged} WHERE {dialect.In("g.member_id", "@ids")}");
        return await database.Query(query, r => Rows.ByKey(r, x => x.GetInt64(0), x => x.TextOrNull(1)), ct);
    }

    public async Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyCollection<long> memberIds, AssociationId? seenFrom, CancellationToken ct)
    {
        var query = new ViewQuery($"SELECT m.member_id, m.name FROM {Members}")
            .Where(dialect.In("m.member_id", "@ids"))
            .With("ids", memberIds.ToArray())
            .SeenFrom(seenFrom, "seen");
        var names = await database.Query(query, r => Rows.ByKey(r, x => x.GetInt64(0), x => x.GetString(1)), ct);
        var left = memberIds.Where(id => !names.ContainsKey(id)).ToArray();
        if (left.Length == 0) return names;

        // A record that was merged goes by the name of the person it belongs to.
        var merged = new ViewQuery($"SELECT g.member_id, m.name FROM {Merged} JOIN {Members} ON m.member_id = g.merged_into")
            .Where(dialect.In("g.member_id", "@ids")).With("ids", left).SeenFrom(seenFrom, "seen");
        var others = await database.Query(merged, r => Rows.ByKey(r, x => x.GetInt64(0), x => x.GetString(1)), ct);
        return others.Count == 0 ? names : names.Concat(others).ToDictionary();
    }

    public async Task<MemberPage> Search(MemberQuery query, string kana, AssociationId? seenFrom, CancellationToken ct)
    {
        var year = Tokyo.FiscalYearOf(time.GetUtcNow()).Year;
        // A number is found at once by its index; only a text that is nobody's number is sought in every name.
        if (MemberSearch.ByNumber(dialect, query, seenFrom, year) is { } byNumber)
        {
            var found = await Page(byNumber, query, ct);
            if (found.Members.Count > 0) return found;
        }
        return await Page(MemberSearch.ByName(dialect, query, kana, seenFrom, year), query, ct);
    }

    Task<MemberPage> Page(ViewQuery sql, MemberQuery query, CancellationToken ct) => database.Query(sql, r => MemberSearch.Page(r, MemberSearch.Size(query)), ct);

    public async Task<byte[]?> PersonKey(long memberId, CancellationToken ct) => (await PersonKeys([memberId], ct)).GetValueOrDefault(memberId);

    public Task<byte[]?> AnyPersonKey(CancellationToken ct) => database.Query(
        new ViewQuery($"SELECT k.wrapped FROM {dialect.Table("person_key")} k").Then("ORDER BY k.member_id LIMIT 1"),
        static r => r.Read() ? r.GetFieldValue<byte[]>(0) : null,
        ct);

    public async Task<IReadOnlyDictionary<long, byte[]>> PersonKeys(IReadOnlyCollection<long> memberIds, CancellationToken ct)
    {
        var query = new ViewQuery($"SELECT k.member_id, k.wrapped FROM {dialect.Table("person_key")} k")
            .Where(dialect.In("k.member_id", "@ids"))
            .With("ids", memberIds.ToArray());
        return await database.Query(query, r => Rows.ByKey(r, x => x.GetInt64(0), x => x.GetFieldValue<byte[]>(1)), ct);
    }
}
