using JmaActors.Associations;
using JmaActors.Directory;
using JmaActors.Journal;
using JmaActors.Members;
using JmaActors.Storage.Views;
using JmaActors.Tests.Storage.Journal;
using JmaActors.Training;

namespace JmaActors.Tests.Storage.Views;

/// <summary>Who was where and when, over the view of attendances; each database runs all of it.</summary>
public abstract class AttendanceContract : IAsyncLifetime
{
    const long First = 1_000_000_001;

    static readonly DateTimeOffset Ten = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    StoreUnderTest subject = null!;
    SqlTrainingIndex training = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<StoreUnderTest> Open();

    public async ValueTask InitializeAsync()
    {
        subject = await Open();
        await subject.EnsureSchema([.. MemberViews.All, .. AssociationViews.All, .. TrainingViews.All]);
        training = new SqlTrainingIndex(subject.Views);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await subject.DisposeAsync();
    }

    [Theory]
    [InlineData(0, 60, 0, 60, true)]
    [InlineData(0, 60, 59, 90, true)]
    [InlineData(0, 60, 10, 20, true)]
    [InlineData(0, 60, 60, 90, false)]
    [InlineData(0, 60, -30, 0, false)]
    [InlineData(0, 60, 90, 120, false)]
    public async Task Who_was_at_two_sessions_at_once_is_found_and_who_went_from_one_to_the_other_is_not(double from, double to, double otherFrom, double otherTo, bool found)
    {
        await Put(Row(0, "A.1", from, to), Row(0, "B.1", otherFrom, otherTo), Row(1, "A.1", 0, 60), Row(2, "B.1", 0, 60));

        Assert.Equal(found ? [First] : [], (await training.Elsewhere("A.1", Ct)).Keys);
        Assert.Equal(found ? [First] : [], (await training.Elsewhere("B.1", Ct)).Keys);
    }

    [Fact]
    public async Task All_other_sessions_are_named_in_order_and_a_decision_alone_puts_nobody_anywhere()
    {
        await Put(Row(0, "A.1", 0, 60), Row(0, "C.1", 30, 90), Row(0, "B.1", -10, 10), Row(1, "A.1", 0, 60), new AttendanceRow(First + 1, "B.1", null, null, false));

        var elsewhere = await training.Elsewhere("A.1", Ct);

        Assert.Equal(["B.1", "C.1"], Assert.Single(elsewhere).Value);
        Assert.Empty(await training.Elsewhere("NONE.1", Ct));
    }

    [Fact]
    public async Task A_persons_sessions_come_newest_first_in_pages_with_names_and_times()
    {
        await Put(AssociationViews.Associations, new AssociationRow("26", "京都府医師会", "", 1, "JMA", false, 1));
        await Put(TrainingViews.Programs, [.. Enumerable.Range(0, 3).Select(i => new ProgramRow($"P{i}", $"P{i}.1", "26", $"題{i}", "会場", Ten.AddDays(i), Ten.AddDays(i).AddHours(2), 3, 1))]);
        await Put(Row(0, "P0.1", 0, 60), Row(0, "P1.1", 1440, 1500) with { Web = true }, new AttendanceRow(First, "P2.1", null, null, false), Row(1, "P2.1", 0, 60));

        var page = await training.Attendance(First, null, 2, Ct);
        var rest = await training.Attendance(First, page.Next, 2, Ct);

        Assert.Equal(["P2.1", "P1.1"], page.Sessions.Select(s => s.Session.Code));
        Assert.Equal((null, true), (page.Sessions[0].FirstIn, page.Sessions[1].Web));
        Assert.Equal(
            new AttendedSession(new SessionId("P0.1"), "題0", "会場", new AssociationId("26"), "京都府医師会", Ten, Ten.AddHours(2), SessionStatus.Confirmed, Ten, Ten.AddHours(1), false),
            Assert.Single(rest.Sessions));
        Assert.Null(rest.Next);
        Assert.Empty((await training.Attendance(First + 9, null, 2, Ct)).Sessions);
    }

    [Theory]
    [InlineData("9223372036854775807|P0.1")]
    [InlineData("-9223372036854775808|P0.1")]
    [InlineData("0|P\0")]
    public async Task A_made_up_cursor_shows_the_first_page(string plain)
    {
        await Put(TrainingViews.Programs, new ProgramRow("P0", "P0.1", "26", "題", "会場", Ten, Ten.AddHours(2), 3, 1));
        await Put(Row(0, "P0.1", 0, 60));
        var cursor = System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(plain));

        Assert.Equal("P0.1", Assert.Single((await training.Attendance(First, cursor, 2, Ct)).Sessions).Session.Code);
    }

    [Theory]
    [InlineData("高橋", "0")]
    [InlineData("ハナコ", "0")]
    [InlineData("", "1", "CARD0002")]
    [InlineData("鈴木", "")]
    public async Task People_on_a_roll_are_found_by_name_reading_or_card_and_nobody_elsewhere(string text, string expected, string? card = null)
    {
        await Put(MemberViews.Members, Person(0, "髙橋 花子", "111"), Person(1, "山田 太郎", "222"), Person(2, "鈴木 一", "333"));
        await Put(MemberViews.Names, MemberNameRow.Of(First, "高橋 花子", "タカハシ ハナコ"), MemberNameRow.Of(First + 1, "山田 太郎", "ヤマダ タロウ"), MemberNameRow.Of(First + 2, "鈴木 一", "スズキ ハジメ"));
        await Put(Row(0, "A.1", 0, 60), Row(1, "A.1", 0, 60), Row(2, "B.1", 0, 60));

        Assert.Equal(expected, string.Join(',', (await training.OnRoll("A.1", new DoorQuery(text), card, Ct)).Select(n => n - First)));
        Assert.Equal([First + 1], await training.OnRoll("A.1", new DoorQuery("", Registry: "222"), null, Ct));
        Assert.Equal([First], await training.OnRoll("A.1", new DoorQuery("", Member: First), null, Ct));
    }

    [Fact]
    public async Task A_row_taken_away_or_put_again_shows_the_last_word()
    {
        await Put(Row(0, "A.1", 0, 60), Row(0, "B.1", 0, 60));
        await Put(Row(0, "B.1", 60, 90));
        Assert.Empty(await training.Elsewhere("A.1", Ct));

        await Put(Row(0, "B.1", 0, 60));
        Assert.Single(await training.Elsewhere("A.1", Ct));
        await Delete(Row(0, "B.1", 0, 60));

        Assert.Empty(await training.Elsewhere("A.1", Ct));
    }

    static AttendanceRow Row(int n, string session, double from, double to) => new(First + n, session, Ten.AddMinutes(from), Ten.AddMinutes(to), false);

    static MemberRow Person(int n, string name, string registry) =>
        new(First + n, name, "", registry, $"CARD000{n + 1}", null, 0, null, true, new DateOnly(1970, 1, 1), null, 1);

    Task Put(params AttendanceRow[] rows) => Put(TrainingViews.Attendance, rows);

    Task Put<TRow>(ViewTable<TRow> table, params TRow[] rows)
        where TRow : class => Commit(table, batch => batch.Puts.AddRange(rows));

    Task Delete(AttendanceRow row) => Commit(TrainingViews.Attendance, batch => batch.Deletes.Add(row));

    Task Commit(ViewTable table, Action<ViewBatch> fill) => subject.Commit(table, fill);
}

/// <summary>The attendances on SQLite.</summary>
public sealed class SqliteAttendanceTests : AttendanceContract
{
    protected override Task<StoreUnderTest> Open() => SqliteUnderTest.Open();
}

/// <summary>The attendances on PostgreSQL.</summary>
public sealed class PostgresAttendanceTests : AttendanceContract
{
    protected override Task<StoreUnderTest> Open() => PostgresUnderTest.Open();
}
