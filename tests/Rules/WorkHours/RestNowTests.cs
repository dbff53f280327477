using JmaActors.WorkHours;
using static JmaActors.Tests.Rules.WorkHours.Hours;

namespace JmaActors.Tests.Rules.WorkHours;

public class RestNowTests
{
    static RestNow? Now(IEnumerable<WorkSpan> records, int asOf, params Employment[] employments) => RestNowRules.Of(Case(records, null, asOf, employments), Policy);

    [Fact]
    public void After_a_day_nine_hours_are_enough() =>
        Assert.Equal(new RestNow(At(6, 17, 30), At(7, 2, 30)), Now(Shift(6), At(6, 20)));

    [Fact]
    public void After_a_day_and_a_night_that_leave_no_nine_hours_in_the_day_it_takes_eighteen()
    {
        WorkSpan[] worked = [.. Shift(6), Span(At(6, 17, 30), At(7, 8, 30), HoursKind.NightDuty), Span(At(7, 8, 30), At(7, 12, 30))];

        Assert.Equal(new RestNow(At(7, 12, 30), At(8, 6, 30)), Now(worked, At(7, 13)));
    }

    [Fact]
    public void Where_no_way_can_be_kept_any_more_the_shortest_is_asked_for() =>
        Assert.Equal(new RestNow(At(7, 4), At(7, 13)), Now([Span(At(6, 8), At(7, 4))], At(7, 5)));

    [Fact]
    public void Residents_have_nine_hours_or_twenty_four() =>
        Assert.Equal(new RestNow(At(7, 4), At(8, 4)), Now([Span(At(6, 8), At(7, 4))], At(7, 5), At("W1", WorkLevel.C1, resident: true)));

    [Fact]
    public void An_employers_longer_interval_is_waited_for() =>
        Assert.Equal(new RestNow(At(6, 17, 30), At(7, 4, 30)), Now(Shift(6), At(6, 20), At("W1", WorkLevel.B) with { IntervalMinutes = 11 * 60 }));

    [Fact]
    public void Work_of_the_same_duty_begins_where_full_rest_came_before() =>
        Assert.Equal(new RestNow(At(6, 22), At(7, 7)), Now([Span(At(5, 8), At(5, 12)), Span(At(6, 8), At(6, 12)), Span(At(6, 20), At(6, 22))], At(6, 23)));

    [Fact]
    public void Nobody_who_has_not_worked_for_days_rests_from_anything() => Assert.Null(Now(Shift(6), At(20)));
}
