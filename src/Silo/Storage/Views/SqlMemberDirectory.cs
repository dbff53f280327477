using JmaActors.Directory;
using JmaActors.Members;
using JmaActors.Time;

namespace JmaActors.Storage.Views;

/// <summary><see cref="IMemberDirectory"/> over the views of either database.</summary>
public sealed class SqlMemberDirectory(IViewDatabase database, TimeProvider time) : IMemberDirectory
{
    readonly ViewDialect dialect = database.Dialect;

    string Members => $"{dialect.Table("member")} m";

    public async Task<IReadOnlyDictionary<string, CardHolder>> ByCards(IReadOnlyCollection<string> cards, CancellationToken ct)
    {
        var query = new ViewQuery($"SELECT m.card, m.member_id, m.local FROM {Members}").Where(dialect.In("m.card", "@cards")).With("cards", cards.ToArray());
        return await database.Query(query, r => Rows.ByKey(r, x => x.GetString(0), x => new CardHolder(x.GetInt64(1), x.TextOrNull(2), false)), ct);
    }

    public async Task<IReadOnlyDictionary<long, CardHolder>> ByMembers(IReadOnlyCollection<long> memberIds, CancellationToken ct)
    {
        var query = new ViewQuery($"SELECT m.member_id, m.local, p.generation, p.revoked_at FROM {Members} LEFT JOIN {dialect.Table("pass")} p ON p.member_id = m.member_id")
            .Where(dialect.In("m.member_id", "@ids"))
            .With("ids", memberIds.ToArray());
        return await database.Query(
            query,
            r => Rows.ByKey(r, x => x.GetInt64(0), x => new CardHolder(x.GetInt64(0), x.TextOrNull(1), false, x.IntOrNull(2) ?? 0, x.IsDBNull(3) ? null : dialect.Instant(x, 3))),
            ct);
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
        var query = new ViewQuery($"SELECT m.registry, m.member_id FROM {Members}").Where(dialect.In("m.registry", "@registries")).With("registries", registries.ToArray());
        return await database.Query(query, r => Rows.ByKey(r, x => x.GetString(0), x => x.GetInt64(1)), ct);
    }

    public async Task<IReadOnlyDictionary<long, string?>> LocalAssociations(IReadOnlyCollection<long> memberIds, CancellationToken ct)
    {
        var query = new ViewQuery($"SELECT m.member_id, m.local FROM {Members}").Where(dialect.In("m.member_id", "@ids")).With("ids", memberIds.ToArray());
        return await database.Query(query, r => Rows.ByKey(r, x => x.GetInt64(0), x => x.TextOrNull(1)), ct);
    }

    public async Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyCollection<long> memberIds, AssociationId? seenFrom, CancellationToken ct)
    {
        var query = new ViewQuery($"SELECT m.member_id, m.name FROM {Members}")
            .Where(dialect.In("m.member_id", "@ids"))
            .With("ids", memberIds.ToArray())
            .SeenFrom(seenFrom, "seen");
        return await database.Query(query, r => Rows.ByKey(r, x => x.GetInt64(0), x => x.GetString(1)), ct);
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
