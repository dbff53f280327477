using JmaActors.Ledgers;
using JmaActors.Policies;
using JmaActors.Storage.Views;
using JmaActors.Tests.Storage.Journal;
using JmaActors.WorkHours;

namespace JmaActors.Tests.Storage.WorkHours;

/// <summary>A workplace's physicians by risk, over the views of working hours; each database runs all of it.</summary>
public abstract class DutyListContract : IAsyncLifetime
{
    const long First = 1_000_000_001;

    static readonly DateTimeOffset Now = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);
    static readonly WorkplaceId W1 = new("W26-001"), W2 = new("W26-002");

    StoreUnderTest subject = null!;
    SqlWorkHoursIndex index = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<StoreUnderTest> Open();

    public async ValueTask InitializeAsync()
    {
        subject = await Open();
        await subject.EnsureSchema([.. WorkHoursViews.All, .. WorkplaceViews.All]);
        index = new(subject.Views);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await subject.DisposeAsync();
    }

    static WorkHoursRow Row(int n, WorkplaceId at, int force, int expected) => new(
        First + n, at.Code, (int)WorkLevel.B, n % 2 == 0 ? Now : null, n % 2 == 0 ? (int)HoursKind.NightDuty : 0, n % 2 == 0 ? null : Now.AddHours(-n), new DateOnly(2026, 11, 1), expected / 2, expected,
        (int)MonthOutcome.InterviewDue, new DateOnly(2026, 4, 1), 600, 111_600, 500, 57_600, n * 10, n == 0 ? null : new DateOnly(2026, 12, 31), force, force < 0 ? "" : WorkRuleIds.Month, Now, 3);

    [Fact]
    public async Task Physicians_come_by_risk_in_pages_and_only_those_of_the_workplace()
    {
        await subject.Put(WorkHoursViews.Hours, Row(0, W1, -1, 9_000), Row(1, W1, 4, 100), Row(2, W1, 0, 6_000), Row(3, W1, 0, 6_000), Row(4, W1, 0, 6_001), Row(5, W2, 4, 9_000), Row(6, W1, 4, 44_640));

        List<long> seen = [];
        string? after = null;
        do
        {
            var page = await index.Duty(W1, after, 2, Ct);
            Assert.InRange(page.Lines.Count, 1, 2);
            seen.AddRange(page.Lines.Select(l => l.Member.Number - First));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal([6, 1, 4, 2, 3, 0], seen);
    }

    [Fact]
    public async Task A_line_carries_what_the_board_shows()
    {
        await subject.Put(WorkHoursViews.Hours, Row(0, W1, -1, 9_000), Row(1, W1, 4, 100));
        var lines = (await index.Duty(W1, null, 10, Ct)).Lines;

        Assert.Equal(
            new DutyLine(
                new MemberId(First + 1), WorkLevel.B, null, null, Now.AddHours(-1), 50, 100, MonthOutcome.InterviewDue, 600, 111_600, 500, 57_600, 10, new DateOnly(2026, 12, 31), FindingForce.Breach,
                WorkRuleIds.Month, Now, MonthFrom: new DateOnly(2026, 11, 1), YearFrom: new DateOnly(2026, 4, 1), Version: 3, Told: 3),
            lines[0]);
        Assert.Equal((Now, HoursKind.NightDuty, null, null, null), ((DateTimeOffset?)lines[1].OnSince, lines[1].OnKind, lines[1].LastOut, lines[1].RestDue, lines[1].Force));
    }

    [Fact]
    public async Task A_line_carries_the_days_ahead_and_until_when_rest_lasts()
    {
        var day = new DateOnly(2026, 11, 27);
        await subject.Put(WorkHoursViews.Hours, Row(1, W1, 4, 100) with { RestUntil = Now.AddHours(8), Fatigue = day, Limit = day.AddDays(1), Year = day.AddDays(60), ReachedBy = ReachBits.Of(ReachKind.Plan, 1) | ReachBits.Of(ReachKind.Pace, 3) });

        var line = Assert.Single((await index.Duty(W1, null, 10, Ct)).Lines);
        Assert.Equal((Now.AddHours(8), new DateOnly(2026, 11, 1), new DateOnly(2026, 4, 1), 3), (line.RestUntil!.Value, line.MonthFrom, line.YearFrom, line.Version));
        Assert.Equal<HoursReach?>([new(day, ReachKind.Reached), new(day.AddDays(1), ReachKind.Plan), null, new(day.AddDays(60), ReachKind.Pace)], [line.Fatigue, line.Limit, line.Measures, line.Year]);
    }

    [Theory]
    [InlineData("made up")]
    [InlineData("OTIyMzM3MjAzNjg1NDc3NTgwN3x4")]
    public async Task A_made_up_cursor_shows_the_first_page(string cursor)
    {
        await subject.Put(WorkHoursViews.Hours, Row(1, W1, 4, 100));

        Assert.Single((await index.Duty(W1, cursor, 10, Ct)).Lines);
    }

    [Fact]
    public async Task Rows_that_ledgers_make_of_their_events_are_put_and_found()
    {
        var book = PolicyBook.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", "curriculum-codes.csv")),
            System.IO.Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "seeds", "policy"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText));
        var (ledger, state, sink) = (new WorkHoursLedger(book), new WorkHoursState(), new JmaActors.Journal.ViewSink());
        var minute = WorkMinute.Of(Now);
        WorkHoursEvent[] events = [
            new EmploymentKept(W1.Code, new EmploymentTerms(new DateOnly(2026, 4, 1), [])), new WorkRecorded("r", W1.Code, HoursKind.Scheduled, minute - 900, minute - 60, WorkSource.Workplace, "", "", WorkMarks.None, null, "")];
        for (var i = 0; i < events.Length; i++)
        {
            var meta = new EventMeta(i + 1, Now, new DateOnly(2026, 11, 23), Caller.System, "", null, 0);
            ledger.Evolve(state, events[i], meta);
        }
        ledger.Show($"{First}", state, Now, false, sink);
        await subject.Put(WorkHoursViews.Hours, (WorkHoursRow)sink.Rows[^1].Row);

        var line = Assert.Single((await index.Duty(W1, null, 10, Ct)).Lines);
        Assert.Equal((840 - 480, 57_600, Now.AddHours(-1)), (line.Month, line.TotalLimit, line.LastOut));
    }

    [Fact]
    public async Task Who_is_on_duty_shows_before_the_figures_and_what_is_behind_is_found()
    {
        await subject.Put(WorkHoursViews.Hours, Row(1, W1, 4, 100) with { Told = 3 }, Row(3, W1, 4, 200) with { Told = 3 });
        await subject.Put(WorkHoursViews.On, Row(1, W1, 0, 0) with { OnSince = Now, OnKind = (int)HoursKind.Overtime, LastOut = null, Told = 4 });

        var line = (await index.Duty(W1, null, 10, Ct)).Lines.Single(l => l.Member.Number == First + 1);
        Assert.Equal((Now, HoursKind.Overtime, null, 100), (line.OnSince, line.OnKind, line.LastOut, line.MonthExpected));
        Assert.Equal([First + 1], await index.Behind(10, Ct));

        await subject.Put(WorkHoursViews.Hours, Row(1, W1, 4, 160) with { Version = 4, Told = 4 });
        Assert.Empty(await index.Behind(10, Ct));
    }

    [Fact]
    public async Task What_is_behind_comes_in_order_of_what_said_so_and_rows_of_before_an_upgrade_behind_it()
    {
        await subject.Put(
            WorkHoursViews.Hours, Row(0, W1, 4, 100), Row(0, W2, 4, 100), Row(1, W1, 4, 100) with { Told = 9 }, Row(2, W1, 4, 100) with { Told = 5 }, Row(3, W1, 4, 100) with { Told = 3 }, Row(4, W1, 4, 100));

        Assert.Equal([2, 1, 0, 4], (await index.Behind(10, Ct)).Select(m => m - First));
        Assert.Equal([2, 1], (await index.Behind(2, Ct)).Select(m => m - First));
    }

    [Fact]
    public async Task A_workplace_has_its_row()
    {
        await subject.Put(WorkplaceViews.Workplaces, new WorkplaceRow("W26-001", "みやこ病院", "26-007", new DateOnly(2026, 4, 1), 6, 120, 9), new WorkplaceRow("W26-002", "診療所", "26-007", null, 0, 0, 1));

        Assert.Equal(
            ["W26-001|みやこ病院|26-007|2026-04-01|6|120|9", "W26-002|診療所|26-007|null|0|0|1"],
            await subject.Rows($"SELECT workplace, name, association, agreement_from, levels, physicians, version FROM {subject.Views.Dialect.Table("workplace")} ORDER BY workplace"));
    }
}

/// <summary>The duty list on SQLite.</summary>
public sealed class SqliteDutyListTests : DutyListContract
{
    protected override Task<StoreUnderTest> Open() => SqliteUnderTest.Open();
}

/// <summary>The duty list on PostgreSQL.</summary>
public sealed class PostgresDutyListTests : DutyListContract
{
    protected override Task<StoreUnderTest> Open() => PostgresUnderTest.Open();
}
