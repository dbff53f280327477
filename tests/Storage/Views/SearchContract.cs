using JmaActors.Associations;
using JmaActors.Credits;
using JmaActors.Directory;
using JmaActors.Journal;
using JmaActors.Members;
using JmaActors.Storage.Views;
using JmaActors.Tests.Storage.Journal;
using JmaActors.Training;
using Microsoft.Extensions.Time.Testing;

namespace JmaActors.Tests.Storage.Views;

/// <summary>Searches and counts over the views; each database runs all of it.</summary>
public abstract class SearchContract : IAsyncLifetime
{
    const long First = 1_000_000_001;

    StoreUnderTest subject = null!;
    SqlMemberDirectory members = null!;
    SqlAssociationTallies tallies = null!;
    SqlTrainingIndex training = null!;

    /// <summary>Fiscal year 2026.</summary>
    FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero));

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<StoreUnderTest> Open();

    public async ValueTask InitializeAsync()
    {
        subject = await Open();
        await subject.EnsureSchema([.. MemberViews.All, .. CreditViews.All, .. AssociationViews.All, .. TrainingViews.All]);
        (members, tallies, training) = (new(subject.Views, Clock), new(subject.Views), new(subject.Views));
        await Put(
            MemberViews.Members,
            Person(0, "山田 太郎", "ヤマダ タロウ", "26-001", MembershipLayers.All, MemberCategory.A1, "123456", "CARD0001"),
            Person(1, "髙橋 花子", "タカハシ ハナコ", "26-001", MembershipLayers.Local | MembershipLayers.Prefecture, null, "1234567", "CARD0002"),
            Person(2, "高橋 さくら", "タカハシ サクラ", "26-002", MembershipLayers.Local, null, null, null),
            Person(3, "𠮷田 次郎", "ヨシダ ジロウ", "13-001", MembershipLayers.All, MemberCategory.B, "7", "CARD0004"),
            Person(4, "鈴木 一", "スズキ ハジメ", null, MembershipLayers.None, null, null, "CARD0005"));
        await Put(
            AssociationViews.Associations,
            new AssociationRow("26", "京都府医師会", "075-354-6101", 1, "JMA", false, 1),
            new AssociationRow("26-001", "第一医師会", "", 2, "26", true, 1));
        await Put(
            CreditViews.Standings,
            new CreditStandingRow(First, 2026, 300, 20, 100, 20, 31, 610, true, 605, true, 40, false),
            new CreditStandingRow(First + 1, 2026, 50, 5, 50, 5, 5, 100, false, 100, false, 70, false),
            new CreditStandingRow(First + 3, 2025, 400, 0, 400, 0, 40, 800, true, 650, true, 0, false));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await subject.DisposeAsync();
    }

    [Fact]
    public async Task Cards_registries_and_keys_lead_to_their_people()
    {
        await Put(MemberViews.PersonKeys, new PersonKeyRow(First, [1, 2]), new PersonKeyRow(First + 1, [3]));

        var cards = await members.ByCards(["CARD0001", "CARD0005", "NOBODY"], Ct);
        Assert.Equal(new CardHolder(First, "26-001", false), cards["CARD0001"]);
        Assert.Equal(new CardHolder(First + 4, null, false), cards["CARD0005"]);
        Assert.Equal(2, cards.Count);
        Assert.Equal(First + 3, Assert.Single(await members.ByRegistries(["7", "8"], Ct)).Value);
        Assert.Equal([1, 2], await members.PersonKey(First, Ct));
        Assert.Null(await members.PersonKey(First + 4, Ct));
        Assert.Equal(2, (await members.PersonKeys([First, First + 1, First + 2], Ct)).Count);
        Assert.Equal([First, First + 4], (await members.LocalAssociations([First, First + 4, 5], Ct)).Keys.Order());
    }

    [Theory]
    [InlineData(2026, "0,3")]
    [InlineData(2027, "0")]
    [InlineData(2028, "")]
    [InlineData(2029, "")]
    public async Task After_each_first_of_april_the_standing_is_the_one_of_the_new_window_though_nobody_wrote(int year, string reached)
    {
        Clock.SetUtcNow(new DateTimeOffset(year, 11, 23, 0, 0, 0, TimeSpan.Zero));

        var found = await members.Search(new MemberQuery("", null, null, true, null, 10), "", null, Ct);
        var others = await members.Search(new MemberQuery("", null, null, false, null, 10), "", null, Ct);
        var counted = await tallies.ByLocal(null, null, year, Ct);

        Assert.Equal(reached, string.Join(',', found.Members.Select(m => m.Id.Number - First).Order()));
        Assert.Equal(5 - found.Members.Count, others.Members.Count);
        Assert.Equal(found.Members.Count, counted.Values.Sum(f => f.Reached));
    }

    [Theory]
    [InlineData("", "", "4,2,1,0,3")]
    [InlineData("タカハシ", "タカハシ", "2,1")]
    [InlineData("さくら", "サクラ", "2")]
    [InlineData("髙橋", "", "1")]
    [InlineData("𠮷", "", "3")]
    [InlineData("1234567", "", "1")]
    [InlineData("card0004", "", "3")]
    [InlineData("1000000005", "", "4")]
    [InlineData("%", "", "")]
    public async Task What_is_typed_finds_whom_it_means(string text, string kana, string expected)
    {
        var page = await members.Search(new MemberQuery(text, null, null, null, null), kana, null, Ct);

        Assert.Equal(expected, string.Join(',', page.Members.Select(m => m.Id.Number - First)));
    }

    [Theory]
    [InlineData("JMA", "0,3")]
    [InlineData("26", "1,0")]
    [InlineData("13", "3")]
    [InlineData("26-001", "1,0")]
    [InlineData("26-002", "2")]
    public async Task A_layer_sees_the_members_of_that_layer_only(string eyes, string expected)
    {
        var page = await members.Search(new MemberQuery("", null, null, null, null), "", new AssociationId(eyes), Ct);
        var names = await members.Names([.. Enumerable.Range(0, 5).Select(i => First + i)], new AssociationId(eyes), Ct);

        Assert.Equal(expected, string.Join(',', page.Members.Select(m => m.Id.Number - First)));
        Assert.Equal(page.Members.Select(m => m.Id.Number).Order(), names.Keys.Order());
    }

    [Fact]
    public async Task Filters_narrow_what_the_eyes_see_and_lines_carry_what_the_list_shows()
    {
        var eyes = AssociationId.Prefecture(26);
        Assert.Empty((await members.Search(new MemberQuery("", new AssociationId("13"), null, null, null), "", eyes, Ct)).Members);
        Assert.Empty((await members.Search(new MemberQuery("", new AssociationId("26-002"), null, null, null), "", eyes, Ct)).Members);
        Assert.Single((await members.Search(new MemberQuery("", null, null, true, null), "", eyes, Ct)).Members);
        Assert.Equal(First + 1, Assert.Single((await members.Search(new MemberQuery("", null, null, false, null), "", eyes, Ct)).Members).Id.Number);

        var line = Assert.Single((await members.Search(new MemberQuery("", null, MemberCategory.A1, null, null), "", eyes, Ct)).Members);
        Assert.Equal(
            new MemberLine(new MemberId(First), "山田 太郎", "ヤマダ タロウ", "123456", "CARD0001", "26-001", "第一医師会", MembershipLayers.All, MemberCategory.A1, 61.0m, true),
            line);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat()
    {
        await Put(MemberViews.Members, [.. Enumerable.Range(10, 100).Select(i => Person(i, "同 名", "オナジ ナマエ", "26-003", MembershipLayers.All, MemberCategory.C, null, null))]);
        List<long> seen = [];
        string? after = null;
        do
        {
            var page = await members.Search(new MemberQuery("", null, null, null, after, 7), "", null, Ct);
            seen.AddRange(page.Members.Select(m => m.Id.Number));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(105, seen.Count);
        Assert.Equal(105, seen.Distinct().Count());
    }

    [Fact]
    public async Task Figures_are_counted_per_local_association_and_by_layer()
    {
        var all = await tallies.ByLocal(null, null, 2026, Ct);

        Assert.Equal(["13-001", "26-001", "26-002"], all.Keys.Order());
        Assert.Equal(new AssociationFigures(2, 2, 1, 1, 0, 0, 0, 0, 150, 25, 1), all["26-001"]);
        Assert.Equal(new AssociationFigures(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), all["26-002"]);
        Assert.Equal(new AssociationFigures(1, 1, 1, 0, 0, 0, 1, 0, 0, 0, 1), all["13-001"]);
        Assert.Equal(["26-001", "26-002"], (await tallies.ByLocal("26", null, 2026, Ct)).Keys.Order());
        Assert.Equal(all["26-001"], Assert.Single(await tallies.ByLocal(null, ["26-001"], 2026, Ct)).Value);
        Assert.Equal([new("26", "京都府医師会", "075-354-6101"), new("26-001", "第一医師会", "")], await tallies.Associations(Ct));
    }

    [Fact]
    public async Task Programs_come_newest_first_and_open_sessions_are_found()
    {
        var start = new DateTimeOffset(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);
        await Put(TrainingViews.Programs, [.. Enumerable.Range(0, 5).Select(i => new ProgramRow($"P{i}", $"P{i}.1", i == 4 ? "13" : "26", $"題{i}", "会場", start.AddDays(i / 2), start.AddDays(i / 2).AddHours(2), i % 3, 1))]);
        await Put(
            TrainingViews.Sessions,
            new SessionRow("P0.1", "P0", "26", "題", 0, 0, 0, false, 1),
            new SessionRow("P1.1", "P1", "26", "題", 1, 5, 9, false, 1),
            new SessionRow("P2.1", "P2", "26", "題", 3, 0, 9, true, 1),
            new SessionRow("P3.1", "P3", "26", "題", 3, 0, 9, false, 1));

        var first = await training.Programs(new ProgramQuery(null, null, null, 3), ProgramScope.Everything, Ct);
        var second = await training.Programs(new ProgramQuery(null, null, first.Next, 3), ProgramScope.Everything, Ct);

        Assert.Equal(["P4", "P3", "P2", "P1", "P0"], first.Programs.Concat(second.Programs).Select(p => p.Id.Code));
        Assert.Null(second.Next);
        Assert.Equal(("京都府医師会", start, SessionStatus.Draft), (second.Programs[1].HostName, second.Programs[1].Start, second.Programs[1].Status));
        Assert.Equal("P4", Assert.Single((await training.Programs(new ProgramQuery(new AssociationId("13"), SessionStatus.Open, null), ProgramScope.Everything, Ct)).Programs).Id.Code);
        Assert.Equal(["P1.1", "P2.1"], await training.OpenSessions(Ct));
    }

    static readonly DateTimeOffset Noon = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);

    static ProgramRow Program(string id, string host, int day, string title, string place, bool published, int stage, string offers, int schemes, string waits = "", string approvers = "", ProgramDelivery delivery = ProgramDelivery.Both) => new(
        id, $"{id}.1", host, title, place, Noon.AddDays(day), Noon.AddDays(day).AddHours(2), stage is 4 or 5 or 6 ? stage - 3 : 0, 1, null, stage, published, schemes, offers, waits, approvers,
        ProgramSearch.Fold($"{title} 見本 一郎"), ProgramSearch.Fold(place), (int)delivery);

    Task PutPrograms() => Put(
        TrainingViews.Programs,
        Program("PA", "26-001", 0, "高血圧の診療", "京都医師会館", true, 3, "|0:74|0:12|", 1, delivery: ProgramDelivery.Hall),
        Program("PB", "26-001", 1, "産業医 ｱﾚﾙｷﾞｰ", "京都医師会館", true, 3, "|0:7|1:11|", 3),
        Program("PC", "13", 8, "Stroke Care", "東京会館", true, 7, "|4:2|", 16, delivery: ProgramDelivery.Web),
        Program("PD", "26-001", 30, "高血圧の申請中", "宇治", false, 1, "|0:74|", 1, "|26|", "|26|"),
        Program("PE", "26-002", 31, "高血圧の下書き", "宇治", false, 0, "|0:74|", 1),
        Program("PF", "13", 40, "再承認待ち", "東京会館", true, 3, "|1:11|", 2, "|JMA|", "|13|JMA|"));

    public static TheoryData<ProgramQuery, string> Sought => new()
    {
        { new ProgramQuery(null, null, null, Soonest: true), "PA,PB,PC,PD,PE,PF" },
        { new ProgramQuery(null, null, null, Text: "高血圧 見本"), "PE,PD,PA" },
        { new ProgramQuery(null, null, null, Text: "アレルギー"), "PB" },
        { new ProgramQuery(null, null, null, Text: "stroke"), "PC" },
        { new ProgramQuery(null, null, null, Text: "ＳＴＲＯＫＥ care"), "PC" },
        { new ProgramQuery(null, null, null, Text: "%"), "" },
        { new ProgramQuery(null, null, null, Place: "京都"), "PB,PA" },
        { new ProgramQuery(null, null, null, From: new DateOnly(2026, 11, 24), To: new DateOnly(2026, 12, 1)), "PC,PB" },
        { new ProgramQuery(null, null, null, Scheme: CreditScheme.Occupational), "PF,PB" },
        { new ProgramQuery(null, null, null, Subject: 7), "PB" },
        { new ProgramQuery(null, null, null, Subject: 74), "PE,PD,PA" },
        { new ProgramQuery(null, null, null, Scheme: CreditScheme.CommonLecture, Subject: 2), "PC" },
        { new ProgramQuery(null, null, null, Scheme: CreditScheme.CommonLecture, Subject: 74), "" },
        { new ProgramQuery(new AssociationId("13"), null, null), "PF,PC" },
        { new ProgramQuery(null, null, null, Stage: ProgramStage.Cancelled), "PC" },
        { new ProgramQuery(null, null, null, WaitsFor: new AssociationId("26")), "PD" },
        { new ProgramQuery(null, null, null, Waiting: true, Soonest: true), "PD,PF" },
        { new ProgramQuery(null, null, null, PublishedOnly: true), "PF,PC,PB,PA" },
        { new ProgramQuery(null, null, null, PublishedOnly: true, Delivery: ProgramDelivery.Hall), "PF,PB,PA" },
        { new ProgramQuery(null, null, null, PublishedOnly: true, Delivery: ProgramDelivery.Web), "PF,PC,PB" },
        { new ProgramQuery(null, null, null, PublishedOnly: true, Delivery: ProgramDelivery.Both), "PF,PB" },
    };

    [Theory, MemberData(nameof(Sought), DisableDiscoveryEnumeration = true)]
    public async Task Programs_are_found_by_what_is_asked(ProgramQuery query, string expected)
    {
        await PutPrograms();

        Assert.Equal(expected, string.Join(',', (await training.Programs(query, ProgramScope.Everything, Ct)).Programs.Select(p => p.Id.Code)));
    }

    [Theory]
    [InlineData("member:", "PA,PB,PC,PF")]
    [InlineData("26-001", "PA,PB,PC,PD,PF")]
    [InlineData("26-002", "PA,PB,PC,PE,PF")]
    [InlineData("26", "PA,PB,PC,PD,PF")]
    [InlineData("JMA", "PA,PB,PC,PF")]
    public async Task Drafts_are_seen_by_their_host_and_by_whoever_was_asked_to_approve(string eyes, string expected)
    {
        await PutPrograms();
        var scope = eyes == "member:" ? ProgramScope.Public : ProgramScope.Of(Caller.Office(new AssociationId(eyes)));

        Assert.Equal(expected, string.Join(',', (await training.Programs(new ProgramQuery(null, null, null, Soonest: true), scope, Ct)).Programs.Select(p => p.Id.Code)));
    }

    [Fact]
    public async Task Pages_of_programs_follow_each_other_both_ways()
    {
        await PutPrograms();
        foreach (var soonest in new[] { true, false })
        {
            List<string> seen = [];
            string? after = null;
            do
            {
                var page = await training.Programs(new ProgramQuery(null, null, after, 2, Soonest: soonest), ProgramScope.Everything, Ct);
                seen.AddRange(page.Programs.Select(p => p.Id.Code));
                after = page.Next;
            }
            while (after is not null);
            Assert.Equal(soonest ? ["PA", "PB", "PC", "PD", "PE", "PF"] : ["PF", "PE", "PD", "PC", "PB", "PA"], seen);
        }
    }

    static MemberRow Person(int n, string name, string kana, string? local, MembershipLayers layers, MemberCategory? category, string? registry, string? card) =>
        new(First + n, name, kana, registry, card, local, (int)layers, (int?)category, true, new DateOnly(1970, 1, 1), null, 1);

    Task Put<TRow>(ViewTable<TRow> table, params TRow[] rows)
        where TRow : class => subject.Put(table, rows);
}
