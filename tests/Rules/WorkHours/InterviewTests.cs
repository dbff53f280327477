using JmaActors.WorkHours;
using static JmaActors.Tests.Rules.WorkHours.Hours;

namespace JmaActors.Tests.Rules.WorkHours;

public class InterviewTests
{
    static readonly FatigueCheck Rested = new(At(20, 9), 400, 2, 2, false);

    /// <summary>Ten hours of holiday work a day from the 6th on, and a little on the last.</summary>
    static MonthStanding Month(int minutes, bool special = false, int planned = 0, int march = 0, int? asOf = null, FatigueCheck? check = null, params HealthMeasure[] measures)
    {
        var (worked, expected) = (new DayTable(new DaySpan(DayOf(-30), DayOf(30)), 1), new DayTable(new DaySpan(DayOf(-30), DayOf(30)), 1));
        worked.Add(DayOf(-10), march, 0, march, 1);
        Fill(worked, minutes);
        Fill(expected, minutes + planned);
        var facts = Case([], asOf: asOf ?? At(30, 23)) with { Checks = check is null ? [] : [check], Measures = measures };
        return InterviewRules.Month(facts, worked, expected, April, new DaySpan(DayOf(-30), DayOf(0)), special, Policy);

        static void Fill(DayTable days, int minutes)
        {
            for (var day = 6; minutes > 0; day++, minutes -= 600) days.Add(DayOf(day), Math.Min(600, minutes), 0, Math.Min(600, minutes), 1);
        }
    }

    static HealthMeasure Interview(int day) => new(HealthMeasureKind.Interview, At(day, 12));

    static HealthMeasure Cut(int day) => new(HealthMeasureKind.HoursCut, At(day, 12));

    [Theory]
    [InlineData(80 * 60, MonthOutcome.Under)]
    [InlineData(80 * 60 + 1, MonthOutcome.CheckDue)]
    [InlineData(100 * 60 - 1, MonthOutcome.CheckDue)]
    [InlineData(100 * 60, MonthOutcome.Breached)]
    public void At_level_A_fatigue_is_checked_above_80_hours_and_100_hours_need_the_interview(int minutes, MonthOutcome outcome) =>
        Assert.Equal(outcome, Month(minutes).Outcome);

    [Fact]
    public void Special_levels_have_no_check_but_always_the_interview_before()
    {
        Assert.Equal(MonthOutcome.Under, Month(85 * 60, special: true).Outcome);
        Assert.Equal(MonthOutcome.Breached, Month(100 * 60, special: true, check: Rested).Outcome);
        Assert.Equal(MonthOutcome.Breached, Month(100 * 60, special: true, check: Rested, measures: Interview(16)).Outcome);
        Assert.Equal(MonthOutcome.Met, Month(100 * 60, special: true, measures: Interview(15)).Outcome);
    }

    [Fact]
    public void An_interview_is_due_as_soon_as_the_plan_reaches_100_hours()
    {
        var month = Month(30 * 60, planned: 70 * 60);

        Assert.Equal(MonthOutcome.InterviewDue, month.Outcome);
        Assert.Equal(new DateOnly(2026, 4, 15), month.Expected);
        Assert.Equal(MonthOutcome.Under, Month(30 * 60, planned: 70 * 60 - 1).Outcome);
        Assert.Equal(MonthOutcome.Under, Month(30 * 60, planned: 70 * 60, measures: Interview(8)).Outcome);
    }

    [Fact]
    public void At_level_A_without_a_sign_of_fatigue_the_interview_may_follow_within_seven_days()
    {
        var check = Rested with { At = At(14, 9) };

        Assert.Equal(MonthOutcome.InterviewFollows, Month(100 * 60, asOf: At(22, 9), check: check).Outcome);
        Assert.Equal(MonthOutcome.Breached, Month(100 * 60, asOf: At(23, 9), check: check).Outcome);
        Assert.Equal(MonthOutcome.Met, Month(100 * 60, check: check, measures: Interview(22)).Outcome);
        Assert.Equal(MonthOutcome.Breached, Month(100 * 60, check: check, measures: Interview(23)).Outcome);
    }

    [Theory]
    [InlineData(359, 1, 0, false, true)]
    [InlineData(360, 3, 3, false, false)]
    [InlineData(360, 4, 0, false, true)]
    [InlineData(360, 1, 4, false, true)]
    [InlineData(600, 1, 0, true, true)]
    public void Short_sleep_grade_four_a_score_of_four_and_the_own_wish_are_signs(int sleep, int grade, int score, bool asks, bool sign)
    {
        var check = new FatigueCheck(At(14, 9), sleep, grade, score, asks);

        Assert.Equal(sign, InterviewRules.Shows(check, Policy.Fatigue));
        Assert.Equal(sign ? MonthOutcome.Breached : MonthOutcome.InterviewFollows, Month(100 * 60, asOf: At(16), check: check).Outcome);
    }

    [Theory, InlineData(100 * 60 - 1, MonthOutcome.InterviewFollows), InlineData(100 * 60, MonthOutcome.Breached)]
    public void A_hundred_hours_in_the_month_before_are_a_sign_too(int march, MonthOutcome outcome) =>
        Assert.Equal(outcome, Month(100 * 60, asOf: At(16), march: march, check: Rested with { At = At(14, 9) }).Outcome);

    [Fact]
    public void Above_155_hours_hours_are_to_be_cut()
    {
        Assert.False(Month(155 * 60, measures: Interview(10)).MeasuresDue);
        Assert.True(Month(155 * 60 + 1, measures: Interview(10)).MeasuresDue);
        Assert.True(Month(155 * 60 + 1, measures: [Interview(10), Cut(20)]).MeasuresDue);
        Assert.False(Month(155 * 60 + 1, measures: [Interview(10), Cut(21)]).MeasuresDue);
    }
}
