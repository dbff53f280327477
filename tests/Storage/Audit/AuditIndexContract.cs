using System.Text;
using JmaActors.Audit;
using JmaActors.Journal;
using JmaActors.Storage.Views;
using JmaActors.Tests.Storage.Journal;

namespace JmaActors.Tests.Storage.Audit;

/// <summary>Searches of the audit, and what it forgets; each database runs all of it.</summary>
public abstract class AuditIndexContract : IAsyncLifetime
{
    const long Hanako = 1_000_000_001, Taro = 1_000_000_002;

    static readonly DateTimeOffset Start = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);

    StoreUnderTest subject = null!;
    SqlAuditIndex index = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<StoreUnderTest> Open();

    public async ValueTask InitializeAsync()
    {
        subject = await Open();
        await subject.EnsureSchema(AuditViews.All);
        index = new(subject.Views, subject.Store);
        await subject.Put(
            AuditViews.Lines,
            Row(0, "d/0000004", 3, AuditKind.Listed, "clerk", "26"), Row(0, "d/0000006", 5, AuditKind.Listed, "wide", "26-007") with { Wide = true }, Row(0, "d/0000007", 6, AuditKind.Refused, "door", ""),
            Row(Hanako, "a/0000001", 0, AuditKind.Looked, "clerk", "26"), Row(Hanako, "b/0000002", 1, AuditKind.Looked, "local", "26-007"), Row(Hanako, "d/0000004", 3, AuditKind.Listed, "clerk", "26"),
            Row(Taro, "c/0000003", 2, AuditKind.Looked, "other", "27"), Row(Taro, "d/0000004", 3, AuditKind.Listed, "clerk", "26"));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await subject.DisposeAsync();
    }

    [Fact]
    public async Task A_person_finds_looks_lists_and_lists_of_everybody_by_who_covers_her()
    {
        Assert.Equal("d/0000004,b/0000002,a/0000001", await Lines(Sought() with { People = [Hanako], Covering = ["JMA", "26"] }));
        Assert.Equal("d/0000006,d/0000004,b/0000002,a/0000001", await Lines(Sought() with { People = [Hanako], Covering = ["26-007"] }));
    }

    [Fact]
    public async Task A_person_of_two_numbers_finds_what_is_recorded_under_either() =>
        Assert.Equal("d/0000004,d/0000004,c/0000003,b/0000002,a/0000001", await Lines(Sought() with { People = [Hanako, Taro], Covering = ["26"] }));

    [Fact]
    public async Task Accounts_offices_kinds_and_times_find_a_list_once_whomever_it_showed()
    {
        Assert.Equal("d/0000004,a/0000001", await Lines(Sought() with { Subject = "clerk" }));
        Assert.Equal("d/0000006,b/0000002", await Lines(Sought() with { Office = "26-007" }));
        Assert.Equal("d/0000006,d/0000004,b/0000002,a/0000001", await Lines(Sought() with { Within = "26" }));
        Assert.Equal("d/0000006,b/0000002", await Lines(Sought() with { Within = "26-007" }));
        Assert.Equal("d/0000007", await Lines(Sought() with { Kind = AuditKind.Refused }));
        Assert.Equal("c/0000003,b/0000002", await Lines(Sought() with { From = Start.AddMinutes(1), To = Start.AddMinutes(3) }));
    }

    [Fact]
    public async Task Pages_go_on_after_the_last_line()
    {
        var first = await index.Lines(Sought() with { Size = 3 }, Ct);
        var second = await index.Lines(Sought() with { Before = new AuditMark(first[^1].At, first[^1].Line) }, Ct);

        Assert.Equal("d/0000007,d/0000006,d/0000004,c/0000003,b/0000002,a/0000001", string.Join(',', first.Concat(second).Select(r => r.Line)));
    }

    [Fact]
    public async Task Addresses_are_forgotten_first_and_lines_later_and_nothing_else_changes()
    {
        var before = await index.Lines(Sought(), Ct);

        Assert.Equal(3, await index.Forget(Start.AddMinutes(3), Start.AddMinutes(1), Ct));

        var after = await index.Lines(Sought(), Ct);
        Assert.Equal(["d/0000007", "d/0000006", "d/0000004", "c/0000003", "b/0000002"], after.Select(r => r.Line));
        Assert.Equal(["x", "x", "x", null, null], after.Select(r => r.Address));
        Assert.Equal(before.Take(5).Select(r => r with { Address = null, Salt = null }), after.Select(r => r with { Address = null, Salt = null }));
    }

    [Fact]
    public async Task What_people_wrote_is_read_from_the_journal_and_what_the_system_did_is_not()
    {
        await Write("member/1", (0, 2, "clerk"), (1, 0, "system"), (2, 5, "operator"));
        await Write("credits/1", (1, 2, "clerk"), (1, 2, "clerk"), (3, 1, "1000000001"));
        await Write("member/2", (1, 2, "clerk"));

        var all = await index.Written(["member/1", "credits/1"], Start, Start.AddHours(1), null, 10, Ct);

        Assert.Equal(["credits/1.3", "member/1.3", "credits/1.2", "credits/1.1", "member/1.1"], all.Select(w => $"{w.Ledger}.{w.Version}"));
        Assert.Equal((new Caller("1000000001", CallerRole.Member, "*"), "tested", Start.AddMinutes(3)), (all[0].Caller, all[0].Type, all[0].At));
        var next = await index.Written(["member/1", "credits/1"], Start, Start.AddHours(1), new AuditMark(Start.AddMinutes(1), "credits/1/0000002"), 10, Ct);
        Assert.Equal(["credits/1.1", "member/1.1"], next.Select(w => $"{w.Ledger}.{w.Version}"));
    }

    async Task Write(string ledger, params (int Minute, int Role, string By)[] events)
    {
        var (group, head) = (new CommitGroup(), LedgerHead.None);
        foreach (var (minute, role, by) in events)
        {
            var body = Encoding.UTF8.GetBytes($$$"""{"m":{"s":"{{{by}}}","r":{{{role}}},"c":"*","f":1},"e":{}}""");
            var (version, at) = (head.Version + 1, (Start.AddMinutes(minute).UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);
            var hash = HashChain.Next(head.Hash, ledger, version, "tested", 1, at, body);
            group.Events.Add(new EventRow(ledger, version, "tested", 1, at, body, hash));
            head = new LedgerHead(version, hash);
        }

        group.Heads.Add(new HeadMove(ledger, 0, [], head.Version, head.Hash));
        Assert.Empty(await subject.Store.Commit(group, 0, Ct));
    }

    async Task<string> Lines(AuditSought sought) => string.Join(',', (await index.Lines(sought, Ct)).Select(r => r.Line));

    static AuditSought Sought() => new(null, [], null, null, null, Start, Start.AddHours(1), null, null, 50);

    static AuditRow Row(long person, string line, int minute, AuditKind kind, string by, string office) => new(
        person, line, Start.AddMinutes(minute), Start.AddMinutes(minute), (int)kind, by, office, "2|26|7||", "members", 1, "", null, "x", "salt", 1, false);
}

/// <summary>The audit on SQLite.</summary>
public sealed class SqliteAuditIndexTests : AuditIndexContract
{
    protected override Task<StoreUnderTest> Open() => SqliteUnderTest.Open();
}

/// <summary>The audit on PostgreSQL.</summary>
public sealed class PostgresAuditIndexTests : AuditIndexContract
{
    protected override Task<StoreUnderTest> Open() => PostgresUnderTest.Open();
}
