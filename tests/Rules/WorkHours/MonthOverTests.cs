using JmaActors.WorkHours;

namespace JmaActors.Tests.Rules.WorkHours;

/// <summary>Whether a month is over, told by the day it began alone, over four years and agreements of every day of the month.</summary>
public sealed class MonthOverTests
{
    static readonly DateOnly First = new(2024, 1, 1);

    static IEnumerable<(DateOnly Agreement, DateOnly On, DaySpan Month)> Days() =>
        from agreement in Enumerable.Range(0, 31).Select(d => new DateOnly(2020, 1, 1).AddDays(d))
        from day in Enumerable.Range(0, 4 * 365).Select(d => First.AddDays(d))
        select (agreement, day, AgreementPeriods.Month(agreement, day));

    [Fact]
    public void No_month_that_is_over_is_ever_taken_for_the_running_one() =>
        Assert.DoesNotContain(Days(), d => AgreementPeriods.Month(d.Agreement, d.Month.From.AddDays(-1)).From > AgreementPeriods.LastOver(d.On));

    [Fact]
    public void The_running_month_runs_unless_it_began_on_the_last_day_of_a_month_that_lacks_the_agreements() =>
        Assert.DoesNotContain(Days(), d => d.Month.From <= AgreementPeriods.LastOver(d.On) && d.Month.From.Day == d.Agreement.Day);

    [Theory]
    [InlineData("2026-11-26", "2026-10-26")]
    [InlineData("2026-02-28", "2026-01-31")]
    [InlineData("2026-03-29", "2026-02-28")]
    [InlineData("2026-04-30", "2026-03-31")]
    [InlineData("2026-05-01", "2026-04-01")]
    public void The_last_day_a_month_that_is_over_can_have_begun(string on, string last) => Assert.Equal(DateOnly.Parse(last), AgreementPeriods.LastOver(DateOnly.Parse(on)));
}
