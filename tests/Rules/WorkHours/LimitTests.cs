using JmaActors.WorkHours;
using static JmaActors.Tests.Rules.WorkHours.Hours;

namespace JmaActors.Tests.Rules.WorkHours;

public class LimitTests
{
    static readonly DaySpan Year = AgreementPeriods.Year(AgreementFrom, new DateOnly(2026, 4, 30));

    /// <summary>So many hours of holiday work at each employer, 20 h a day on days of their own.</summary>
    static DayTable Worked(params int[] hours)
    {
        var days = new DayTable(Year, hours.Length);
        var day = Year.First;
        for (var e = 0; e < hours.Length; e++)
        {
            for (var left = hours[e] * 60; left > 0; left -= 20 * 60) days.Add(day++, Math.Min(left, 20 * 60), 0, Math.Min(left, 20 * 60), 1u << e);
        }
        return days;
    }

    static string[] Found(DayTable days, params Employment[] employments) =>
        [.. LimitRules.Years(employments, days, new DateOnly(2026, 4, 30), Policy).Select(f => $"{f.Rule} {f.Place} {f.Minutes / 60}/{f.Limit / 60}")];

    [Fact]
    public void At_level_A_960_hours_are_kept_and_961_are_not()
    {
        Assert.Empty(Found(Worked(960), At("W1")));
        Assert.Equal(["work.combined  961/960", "work.level.a W1 961/960"], Found(Worked(961), At("W1")));
    }

    [Fact]
    public void A_with_A_is_960_in_total() =>
        Assert.Equal(["work.combined  1100/960"], Found(Worked(600, 500), At("W1"), At("W2")));

    [Theory, InlineData(WorkLevel.LinkedB), InlineData(WorkLevel.B), InlineData(WorkLevel.C1), InlineData(WorkLevel.C2)]
    public void Any_other_level_with_A_is_1860_in_total(WorkLevel level)
    {
        Assert.Empty(Found(Worked(950, 900), At("W1", level), At("W2")));
        Assert.Contains("work.combined  1861/1860", Found(Worked(950, 911), At("W1", level), At("W2")));
    }

    [Fact]
    public void Linked_B_has_two_limits_at_once()
    {
        Assert.Equal(["work.level.linked-b W1 961/960"], Found(Worked(961, 300), At("W1", WorkLevel.LinkedB), At("W2")));
        Assert.Equal(["work.level.a W2 970/960"], Found(Worked(500, 970), At("W1", WorkLevel.LinkedB), At("W2")));
    }

    [Fact]
    public void B_may_have_1860_in_the_one_house()
    {
        Assert.Empty(Found(Worked(1860), At("W1", WorkLevel.B)));
        Assert.Equal(["work.combined  1861/1860", "work.level.b W1 1861/1860"], Found(Worked(1861), At("W1", WorkLevel.B)));
    }

    [Fact]
    public void A_level_holds_from_its_date_to_its_date()
    {
        var employment = At("W1") with { Levels = [new(WorkLevel.B, new DateOnly(2025, 4, 1), new DateOnly(2026, 3, 31)), new(WorkLevel.C2, new DateOnly(2026, 6, 1))] };

        Assert.Equal(WorkLevel.B, employment.LevelOn(new DateOnly(2026, 3, 31)));
        Assert.Equal(WorkLevel.A, employment.LevelOn(new DateOnly(2026, 4, 1)));
        Assert.Equal(WorkLevel.C2, employment.LevelOn(new DateOnly(2026, 6, 1)));
    }

    [Fact]
    public void The_day_a_limit_was_passed_is_told()
    {
        var finding = LimitRules.Years([At("W1")], Worked(961), new DateOnly(2026, 4, 30), Policy).First();

        Assert.Equal(Year.From, finding.On);
        Assert.Equal((Year.First + 48) * WorkMinute.Day, finding.At);
    }
}
