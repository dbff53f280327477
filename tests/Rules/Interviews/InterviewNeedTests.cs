using JmaActors.Interviews;
using JmaActors.Offices;
using JmaActors.Tests.Rules.WorkHours;
using JmaActors.WorkHours;

namespace JmaActors.Tests.Rules.Interviews;

/// <summary>Who is due by which day, how far a case is, and what is counted of it.</summary>
public sealed class InterviewNeedTests
{
    static readonly DateOnly Today = new(2026, 4, 20), Reached = new(2026, 4, 18), Expected = new(2026, 4, 25), Pace = new(2026, 4, 28);

    static readonly DaySpan April = new(new DateOnly(2026, 4, 1).DayNumber, new DateOnly(2026, 4, 30).DayNumber);

    static MonthStanding Month(MonthOutcome outcome, DateOnly? reached = null, DateOnly? expected = null, bool measures = false) => new(April, 5_000, 6_100, outcome, reached, expected, measures);

    public static TheoryData<MonthOutcome, DateOnly?, DateOnly?, DateOnly?, bool, InterviewNeed?, DateOnly?> Cases => new()
    {
        { MonthOutcome.Under, null, null, null, false, null, null },
        { MonthOutcome.Under, null, null, Pace, false, InterviewNeed.Pace, Pace },
        // Held already: the pace asks for nothing more.
        { MonthOutcome.Under, null, Expected, Pace, true, null, null },
        { MonthOutcome.CheckDue, null, null, null, false, InterviewNeed.Check, new DateOnly(2026, 4, 30) },
        { MonthOutcome.CheckDue, null, null, Pace, false, InterviewNeed.Check, Pace },
        { MonthOutcome.InterviewDue, null, Expected, Pace, false, InterviewNeed.Interview, Expected },
        { MonthOutcome.InterviewFollows, Reached, Reached, null, false, InterviewNeed.Follows, Reached.AddDays(7) },
        { MonthOutcome.Breached, Reached, Reached, null, false, InterviewNeed.Missed, Reached },
        { MonthOutcome.Met, Reached, Reached, null, true, null, null },
    };

    [Theory, MemberData(nameof(Cases))]
    public void What_a_month_asks_for_and_by_when(MonthOutcome outcome, DateOnly? reached, DateOnly? expected, DateOnly? pace, bool held, InterviewNeed? need, DateOnly? due)
    {
        var found = InterviewNeedRules.Of(Month(outcome, reached, expected), pace, held, Today, Hours.Policy);

        Assert.Equal((need, due, false), (found?.Need, found?.Due, found?.CutDue ?? false));
    }

    [Fact]
    public void Above_155_hours_somebody_is_on_the_list_also_after_the_interview()
    {
        var found = InterviewNeedRules.Of(Month(MonthOutcome.Met, Reached, Reached, measures: true), null, true, Today, Hours.Policy)!;

        Assert.Equal((InterviewNeed.None, true), (found.Need, found.CutDue));
    }

    [Fact]
    public void An_interview_counts_where_it_was_held_and_where_it_was_passed_on_and_one_that_names_no_employer_everywhere()
    {
        var held = new HealthMeasure(HealthMeasureKind.Interview, Hours.At(10), "W1");

        Assert.Equal([true, false], new[] { "W1", "W2" }.Select(held.CountsAt));
        Assert.True((held with { PassedTo = ["W2"] }).CountsAt("W2"));
        Assert.True((held with { Workplace = "" }).CountsAt("W2"));
        Assert.True((held with { Kind = HealthMeasureKind.HoursCut }).CountsAt("W2"));
        var facts = Hours.Case([]) with { Measures = [held] };
        Assert.Same(facts, InterviewNeedRules.KnownAt(facts, "W1"));
        Assert.Empty(InterviewNeedRules.KnownAt(facts, "W2").Measures);
    }

    static InterviewCase Case(Action<InterviewCase>? with = null)
    {
        var made = new InterviewCase { Member = 1_000_000_001, Month = new DateOnly(2026, 4, 1), Opened = DateTimeOffset.UnixEpoch };
        with?.Invoke(made);
        return made;
    }

    public static TheoryData<string, InterviewStage, InterviewWaits> Steps => new()
    {
        { "", InterviewStage.Opened, InterviewWaits.Nobody },
        { "sign", InterviewStage.Opened, InterviewWaits.Workplace },
        { "assigned", InterviewStage.Assigned, InterviewWaits.Interviewer },
        { "assigned dated", InterviewStage.Appointed, InterviewWaits.Physician },
        { "assigned checked", InterviewStage.Assigned, InterviewWaits.Interviewer },
        { "assigned dated checked", InterviewStage.Ready, InterviewWaits.Interviewer },
        { "assigned dated checked held", InterviewStage.Held, InterviewWaits.Workplace },
        { "held", InterviewStage.Held, InterviewWaits.Workplace },
        { "held decided", InterviewStage.Decided, InterviewWaits.Workplace },
        { "held decided finished", InterviewStage.Closed, InterviewWaits.Nobody },
        { "assigned dropped", InterviewStage.Dropped, InterviewWaits.Nobody },
    };

    [Theory, MemberData(nameof(Steps))]
    public void How_far_a_case_is_and_whose_turn_it_is(string done, InterviewStage stage, InterviewWaits waits)
    {
        var c = Case(c =>
        {
            if (done.Contains("sign", StringComparison.Ordinal) && !done.Contains("assigned", StringComparison.Ordinal)) c.Sign = true;
            if (done.Contains("assigned", StringComparison.Ordinal)) c.Interviewer = 2;
            if (done.Contains("dated", StringComparison.Ordinal)) c.Appointment = DateTimeOffset.UnixEpoch;
            if (done.Contains("checked", StringComparison.Ordinal)) c.Checked = DateTimeOffset.UnixEpoch;
            if (done.Contains("held", StringComparison.Ordinal)) c.Held = DateTimeOffset.UnixEpoch;
            c.Decided = done.Contains("decided", StringComparison.Ordinal);
            c.Finished = done.Contains("finished", StringComparison.Ordinal);
            c.Dropped = done.Contains("dropped", StringComparison.Ordinal);
        });

        Assert.Equal((stage, waits), (InterviewStepRules.StageOf(c), InterviewStepRules.WaitsFor(c)));
    }

    [Theory]
    [InlineData(10, 5, true, null)]
    [InlineData(1, 5, true, "interviewer-is-head")]
    [InlineData(5, 5, true, "interviewer-is-superior")]
    [InlineData(3, 5, true, "interviewer-is-physician")]
    [InlineData(11, 5, true, "not-qualified")]
    [InlineData(12, 5, true, "not-qualified")]
    [InlineData(13, 5, true, "not-qualified")]
    [InlineData(10, null, true, "superior-not-named")]
    [InlineData(10, 0, true, null)]
    [InlineData(10, 5, false, "head-not-named")]
    public void Who_interviews_completed_the_course_and_is_neither_head_nor_superior_nor_herself(long interviewer, int? superior, bool head, string? refused)
    {
        var state = new InterviewsState { Head = head ? 1 : 0 };
        // Qualified: 10. Ended: 12. Course still to be completed: 13. Everybody else of the house completed it too.
        foreach (var (who, completed) in new[] { (10L, Today), (1L, Today), (3L, Today), (5L, Today), (12L, Today), (13L, Today.AddDays(1)) })
            state.Interviewers[who] = new InterviewerKept("k", who, completed, "c", "");
        state.Ended[12] = Today;
        if (superior is { } named) state.Superiors[3] = named;

        Assert.Equal(refused, InterviewStepRules.Unfit(state, interviewer, 3, Today));
    }

    static InterviewDueLine Due(int member, InterviewNeed need, DateOnly due, InterviewStage? stage = null, bool cut = false) => new(
        new InterviewId(new WorkplaceId("W1"), new MemberId(1_000_000_000 + member), new DateOnly(2026, 4, 1)).Text, new WorkplaceId("W1"), "", new MemberId(1_000_000_000 + member), "", WorkLevel.B, need, due, cut, 0, 0,
        stage, InterviewWaits.Nobody, null, null);

    [Fact]
    public void What_waits_is_counted_kind_by_kind_with_what_is_late()
    {
        InterviewDueLine[] due =
        [
            Due(1, InterviewNeed.Interview, Expected), Due(2, InterviewNeed.Missed, Reached), Due(3, InterviewNeed.Interview, Today.AddDays(10)), Due(4, InterviewNeed.Check, Expected),
            Due(5, InterviewNeed.Interview, Today.AddDays(-1), InterviewStage.Ready), Due(6, InterviewNeed.None, Today, InterviewStage.Decided, cut: true), Due(7, InterviewNeed.Pace, Pace),
        ];
        InterviewCase[] open =
        [
            new() { Member = 1_000_000_005, Month = new DateOnly(2026, 4, 1), Opened = default, Interviewer = 2, Appointment = default(DateTimeOffset), Checked = default(DateTimeOffset) },
            new() { Member = 1_000_000_008, Month = new DateOnly(2026, 4, 1), Opened = default, Interviewer = 2 },
            new() { Member = 1_000_000_009, Month = new DateOnly(2026, 4, 1), Opened = default, Held = default(DateTimeOffset), Decided = true, Measures = { new HeldMeasure(default, InterviewMeasures.HoursCut, [], Today.AddDays(-1), false, Caller.System) } },
        ];

        var counted = InterviewWorkRules.Count(due, open, Today, 7);

        Assert.Equal(InterviewWorkNames.All.Order(StringComparer.Ordinal), counted.Keys);
        (int, int) Of(string name) => (counted[name].Count, counted[name].Late);
        Assert.Equal((3, 1), Of(InterviewWorkNames.Assign));
        Assert.Equal((3, 2), Of(InterviewWorkNames.Soon));
        Assert.Equal((1, 0), Of(InterviewWorkNames.Check));
        Assert.Equal((1, 0), Of(InterviewWorkNames.Appoint));
        Assert.Equal((1, 1), Of(InterviewWorkNames.Hold));
        Assert.Equal((0, 0), Of(InterviewWorkNames.Decide));
        Assert.Equal((1, 1), Of(InterviewWorkNames.Follow));
        Assert.Equal((1, 1), Of(InterviewWorkNames.Cut));
    }

    [Theory]
    [InlineData("W26-014.1000000001.20261101", true)]
    [InlineData("W26-014.1000000001.20261131", false)]
    [InlineData("W26-014.1000000001.2026111", false)]
    [InlineData("w26.1000000001.20261101", false)]
    [InlineData("W26.1000000001.20261101.x", false)]
    [InlineData("W26.0000000001.20261101", false)]
    [InlineData(null, false)]
    public void A_case_has_one_name(string? text, bool isCase) => Assert.Equal(isCase, InterviewId.TryParse(text, out var id) && id.Text == text);
}
