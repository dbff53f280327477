using CsCheck;
using JmaActors.Alerts;
using JmaActors.Tests.Rules.WorkHours;
using JmaActors.WorkHours;
using static JmaActors.Tests.Rules.WorkHours.Hours;

namespace JmaActors.Tests.Rules.Alerts;

/// <summary>What a physician has crossed, and what of it a recipient hears.</summary>
public class CrossingTests
{
    static readonly AlertPolicy Alerts = Seeds.Book.Alerts(new DateOnly(2026, 4, 1));

    static List<Crossing> Crossed(WorkCase facts) => [.. CrossingRules.Of(ReviewRules.Of(facts, Policy), facts.AsOf, Policy, Alerts)];

    /// <summary>So many hours of statutory overtime in April, 6 h a day beyond the 8 h, from the 6th, weekends left out.</summary>
    static IEnumerable<WorkSpan> Overtime(int hours)
    {
        for (var (day, left) = (6, hours); left > 0; day++)
        {
            if (WorkMinute.DateOf(At(day)).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) continue;
            foreach (var span in Shift(day)) yield return span;
            yield return Span(At(day, 17, 30), At(day, 17, 30) + Math.Min(left, 6) * 60, HoursKind.Overtime);
            left -= 6;
        }
    }

    [Theory]
    [InlineData(44, "")]
    [InlineData(45, "45")]
    [InlineData(79, "45 60")]
    [InlineData(80, "45 60 80")]
    [InlineData(100, "45 60 80 100")]
    public void A_month_has_crossed_every_threshold_up_to_where_it_stands(int hours, string thresholds)
    {
        var crossed = Crossed(Case(Overtime(hours), null, At(30)));

        foreach (var kind in new[] { AlertKind.MonthReached, AlertKind.MonthExpected })
            Assert.Equal(thresholds, string.Join(' ', crossed.Where(c => c.Kind == kind).Select(c => c.Threshold / 60)));
        Assert.All(crossed.Where(c => c.Kind == AlertKind.MonthReached), c => Assert.Equal((new DateOnly(2026, 4, 1), hours * 60), (c.On, c.Minutes)));
        Assert.Equal(hours >= 100, crossed.Any(c => c.Kind == AlertKind.InterviewDue));
    }

    [Fact]
    public void What_is_planned_is_expected_before_it_is_reached()
    {
        var plan = Overtime(100).ToList();
        var crossed = Crossed(Case([], plan, At(6)));

        Assert.DoesNotContain(crossed, c => c.Kind == AlertKind.MonthReached);
        Assert.Equal([45, 60, 80, 100], crossed.Where(c => c.Kind == AlertKind.MonthExpected).Select(c => c.Threshold / 60));
        Assert.Equal(6_000, crossed.Single(c => c.Kind == AlertKind.InterviewDue).Threshold);
    }

    static IEnumerable<DateOnly> Workdays() => Enumerable.Range(0, 365).Select(d => new DateOnly(2025, 4, 2).AddDays(d)).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    [Fact]
    public void A_year_is_near_its_limit_then_over_and_an_institutions_own_is_told_apart()
    {
        Employment[] linked = [At("W1", WorkLevel.LinkedB)];
        // The agreement's year ran from April 2025: March 2026 is in it, April is not.
        WorkCase Year(int hours) => new()
        {
            Employments = linked, AsOf = WorkMinute.Of(new DateOnly(2026, 3, 31)),
            Records = InOrder(Workdays().Take(hours / 12).Select(d => Span(WorkMinute.Of(d), WorkMinute.Of(d) + 20 * 60))),
        };
        IEnumerable<(AlertKind, string, int)> Years(int hours) => Crossed(Year(hours)).Where(c => c.Kind is AlertKind.YearNear or AlertKind.YearOver).Select(c => (c.Kind, c.Place, c.Threshold / 60));

        Assert.Contains((AlertKind.YearNear, "W1", 768), Years(840));
        Assert.DoesNotContain((AlertKind.YearOver, "W1", 960), Years(840));
        Assert.Contains((AlertKind.YearOver, "W1", 960), Years(1_020));
        Assert.DoesNotContain(Years(1_020), y => y.Item2.Length == 0 && y.Item1 == AlertKind.YearOver);
    }

    [Fact]
    public void Rest_worked_into_is_told_and_compensatory_rest_near_its_last_day_and_after_it()
    {
        List<(AlertKind, DateOnly?)> On(DateOnly day)
        {
            var facts = Case([Span(At(6, 8, 30), At(6, 26), HoursKind.Scheduled, 0, WorkMarks.Rostered)], [.. Shift(6), .. Shift(7)], WorkMinute.Of(day));
            return [.. Crossed(facts).Where(c => c.Kind is AlertKind.RestBroken or AlertKind.RestDue or AlertKind.RestOverdue && c.On == new DateOnly(2026, 4, 6)).Select(c => (c.Kind, c.Due))];
        }

        var due = new DateOnly(2026, 5, 31);
        // Worked into, it is owed by that day; nothing is broken yet.
        Assert.Equal([(AlertKind.RestBroken, due)], On(new DateOnly(2026, 4, 8)));
        Assert.DoesNotContain((AlertKind.RestDue, due), On(new DateOnly(2026, 5, 16)));
        Assert.Contains((AlertKind.RestDue, due), On(new DateOnly(2026, 5, 17)));
        Assert.DoesNotContain(On(new DateOnly(2026, 5, 31)), c => c.Item1 == AlertKind.RestOverdue);
        Assert.Contains((AlertKind.RestOverdue, due), On(new DateOnly(2026, 6, 1)));
    }

    [Fact]
    public void What_was_told_is_not_new_whatever_its_figures()
    {
        var crossed = Crossed(Case(Overtime(100), null, At(30)));
        var told = crossed.Select(c => c.Key).ToHashSet();

        Assert.Empty(CrossingRules.New(crossed.Select(c => c with { Minutes = c.Minutes + 60, Due = new DateOnly(2027, 1, 1) }), told.Contains));
        Assert.Equal(crossed.Count, told.Count);
        Assert.All(crossed, c => Assert.NotEqual(c.Key, (c with { On = c.On.AddMonths(1) }).Key));
    }

    [Fact]
    public void At_most_so_many_are_told_at_once_and_those_are_of_the_newest_days()
    {
        var many = Enumerable.Range(0, 200).Select(d => new Crossing(AlertKind.RestBroken, new DateOnly(2026, 1, 1).AddDays(d), 0, "", 0));

        var told = CrossingRules.New(many, _ => false);

        Assert.Equal((AlertLimits.AtOnce, new DateOnly(2026, 1, 1).AddDays(199)), (told.Count, told[0].On));
    }

    static readonly int[] Steps = [45, 60, 80, 100, 155];

    static readonly Gen<Crossing> AnyCrossing =
        from kind in Gen.Enum<AlertKind>()
        from day in Gen.Int[0, 2]
        from step in Gen.Int[0, 4]
        from place in Gen.Int[0, 1]
        select new Crossing(kind, new DateOnly(2026, 4, 1).AddDays(day), kind is AlertKind.MonthReached or AlertKind.MonthExpected ? Steps[step] * 60 : 0, place == 0 ? "" : "W1", 0);

    static readonly Gen<AlertChoice> AnyChoice =
        from kind in Gen.Enum<AlertKind>()
        from step in Gen.Int[0, 4]
        from ways in Gen.Int[0, 7]
        select new AlertChoice(kind, kind is AlertKind.MonthReached or AlertKind.MonthExpected ? Steps[step] : 0, (AlertWays)ways);

    [Fact]
    public void Of_what_comes_together_a_recipient_hears_what_was_chosen_and_of_each_way_the_highest_step() =>
        Gen.Select(AnyCrossing.List[0, 20], AnyChoice.List[0, 12]).Sample((crossings, made) =>
        {
            var (distinct, choices) = (crossings.DistinctBy(c => c.Key).ToList(), made.DistinctBy(c => (c.Kind, c.Hours)).ToList());

            var kept = AlertChoiceRules.Keep(distinct, choices);

            AlertWays Wanted(Crossing c) => choices.FirstOrDefault(x => x.Kind == c.Kind && (x.Hours == 0 || x.Hours * 60 == c.Threshold))?.Ways ?? AlertWays.None;
            Assert.All(kept, k => Assert.True(Wanted(k.Crossing) != AlertWays.None && k.Ways.HasFlag(AlertWays.Inbox)));
            Assert.All(kept.Where(k => k.Crossing.Kind == AlertKind.MonthReached).GroupBy(k => (k.Crossing.On, k.Crossing.Place)), g => Assert.Single(g));
            // Whatever is left out is said by one that is kept.
            foreach (var left in distinct.Where(c => Wanted(c) != AlertWays.None && kept.All(k => k.Crossing != c)))
                Assert.Contains(kept, k => k.Crossing.On == left.On && k.Crossing.Place == left.Place && k.Crossing.Threshold >= left.Threshold);
        });

    [Fact]
    public void The_defaults_are_among_what_is_offered_and_nothing_else_can_be_chosen()
    {
        Assert.All(Alerts.Defaults, d => Assert.True(AlertChoiceRules.Fit(d.Value, d.Key, Alerts), d.Key.ToString()));

        Assert.False(AlertChoiceRules.Fit([new AlertChoice(AlertKind.MonthReached, 81, AlertWays.Inbox)], CallerRole.Member, Alerts));
        Assert.False(AlertChoiceRules.Fit([new AlertChoice(AlertKind.YearNear, 0, AlertWays.Webhook)], CallerRole.Member, Alerts));
        Assert.False(AlertChoiceRules.Fit([new AlertChoice(AlertKind.YearNear, 0, AlertWays.Inbox), new AlertChoice(AlertKind.YearNear, 0, AlertWays.Mail)], CallerRole.Member, Alerts));
    }

    [Fact]
    public void What_two_institutions_have_in_common_is_told_once()
    {
        var facts = new WorkCase
        {
            Employments = [At("W1", WorkLevel.B), At("W2", WorkLevel.B)], AsOf = WorkMinute.Of(new DateOnly(2026, 3, 31)),
            Records = InOrder(Workdays().Take(150).Select(d => Span(WorkMinute.Of(d), WorkMinute.Of(d) + 20 * 60))),
        };
        var crossed = Crossed(facts);

        var told = CrossingRules.New(crossed, _ => false);

        Assert.Contains(crossed.GroupBy(c => c.Key), g => g.Count() > 1);
        Assert.Equal(Math.Min(AlertLimits.AtOnce, crossed.Select(c => c.Key).Distinct().Count()), told.Select(c => c.Key).Distinct().Count());
        Assert.Equal(told.Count, told.Select(c => c.Key).Distinct().Count());
    }
}
