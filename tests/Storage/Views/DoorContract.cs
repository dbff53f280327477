using JmaActors.Associations;
using JmaActors.Directory;
using JmaActors.Journal;
using JmaActors.Members;
using JmaActors.Passes;
using JmaActors.Storage.Views;
using JmaActors.Tests.Storage.Journal;

namespace JmaActors.Tests.Storage.Views;

/// <summary>What a door asks of the views; each database runs all of it.</summary>
public abstract class DoorContract : IAsyncLifetime
{
    const long First = 1_000_000_001;

    StoreUnderTest subject = null!;
    SqlMemberDirectory members = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<StoreUnderTest> Open();

    public async ValueTask InitializeAsync()
    {
        subject = await Open();
        await subject.EnsureSchema([.. MemberViews.All, .. AssociationViews.All, .. PassViews.All]);
        members = new SqlMemberDirectory(subject.Views, TimeProvider.System);
        await Put(
            MemberViews.Members,
            Person(0, "山田 太郎", "ヤマダ タロウ", "26-001", "123456"),
            Person(1, "髙橋 花子", "タカハシ ハナコ", "26-001", "1234567"),
            Person(2, "高橋 さくら", "タカハシ サクラ", null, null),
            Person(3, "𠮷田 山", "ヨシダ ヤマ", "13-001", "7"));
        await Put(AssociationViews.Associations, new AssociationRow("26-001", "第一医師会", "", 2, "26", true, 1));
        Assert.Equal(4, await Names().Mend(Ct));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await subject.DisposeAsync();
    }

    [Theory]
    [InlineData("髙橋", "2,1")]
    [InlineData("高橋", "2,1")]
    [InlineData("髙橋花", "1")]
    [InlineData("高橋　花子", "1")]
    [InlineData("たかはし", "2,1")]
    [InlineData("ﾀｶﾊｼ ｻ", "2")]
    [InlineData("さくら", "2")]
    [InlineData("花子", "1")]
    [InlineData("吉田", "3")]
    [InlineData("山", "0,3")]
    [InlineData("1234567", "1")]
    [InlineData("123456", "0")]
    [InlineData("1000000004", "3")]
    [InlineData("2", "")]
    [InlineData("%", "")]
    [InlineData("鈴木", "")]
    public async Task What_is_typed_finds_whom_it_means_who_begins_with_it_first(string text, string expected) =>
        Assert.Equal(expected, string.Join(',', (await Find(text, 20)).Select(p => p.Member.Number - First)));

    [Fact]
    public async Task A_line_tells_enough_to_pick_somebody_and_no_more()
    {
        Assert.Equal([new DoorPerson(new MemberId(First + 1), "髙橋 花子", "タカハシ ハナコ", "第一医師会", "567")], await Find("はなこ", 20));
        Assert.Equal([new DoorPerson(new MemberId(First + 2), "高橋 さくら", "タカハシ サクラ", null, null)], await Find("さくら", 20));
    }

    [Fact]
    public async Task No_more_are_found_than_were_asked_for()
    {
        Assert.Equal([2], (await Find("高橋", 1)).Select(p => p.Member.Number - First));
        Assert.Equal([0], (await Find("山", 1)).Select(p => p.Member.Number - First));
    }

    [Fact]
    public async Task A_door_reads_of_many_at_once_where_they_belong_and_which_passes_are_good()
    {
        var at = new DateTimeOffset(2026, 11, 23, 3, 30, 0, 123, TimeSpan.Zero);
        await Put(PassViews.Passes, new PassRow(First, 2, at), new PassRow(First + 9, 1, at));

        var found = await members.ByMembers([First, First + 2, First + 9], Ct);

        Assert.Equal([new CardHolder(First, "26-001", false, 2, at), new CardHolder(First + 2, null, false)], found.OrderBy(f => f.Key).Select(f => f.Value));
        Assert.Empty(await members.ByMembers([], Ct));
    }

    [Fact]
    public async Task Folds_that_are_missing_or_out_of_date_are_put_right_and_all_others_left_alone()
    {
        Assert.Equal(0, await Names().Mend(Ct));
        await Put(MemberViews.Names, new MemberNameRow(First, "古い", "フルイ", "", ""));
        await Put(MemberViews.Members, [.. Enumerable.Range(100, 2_500).Select(i => Person(i, "鈴木 一", "スズキ ハジメ", null, null))]);

        Assert.Equal(2_501, await Names().Mend(Ct));

        Assert.Equal(First, (await Find("山田", 20))[0].Member.Number);
        Assert.Equal(20, (await Find("鈴木", 20)).Count);
        Assert.Equal(0, await Names().Mend(Ct));
    }

    FoldedNames Names() => new(subject.Views, subject.Store);

    Task<IReadOnlyList<DoorPerson>> Find(string text, int most) => members.AtDoor(DoorSearchRules.Query(text)!, most, Ct);

    static MemberRow Person(int n, string name, string kana, string? local, string? registry) =>
        new(First + n, name, kana, registry, null, local, 7, null, true, null, null, 1);

    Task Put<TRow>(ViewTable<TRow> table, params TRow[] rows)
        where TRow : class => subject.Put(table, rows);
}

/// <summary>A door's questions on SQLite.</summary>
public sealed class SqliteDoorTests : DoorContract
{
    protected override Task<StoreUnderTest> Open() => SqliteUnderTest.Open();
}

/// <summary>A door's questions on PostgreSQL.</summary>
public sealed class PostgresDoorTests : DoorContract
{
    protected override Task<StoreUnderTest> Open() => PostgresUnderTest.Open();
}
