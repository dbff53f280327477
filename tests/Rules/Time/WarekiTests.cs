using CsCheck;
using JmaActors.Time;

namespace JmaActors.Tests.Rules.Time;

public class WarekiTests
{
    [Theory]
    [InlineData(2026, 5, 3, "令和8年5月3日")]
    [InlineData(2019, 5, 1, "令和元年5月1日")]
    [InlineData(2019, 4, 30, "平成31年4月30日")]
    [InlineData(1989, 1, 8, "平成元年1月8日")]
    [InlineData(1989, 1, 7, "昭和64年1月7日")]
    [InlineData(1926, 12, 25, "昭和元年12月25日")]
    [InlineData(1926, 12, 24, "大正15年12月24日")]
    [InlineData(1912, 7, 30, "大正元年7月30日")]
    [InlineData(1912, 7, 29, "明治45年7月29日")]
    [InlineData(1873, 1, 1, "明治6年1月1日")]
    [InlineData(1872, 12, 31, "1872年12月31日")]
    public void A_date_is_written_in_its_era(int year, int month, int day, string text) =>
        Assert.Equal(text, Wareki.Date(new DateOnly(year, month, day)));

    [Theory]
    [InlineData(2026, "令和8年度")]
    [InlineData(2019, "令和元年度")]
    [InlineData(2018, "平成30年度")]
    [InlineData(1989, "平成元年度")]
    [InlineData(1988, "昭和63年度")]
    public void A_fiscal_year_has_the_era_of_its_first_day_and_2019_is_Reiwa(int year, string text) =>
        Assert.Equal(text, Wareki.Of(new FiscalYear(year)));

    [Theory]
    [InlineData("令和元年4月30日")]
    [InlineData("昭和65年1月1日")]
    [InlineData("令和8年2月29日")]
    [InlineData("令和8年13月1日")]
    [InlineData("令和0年1月1日")]
    [InlineData("令和8年5月3")]
    [InlineData("令和年5月3日")]
    [InlineData("2026年5月3日")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_date_of_its_era_is_not_read(string? text) => Assert.False(Wareki.TryParse(text, out _));

    [Fact]
    public void Every_date_since_1873_reads_back_as_it_was_written() =>
        Gen.Int[new DateOnly(1873, 1, 1).DayNumber, new DateOnly(2199, 12, 31).DayNumber].Sample(n =>
        {
            var date = DateOnly.FromDayNumber(n);
            return Wareki.TryParse(Wareki.Date(date), out var read) && read == date;
        });
}
