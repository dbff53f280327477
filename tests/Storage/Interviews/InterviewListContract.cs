using JmaActors.Interviews;
using JmaActors.Storage.Views;
using JmaActors.Tests.Storage.Journal;
using JmaActors.WorkHours;

namespace JmaActors.Tests.Storage.Interviews;

/// <summary>Who is due for an interview, and cases, over the views; each database runs all of it.</summary>
public abstract class InterviewListContract : IAsyncLifetime
{
    const long First = 1_000_000_001;

    static readonly DateTimeOffset Now = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Month = new(2026, 11, 1);
    static readonly WorkplaceId W1 = new("W26-001"), W2 = new("W26-002");

    StoreUnderTest subject = null!;
    SqlInterviewIndex index = null!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<StoreUnderTest> Open();

    public async ValueTask InitializeAsync()
    {
        subject = await Open();
        await subject.EnsureSchema([.. WorkHoursViews.All, .. WorkplaceViews.All, .. InterviewViews.All, .. JmaActors.Members.MemberViews.All]);
        index = new(subject.Views);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await subject.DisposeAsync();
    }

    static WorkHoursRow Row(int n, WorkplaceId at, InterviewNeed need, int? dueIn) => new(
        First + n, at.Code, (int)WorkLevel.B, null, 0, null, Month, 5_000, 6_500, (int)MonthOutcome.InterviewDue, new DateOnly(2026, 4, 1), 600, 111_600, 500, 57_600, 0, null, 0, WorkRuleIds.Interview, Now, 3,
        Need: (int)need, NeedDue: dueIn is { } days ? Month.AddDays(days) : null, CutDue: n == 5);

    static InterviewCaseRow Case(int n, WorkplaceId at, InterviewStage stage, long interviewer, bool over, int opened) => new(
        at.Code, First + n, Month, (int)stage, (int)InterviewWaits.Interviewer, interviewer, Now, null, over, Now.AddMinutes(opened), 2);

    [Fact]
    public async Task Those_due_come_by_their_day_in_pages_with_how_far_their_case_is()
    {
        await subject.Put(
            WorkHoursViews.Hours, Row(0, W1, InterviewNeed.Interview, 20), Row(1, W1, InterviewNeed.None, null), Row(2, W1, InterviewNeed.Missed, 3), Row(3, W1, InterviewNeed.Check, 20), Row(4, W2, InterviewNeed.Missed, 1),
            Row(5, W1, InterviewNeed.None, 25), Row(0, W2, InterviewNeed.Interview, 21));
        await subject.Put(InterviewViews.Cases, Case(0, W1, InterviewStage.Ready, 77, false, 0), Case(2, W2, InterviewStage.Held, 77, false, 0));
        await subject.Put(WorkplaceViews.Workplaces, new WorkplaceRow("W26-001", "みやこ病院", "26-007", null, 0, 0, 1));

        List<InterviewDueLine> seen = [];
        string? after = null;
        do
        {
            var page = await index.Due(new InterviewDueQuery(W1, null, after, 2), Ct);
            Assert.InRange(page.Lines.Count, 1, 2);
            seen.AddRange(page.Lines);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal([2, 0, 3, 5], seen.Select(l => l.Member.Number - First));
        Assert.Equal((InterviewStage.Ready, new MemberId(77), (DateTimeOffset?)Now, "みやこ病院", new DateOnly(2026, 11, 21)), (seen[1].Stage, seen[1].Interviewer, seen[1].Appointment, seen[1].WorkplaceName, seen[1].Due));
        Assert.Equal((null, false, true), (seen[0].Stage, seen[0].CutDue, seen[3].CutDue));
        Assert.Equal([W1, W2], (await index.Due(new InterviewDueQuery(null, new MemberId(First), null, 10), Ct)).Lines.Select(l => l.Workplace));
    }

    [Fact]
    public async Task A_case_opened_under_a_number_that_was_merged_since_is_the_persons_who_is_left()
    {
        await subject.Put(WorkHoursViews.Hours, Row(0, W1, InterviewNeed.Interview, 20));
        await subject.Put(InterviewViews.Cases, Case(1, W1, InterviewStage.Ready, 77, false, 0), Case(2, W1, InterviewStage.Ready, 77, false, 1));
        await subject.Put(JmaActors.Members.MemberViews.Merged, new JmaActors.Members.MergedRow(First + 1, First, "旧姓", "キュウセイ", null, null, null, false));

        var due = Assert.Single((await index.Due(new InterviewDueQuery(W1, null, null, 10), Ct)).Lines);
        Assert.Equal((new MemberId(First), InterviewStage.Ready, new InterviewId(W1, new MemberId(First + 1), Month).Text), (due.Member, due.Stage, due.Id));
        Assert.Equal([First + 1], (await index.Cases(new InterviewQuery(null, null, new MemberId(First), false, null, 10), Ct)).Cases.Select(c => c.Member.Number));
    }

    [Fact]
    public async Task Cases_are_found_by_workplace_interviewer_and_physician_under_way_or_over()
    {
        await subject.Put(WorkHoursViews.Hours, Row(0, W1, InterviewNeed.Interview, 20));
        await subject.Put(
            InterviewViews.Cases, Case(0, W1, InterviewStage.Ready, 77, false, 2), Case(1, W1, InterviewStage.Assigned, 78, false, 1), Case(2, W1, InterviewStage.Closed, 77, true, 0), Case(0, W2, InterviewStage.Held, 77, false, 3));

        async Task<IEnumerable<long>> Of(InterviewQuery query) => (await index.Cases(query, Ct)).Cases.Select(c => c.Member.Number - First);
        Assert.Equal([1, 0], await Of(new InterviewQuery(W1, null, null, false, null, 10)));
        Assert.Equal([0], await Of(new InterviewQuery(W1, new MemberId(77), null, false, null, 10)));
        Assert.Equal([2], await Of(new InterviewQuery(W1, null, null, true, null, 10)));
        Assert.Equal([0, 0], await Of(new InterviewQuery(null, null, new MemberId(First), false, null, 10)));
        var first = await index.Cases(new InterviewQuery(W1, null, null, false, null, 1), Ct);
        Assert.Equal([new DateOnly(2026, 11, 21)], (await index.Cases(new InterviewQuery(W1, null, null, false, first.Next, 1), Ct)).Cases.Select(c => c.Due!.Value));
        Assert.Equal(2, (await index.Cases(new InterviewQuery(W1, null, null, false, "made up", 10), Ct)).Cases.Count);
    }
}

/// <summary>Lists of interviews on SQLite.</summary>
public sealed class SqliteInterviewListTests : InterviewListContract
{
    protected override Task<StoreUnderTest> Open() => SqliteUnderTest.Open();
}

/// <summary>Lists of interviews on PostgreSQL.</summary>
public sealed class PostgresInterviewListTests : InterviewListContract
{
    protected override Task<StoreUnderTest> Open() => PostgresUnderTest.Open();
}
