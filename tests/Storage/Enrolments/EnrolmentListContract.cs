using JmaActors.Associations;
using JmaActors.Enrolments;
using JmaActors.Journal;
using JmaActors.Members;
using JmaActors.Storage.Views;
using JmaActors.Tests.Storage.Journal;
using JmaActors.Training;

namespace JmaActors.Tests.Storage.Enrolments;

/// <summary>Lists of attendees and of a person's own sign-ups; each database runs all of it.</summary>
public abstract class EnrolmentListContract : IAsyncLifetime
{
    const long First = 1_000_000_001;

    static readonly DateTimeOffset Start = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);
    static readonly ProgramId Program = new("P1");

    StoreUnderTest subject = null!;
    SqlEnrolmentIndex index = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<StoreUnderTest> Open();

    public async ValueTask InitializeAsync()
    {
        subject = await Open();
        await subject.EnsureSchema([.. MemberViews.All, .. EnrolmentViews.All, .. AssociationViews.All, .. TrainingViews.All]);
        index = new(subject.Views);
        await Put(
            MemberViews.Members,
            Person(0, "山田 太郎", "ヤマダ タロウ", "123456", "CARD0001"), Person(1, "髙橋 花子", "タカハシ ハナコ", "1234567", "CARD0002"), Person(2, "𠮷田 次郎", "ヨシダ ジロウ", "7", null));
        await Put(AssociationViews.Associations, new AssociationRow("26", "京都府医師会", "", 1, "JMA", false, 1));
        await Put(TrainingViews.Programs, [.. Enumerable.Range(1, 5).Select(i => new ProgramRow($"P{i}", $"P{i}.1", i == 5 ? "13" : "26", $"題{i}", "会場", Start.AddDays(i / 2), Start.AddDays(i / 2).AddHours(2), 1, 1))]);
        await Put(
            EnrolmentViews.Enrolments,
            Row(0, "P1", EnrolmentStanding.Confirmed, 3, 2), Row(1, "P1", EnrolmentStanding.Waiting, 2, 0), Row(2, "P1", EnrolmentStanding.Cancelled, 1, 0), Row(9, "P1", EnrolmentStanding.Confirmed, 4, 3),
            Row(0, "P2", EnrolmentStanding.Waiting, 1, 0), Row(0, "P3", EnrolmentStanding.Cancelled, 1, 0), Row(0, "P4", EnrolmentStanding.Confirmed, 1, 1), Row(0, "P5", EnrolmentStanding.Confirmed, 1, 1));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await subject.DisposeAsync();
    }

    [Theory]
    [InlineData("", "", null, "2,1,0,9")]
    [InlineData("", "", EnrolmentStanding.Confirmed, "0,9")]
    [InlineData("太郎", "", null, "0")]
    [InlineData("タカハシ", "タカハシ", null, "1")]
    [InlineData("𠮷", "", null, "2")]
    [InlineData("1234567", "", null, "1")]
    [InlineData("card0001", "", null, "0")]
    [InlineData("1000000010", "", null, "9")]
    [InlineData("3", "", null, "9")]
    [InlineData("%", "", null, "")]
    public async Task Attendees_come_in_order_of_arrival_and_are_found_by_name_kana_and_number(string text, string kana, EnrolmentStanding? standing, string expected)
    {
        var page = await index.Attendees(new AttendeeQuery(Program, text, standing, null), kana, null, Ct);

        Assert.Equal(expected, string.Join(',', page.Attendees.Select(a => a.Member.Number - First)));
    }

    [Fact]
    public async Task A_line_carries_what_the_list_shows_and_another_host_finds_nobody()
    {
        var seen = await index.Attendees(new AttendeeQuery(Program, "", EnrolmentStanding.Confirmed, null), "", new AssociationId("26"), Ct);

        Assert.Equal(
            new AttendeeLine(
                new MemberId(First), "山田 太郎", "ヤマダ タロウ", "123456", EnrolmentStanding.Confirmed, EnrolmentMode.Hall, 3, 2, 1, ChildcareStanding.Given, true, false,
                EnrolmentTariff.Other, new Yen(5_000), new Yen(2_000), Start, true),
            seen.Attendees[0]);
        Assert.Equal("", seen.Attendees[1].Name);
        Assert.Empty((await index.Attendees(new AttendeeQuery(Program, "", null, null), "", new AssociationId("27"), Ct)).Attendees);
        Assert.Empty((await index.Attendees(new AttendeeQuery(new ProgramId("P9"), "", null, null), "", null, Ct)).Attendees);
    }

    [Fact]
    public async Task Of_whom_the_host_signed_up_a_list_shows_the_end_of_the_registry_number_until_the_person_has_been_there()
    {
        await Put(EnrolmentViews.Enrolments, Row(0, "P1", EnrolmentStanding.Confirmed, 3, 2) with { ByHost = true }, Row(1, "P1", EnrolmentStanding.Confirmed, 2, 1) with { ByHost = true });
        await Put(TrainingViews.Attendance, new AttendanceRow(First, "P2.1", Start, null, false), new AttendanceRow(First, "P1.1", null, null, false), new AttendanceRow(First + 1, "P1.1", Start, null, false));

        var seen = await index.Attendees(new AttendeeQuery(Program, "", EnrolmentStanding.Confirmed, null), "", new AssociationId("26"), Ct);

        Assert.Equal(["1234567", "…456", null], seen.Attendees.Select(a => a.Registry));
    }

    [Fact]
    public async Task Pages_of_attendees_follow_each_other_without_gap_or_repeat()
    {
        await Put(EnrolmentViews.Enrolments, [.. Enumerable.Range(100, 60).Select(i => Row(i, "P1", EnrolmentStanding.Waiting, i, 0))]);
        List<long> seen = [];
        string? after = null;
        do
        {
            var page = await index.Attendees(new AttendeeQuery(Program, "", null, after, 7), "", null, Ct);
            seen.AddRange(page.Attendees.Select(a => (long)a.Arrival));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal([1, 2, 3, 4, .. Enumerable.Range(100, 60).Select(i => (long)i)], seen);
    }

    [Fact]
    public async Task A_person_s_own_sign_ups_come_newest_program_first_page_by_page()
    {
        var first = await index.OfMember(First, null, 3, Ct);
        var second = await index.OfMember(First, first.Next, 3, Ct);

        Assert.Equal(["P5", "P4", "P3", "P2", "P1"], first.Enrolments.Concat(second.Enrolments).Select(e => e.Program.Code));
        Assert.Null(second.Next);
        Assert.Equal(
            new MemberEnrolment(Program, new SessionId("P1.1"), "題1", "会場", "京都府医師会", Start, Start.AddHours(2), SessionStatus.Open, EnrolmentStanding.Confirmed, EnrolmentMode.Hall, 2, new Yen(5_000), new Yen(2_000)),
            second.Enrolments[1]);
        Assert.Empty((await index.OfMember(First + 50, null, 3, Ct)).Enrolments);
    }

    [Theory]
    [InlineData("9223372036854775807|P1")]
    [InlineData("-9223372036854775808|P1")]
    [InlineData("0|P\0")]
    public async Task A_made_up_cursor_shows_the_first_page(string plain)
    {
        var cursor = System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(plain));

        Assert.Equal("P5", (await index.OfMember(First, cursor, 3, Ct)).Enrolments[0].Program.Code);
        await index.Attendees(new AttendeeQuery(Program, "", null, cursor), "", null, Ct);
    }

    static EnrolmentRow Row(int n, string program, EnrolmentStanding standing, int arrival, int number) => new(
        First + n, program, "26", (int)standing, 0, arrival, number, 1, (int)ChildcareStanding.Given, true, false, 1, 5_000, 2_000, Start, 1);

    static MemberRow Person(int n, string name, string kana, string registry, string? card) =>
        new(First + n, name, kana, registry, card, null, 0, null, true, new DateOnly(1970, 1, 1), null, 1);

    Task Put<TRow>(ViewTable<TRow> table, params TRow[] rows)
        where TRow : class => subject.Put(table, rows);
}

/// <summary>The lists on SQLite.</summary>
public sealed class SqliteEnrolmentListTests : EnrolmentListContract
{
    protected override Task<StoreUnderTest> Open() => SqliteUnderTest.Open();
}

/// <summary>The lists on PostgreSQL.</summary>
public sealed class PostgresEnrolmentListTests : EnrolmentListContract
{
    protected override Task<StoreUnderTest> Open() => PostgresUnderTest.Open();
}
