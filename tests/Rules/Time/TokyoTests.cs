using JmaActors.Time;

namespace JmaActors.Tests.Rules.Time;

public class TokyoTests
{
    [Theory]
    [InlineData("2026-03-31T14:59:59Z", "2026-03-31", 2025)]
    [InlineData("2026-03-31T15:00:00Z", "2026-04-01", 2026)]
    [InlineData("2026-12-31T15:00:00Z", "2027-01-01", 2026)]
    public void An_instant_lies_on_the_date_a_Tokyo_clock_shows(string instant, string date, int fiscalYear)
    {
        var at = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), Tokyo.DateOf(at));
        Assert.Equal(new FiscalYear(fiscalYear), Tokyo.FiscalYearOf(at));
    }

    [Fact]
    public void Date_and_time_make_an_instant_and_come_back()
    {
        var at = Tokyo.At(new DateOnly(2026, 11, 23), new TimeOnly(9, 5));
        Assert.Equal(TimeSpan.FromHours(9), at.Offset);
        Assert.Equal(new DateOnly(2026, 11, 23), Tokyo.DateOf(at.ToUniversalTime()));
        Assert.Equal(new TimeOnly(9, 5), Tokyo.TimeOf(at.ToUniversalTime()));
        Assert.Equal("09:05", Tokyo.MinuteOf(at.ToUniversalTime()));
    }
}
