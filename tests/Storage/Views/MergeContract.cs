using JmaActors.Associations;
using JmaActors.Credits;
using JmaActors.Directory;
using JmaActors.Enrolments;
using JmaActors.Journal;
using JmaActors.Members;
using JmaActors.Merges;
using JmaActors.Passes;
using JmaActors.Storage.Views;
using JmaActors.Tests.Storage.Journal;
using JmaActors.Training;
using Microsoft.Extensions.Time.Testing;

namespace JmaActors.Tests.Storage.Views;

/// <summary>Records alike, their inbox, and what a merged record is still found by; each database runs all of it.</summary>
public abstract class MergeContract : IAsyncLifetime
{
    const long First = 1_000_000_001;
    const int Alike = 3;

    static readonly DateOnly Born = new(1980, 5, 17);
    static readonly DateTimeOffset At = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    StoreUnderTest subject = null!;
    SqlMergeIndex merges = null!;
    SqlMemberDirectory members = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<StoreUnderTest> Open();

    public async ValueTask InitializeAsync()
    {
        subject = await Open();
        await subject.EnsureSchema([.. MemberViews.All, .. MergeViews.All, .. CreditViews.All, .. AssociationViews.All, .. TrainingViews.All, .. PassViews.All, .. EnrolmentViews.All]);
        (merges, members) = (new(subject.Views), new(subject.Views, new FakeTimeProvider(At)));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await subject.DisposeAsync();
    }

    [Fact]
    public async Task Who_has_the_reading_or_the_name_in_other_characters_and_the_birth_date_is_alike_and_why_is_said()
    {
        await People(
            Person(0, "髙橋 花子", "タカハシ ハナコ"), Person(1, "高橋 花子", "タカハシ ハナコ"), Person(2, "渡邊 一", "ワタナベ ハジメ"),
            Person(3, "渡辺 一", "ワタナベ カズ"), Person(4, "鈴木 花子", "タカハシ　ハナコ", born: Born.AddDays(1)), Person(5, "別人", "ベツジン"));

        Assert.Equal([new(First, First + 1, MergeReasons.Kana | MergeReasons.Name)], await merges.Like([First], Alike, Ct));
        Assert.Equal([new(First + 2, First + 3, MergeReasons.Name)], await merges.Like([First + 3], Alike, Ct));
        Assert.Empty(await merges.Like([First + 4, First + 5], Alike, Ct));
        Assert.Equal(2, (await merges.Like([First, First + 1, First + 2, First + 3], Alike, Ct)).Count);
    }

    [Fact]
    public async Task A_walk_in_of_whom_only_the_name_is_known_is_like_a_member_of_that_name_and_reading()
    {
        await People(Person(0, "山田 太郎", "ヤマダ タロウ"), Person(1, "山田　太郎", "ヤマダタロウ", local: null, layers: MembershipLayers.None, born: null), Person(2, "山田 太郎", "ヤマダ フトロウ", born: Born.AddDays(1)));

        Assert.Equal([new(First, First + 1, MergeReasons.WalkIn)], await merges.Like([First + 1], Alike, Ct));
        Assert.Equal([new(First, First + 1, MergeReasons.WalkIn)], await merges.Like([First], Alike, Ct));
    }

    [Fact]
    public async Task A_pair_known_for_a_reason_is_found_for_another_only_and_a_birth_date_that_many_share_finds_nobody()
    {
        await People(Person(0, "甲", "コウ"), Person(1, "甲", "コウ"));
        await Put(MergeViews.Pairs, Pair(0, 1, MergeStatus.Dismissed, MergeReasons.Kana));
        Assert.Equal([new(First, First + 1, MergeReasons.Name)], await merges.Like([First + 1], Alike, Ct));

        await People([.. Enumerable.Range(10, Alike + 2).Select(i => Person(i, "乙", "オツ"))]);
        Assert.Empty(await merges.Like([First + 10], Alike, Ct));
    }

    [Fact]
    public async Task An_office_is_offered_the_pairs_of_which_it_sees_both_or_one_that_belongs_nowhere()
    {
        await People(
            Person(0, "甲", "コウ", "26-001"), Person(1, "甲", "コウ", "26-001", MembershipLayers.Local), Person(2, "乙", "オツ", "26-002"), Person(3, "丙", "ヘイ", null, MembershipLayers.None));
        await Put(MergeViews.Pairs, Pair(0, 1), Pair(0, 2), Pair(0, 3), Pair(1, 2), Pair(2, 3));

        async Task<string> Offered(string? office) => string.Join(
            ' ', (await merges.Inbox(MergeStatus.Proposed, null, 50, office is null ? null : new AssociationId(office), Ct)).Pairs.Select(p => $"{p.Pair.Low.Number - First}{p.Pair.High.Number - First}").Order());

        Assert.Equal("01 02 03 12 23", await Offered(null));
        Assert.Equal("01 03", await Offered("26-001"));
        Assert.Equal("23", await Offered("26-002"));
        Assert.Equal("02 03 23", await Offered("26"));
        Assert.Equal("02 03 23", await Offered("JMA"));
        Assert.Equal("", await Offered("13"));
        Assert.Empty((await merges.Inbox(MergeStatus.Dismissed, null, 50, null, Ct)).Pairs);
    }

    [Fact]
    public async Task Keyset_pages_show_every_pair_once_the_newest_first()
    {
        await People([.. Enumerable.Range(0, 12).Select(i => Person(i, "甲", "コウ"))]);
        await Put(MergeViews.Pairs, [.. Enumerable.Range(1, 11).Select(i => Pair(0, i) with { Decided = At.AddMinutes(i / 3) })]);
        List<string> seen = [];
        string? after = null;
        do
        {
            var page = await merges.Inbox(MergeStatus.Proposed, after, 4, new AssociationId("26-001"), Ct);
            seen.AddRange(page.Pairs.Select(p => p.Pair.Key));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal([.. Enumerable.Range(1, 11).Select(i => Pair(0, i)).OrderByDescending(p => (p.High - First) / 3).ThenByDescending(p => p.Pair).Select(p => p.Pair)], seen);
    }

    [Fact]
    public async Task A_merged_record_is_found_by_its_numbers_and_in_no_list()
    {
        await People(Person(0, "見本 花子", "ミホン ハナコ", registry: "111", card: "CARD0001"));
        await Put(MemberViews.Merged, new MergedRow(First + 1, First, "見本 はな", "ミホン ハナ", "222", "CARD0002", "26-002", false));
        await Put(MemberViews.Names, MemberNameRow.Of(First + 1, "見本 はな", "ミホン ハナ"));
        await Put(PassViews.Passes, new PassRow(First + 1, 3, At));

        var cards = await members.ByCards(["CARD0001", "CARD0002"], Ct);
        Assert.Equal((First, First + 1), (cards["CARD0001"].MemberId, cards["CARD0002"].MemberId));
        Assert.Equal([First + 1], cards["CARD0001"].Also!);
        Assert.Equal([First], cards["CARD0002"].Also!);
        Assert.Equal((First + 1, "26-002", 3), (await members.ByMembers([First + 1], Ct))[First + 1] is var holder ? (holder.MemberId, holder.Association, holder.PassGeneration) : default);
        Assert.Equal(First + 1, (await members.ByRegistries(["222"], Ct))["222"]);
        Assert.Equal("26-002", (await members.LocalAssociations([First + 1], Ct))[First + 1]);
        Assert.Equal("見本 花子", (await members.Names([First, First + 1], null, Ct))[First + 1]);
        Assert.Equal("見本 花子", (await members.Names([First + 1], new AssociationId("26-001"), Ct))[First + 1]);
        Assert.Empty(await members.Names([First + 1], new AssociationId("26-002"), Ct));

        foreach (var number in (string[])[$"{First + 1}", "222", "CARD0002"])
        {
            Assert.Equal(First, Assert.Single((await members.Search(new MemberQuery(number, null, null, null, null), "", null, Ct)).Members).Id.Number);
        }
        Assert.Equal(First, Assert.Single(await members.AtDoor(new DoorQuery("", Member: First + 1), 20, Ct)).Member.Number);
        Assert.Equal(First, Assert.Single(await members.AtDoor(new DoorQuery("", Registry: "222"), 20, Ct)).Member.Number);
        Assert.Equal(First, Assert.Single((await members.Search(new MemberQuery("見本", null, null, null, null), "", null, Ct)).Members).Id.Number);
        Assert.Equal(First, Assert.Single(await members.AtDoor(new DoorQuery(NameRules.Fold("ミホン")), 20, Ct)).Member.Number);
        Assert.Equal(1, (await new SqlAssociationTallies(subject.Views).ByLocal(null, null, 2026, Ct)).Values.Sum(f => f.LocalMembers));
    }

    [Fact]
    public async Task Sessions_and_sign_ups_of_a_merged_record_are_listed_with_those_of_the_person()
    {
        await People(Person(0, "見本 花子", "ミホン ハナコ"));
        await Put(MemberViews.Merged, new MergedRow(First + 1, First, "見本 はな", "ミホン ハナ", null, null, null, false));
        await Put(TrainingViews.Attendance, new AttendanceRow(First, "A.1", At, At.AddHours(1), false), new AttendanceRow(First + 1, "B.1", At, At.AddHours(1), false), new AttendanceRow(First + 2, "C.1", At, At.AddHours(1), false));
        var sql = new ViewQuery($"SELECT a.session_id FROM {subject.Views.Dialect.Table("attendance")} a").Where($"a.member_id IN ({MergedSql.Numbers(subject.Views.Dialect)})").With("member", First).Then("ORDER BY 1");
        Assert.Equal(["A.1", "B.1"], await subject.Views.Query(sql, r => Rows.List(r, x => x.GetString(0)), Ct));
        Assert.Empty((await new SqlTrainingIndex(subject.Views).Attendance(First, null, 10, Ct)).Sessions);
        Assert.Empty((await new SqlEnrolmentIndex(subject.Views).OfMember(First, null, 10, Ct)).Enrolments);
    }

    static MemberRow Person(
        int n, string name, string kana, string? local = "26-001", MembershipLayers layers = MembershipLayers.All, DateOnly? born = null, string? registry = null, string? card = null) =>
        new(First + n, name, kana, registry, card, local, (int)layers, layers == MembershipLayers.All ? 1 : null, false, layers == MembershipLayers.None ? born : born ?? Born, null, 1);

    static PairRow Pair(int low, int high, MergeStatus status = MergeStatus.Proposed, MergeReasons reasons = MergeReasons.Kana) => new(
        MergePair.Of(new MemberId(First + low), new MemberId(First + high)).Key, First + low, First + high, (int)status, (int)reasons, null, At, At, 1);

    async Task People(params MemberRow[] rows)
    {
        await Put(MemberViews.Members, rows);
        await Put(MemberViews.Names, [.. rows.Select(r => MemberNameRow.Of(r.MemberId, r.Name, r.Kana))]);
    }

    Task Put<TRow>(ViewTable<TRow> table, params TRow[] rows)
        where TRow : class => subject.Put(table, rows);
}

/// <summary>Merges on PostgreSQL.</summary>
public sealed class PostgresMergeTests : MergeContract
{
    protected override Task<StoreUnderTest> Open() => PostgresUnderTest.Open();
}

/// <summary>Merges on SQLite.</summary>
public sealed class SqliteMergeTests : MergeContract
{
    protected override Task<StoreUnderTest> Open() => SqliteUnderTest.Open();
}
