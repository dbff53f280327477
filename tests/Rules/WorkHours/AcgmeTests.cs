using JmaActors.WorkHours;
using static JmaActors.Tests.Rules.WorkHours.Hours;
using static JmaActors.Tests.Rules.WorkHours.Sets;

namespace JmaActors.Tests.Rules.WorkHours;

/// <summary>ACGME, Common Program Requirements VI.F, as seeds/policy/work-hours-acgme.json has them: tables by hand.</summary>
public class AcgmeTests
{
    /// <summary>Days 1 to 5, 8 to 12, 15 to 19 and 22 to 26: five of each seven.</summary>
    static IEnumerable<int> Weekdays => Enumerable.Range(0, 28).Where(d => d % 7 < 5).Select(d => d + 1);

    static IEnumerable<WorkSpan> Daily(IEnumerable<int> days, int from, int to) => days.Select(d => Span(At(d, from), At(d, to)));

    [Fact]
    public void Eighty_hours_a_week_are_kept_on_the_average_of_four_weeks_and_a_minute_more_is_not()
    {
        // 20 days of 16 h, 8 h between them.
        WorkSpan[] records = [.. Daily(Weekdays, 7, 23)];

        Assert.Empty(Told(records));
        var finding = Assert.Single(Found(Case([.. records, Span(At(27, 12), At(27, 12, 1))], null, null, Choosing("W1"))));
        Assert.Equal(("acgme.week", FindingForce.OwnRule, 19_201, 19_200, FindingUnit.Minutes), (finding.Rule, finding.Force, finding.Minutes, finding.Limit, finding.Unit));
        Assert.Equal(At(27), finding.At);
    }

    [Fact]
    public void A_heavy_week_is_made_up_for_by_light_ones() =>
        Assert.Empty(Told([.. Daily([1, 2, 3, 4, 5, 6], 6, 22), .. Daily([8, 9, 10, 11, 12, 15, 16, 17, 18, 19, 22, 23, 24, 25, 26], 8, 22)]));

    [Theory]
    [InlineData(HoursKind.Overtime, true)]
    [InlineData(HoursKind.StudyWork, true)]
    [InlineData(HoursKind.StandbyWork, true)]
    [InlineData(HoursKind.PermittedDuty, true)]
    [InlineData(HoursKind.Break, true)]
    [InlineData(HoursKind.Standby, false)]
    [InlineData(HoursKind.Travel, false)]
    [InlineData(HoursKind.CompensatoryRest, false)]
    public void All_time_in_the_house_counts_and_home_call_only_when_called(HoursKind kind, bool counts) =>
        Assert.Equal(counts, Told([.. Daily(Weekdays, 7, 23), Span(At(27, 12), At(27, 14), kind)]).Any(f => f.StartsWith("acgme.week", StringComparison.Ordinal)));

    [Fact]
    public void Moonlighting_counts_and_what_two_recorded_counts_once()
    {
        WorkSpan[] records = [.. Daily(Weekdays, 7, 23)];

        Assert.Equal(["acgme.week OwnRule 03-31 19260/19200"], Told([.. records, Span(At(27, 12), At(27, 13), HoursKind.Scheduled, 1)], Choosing("W1"), At("W2")));
        Assert.Empty(Told([.. records, .. Daily(Weekdays, 9, 22).Select(s => s with { Employer = 1 })], Choosing("W1"), At("W2")));
    }

    [Fact]
    public void Days_on_leave_leave_the_average()
    {
        WorkSpan[] leave = [.. Enumerable.Range(22, 7).Select(d => Span(At(d, 8, 30), At(d, 17), HoursKind.Leave))];
        WorkSpan[] records = [.. Daily(Weekdays.Where(d => d < 20), 7, 23), .. leave];

        // 15 days of 16 h are 80 h a week of three weeks.
        Assert.Empty(Told(records));
        Assert.Equal(["acgme.week OwnRule 04-01 14401/14400"], Told([.. records, Span(At(20, 12), At(20, 12, 1))]));
        Assert.Empty(Told([.. records.Where(r => r.Kind != HoursKind.Leave), Span(At(20, 12), At(20, 12, 1))]));
    }

    [Theory, InlineData(4, true), InlineData(3, false)]
    public void One_day_in_seven_is_free_on_the_average(int free, bool kept) =>
        Assert.Equal(kept ? [] : ["acgme.day-off OwnRule 03-23 3/4"], Told(Working([5, 12, free == 4 ? 19 : 0, 26])));

    /// <summary>Work from 8:00 to 18:00 from February to June but one day of each seven, and in April but the days named.</summary>
    static IEnumerable<WorkSpan> Working(int[] free) => Daily(Enumerable.Range(-50, 120).Where(d => d is < 1 or > 28 ? (d + 700) % 7 != 5 : !free.Contains(d)), 8, 18);

    [Fact]
    public void A_free_day_is_twenty_four_hours_in_a_row_without_home_call()
    {
        // The 12th is free from 18:00 the day before to 8:00 the day after: 38 h. Home call in the middle leaves less than 24 h on both sides of it.
        WorkSpan[] records = [.. Working([5, 12, 19, 26])];

        Assert.Empty(Told([.. records, Span(At(11, 18), At(11, 19), HoursKind.Standby)]));
        Assert.Empty(Told([.. records, Span(At(12, 8), At(12, 10), HoursKind.Travel)]));
        Assert.StartsWith("acgme.day-off OwnRule", Assert.Single(Told([.. records, Span(At(12, 8), At(12, 10), HoursKind.Standby)])), StringComparison.Ordinal);
        Assert.StartsWith("acgme.day-off OwnRule", Assert.Single(Told([.. records, Span(At(12, 8), At(12, 10), HoursKind.Overtime)])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(32, 0, 36, 0, "")]
    [InlineData(32, 1, 36, 0, "acgme.run OwnRule 04-06 1441/1440")]
    [InlineData(32, 0, 36, 1, "acgme.run.transition OwnRule 04-06 1681/1680")]
    public void Twenty_four_hours_of_assigned_work_and_four_of_transition(int hour, int minute, int endHour, int endMinute, string told) =>
        Assert.Equal(told.Length == 0 ? [] : [told], Told([
            Span(At(6, 8), At(6, 17)), Span(At(6, 17), At(6, hour, minute), HoursKind.NightDuty), Span(At(6, hour, minute), At(6, endHour, endMinute), HoursKind.Overtime)]));

    [Theory, InlineData(59, true), InlineData(60, false)]
    public void A_short_pause_ends_no_duty(int pause, bool one) =>
        Assert.Equal(one, Told([Span(At(6, 8), At(6, 20)), Span(At(6, 20) + pause, At(6, 34), HoursKind.NightDuty)]).Contains("acgme.run OwnRule 04-06 1560/1440"));

    [Theory]
    [InlineData(24, 0, 46, 0, true)]
    [InlineData(24, 0, 45, 59, false)]
    [InlineData(23, 59, 45, 58, true)]
    public void Fourteen_hours_are_free_after_twenty_four(int hours, int minutes, int hour, int minute, bool kept) =>
        Assert.Equal(kept ? [] : ["acgme.rest.call OwnRule 04-07 839/840"], Told([Span(At(6, 8), At(6, 8 + hours, minutes), HoursKind.NightDuty), Span(At(6, hour, minute), At(6, 50))]));

    [Theory, InlineData(7, 0, true), InlineData(6, 59, false)]
    public void Eight_hours_should_lie_between_planned_shifts(int hour, int minute, bool kept) =>
        Assert.Equal(kept ? [] : ["acgme.rest.shift Consider 04-07 479/480"],
            Told(Found(Case([], [Span(At(6, 8), At(6, 23)), Span(At(7, hour, minute), At(7, 17))], At(1), Choosing("W1")))));

    [Theory, InlineData(9, true), InlineData(10, false)]
    public void In_house_call_is_every_third_night_at_most_on_the_average(int nights, bool kept)
    {
        // Every second night, from 22:00 to 6:00: permitted or not, it is call in the house.
        var calls = Enumerable.Range(0, nights).Select(n => Span(At(2 + 2 * n, 22), At(2 + 2 * n, 30), n % 2 == 0 ? HoursKind.PermittedDuty : HoursKind.NightDuty));
        var findings = Found(Case(calls, null, null, Choosing("W1")));

        Assert.Equal(kept ? [] : ["acgme.call OwnRule 03-25 10/9"], Told(findings));
        Assert.All(findings, f => Assert.Equal(FindingUnit.Times, f.Unit));
    }

    [Fact]
    public void Duty_by_day_is_no_night() =>
        Assert.Empty(Told(Enumerable.Range(0, 14).Select(n => Span(At(1 + 2 * n, 8), At(1 + 2 * n, 17), HoursKind.NightDuty))));

    [Fact]
    public void It_holds_beside_the_law_and_only_where_an_employer_chose_it()
    {
        WorkSpan[] plan = [Span(At(6, 8, 30), At(7, 12, 30)), Span(At(8, 8, 30), At(8, 12))];
        var chosen = At("W1", WorkLevel.B) with { Rules = Acgme };

        Assert.Equal(["acgme.run", "work.rest.normal"], PlanRules.Check(Case([], plan, At(1), chosen), April, Policy).Select(f => f.Rule).Order());
        Assert.Equal(["work.rest.normal"], PlanRules.Check(Case([], plan, At(1)), April, Policy).Select(f => f.Rule));
        Assert.Contains(ReviewRules.Of(Case(plan, [], null, chosen), Policy).Findings, f => f.Rule == "acgme.run");
        Assert.DoesNotContain(ReviewRules.Of(Case(plan), Policy).Findings, f => f.Rule.StartsWith(Acgme, StringComparison.Ordinal));
    }

    [Fact]
    public void A_shift_being_planned_shows_what_it_would_break_of_it()
    {
        var facts = Case([], Daily(Weekdays, 7, 23), At(1), Choosing("W1"));

        Assert.Empty(PlanRules.WhatIf(facts, [], Policy));
        Assert.Equal(["acgme.week OwnRule 03-31 19260/19200"], Told(PlanRules.WhatIf(facts, [Span(At(27, 12), At(27, 13))], Policy)).Where(f => f.StartsWith(Acgme, StringComparison.Ordinal)));
    }
}
