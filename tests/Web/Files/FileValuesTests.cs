using JmaActors.Web.Files;

namespace JmaActors.Tests.Web.Files;

/// <summary>Days and amounts as offices write them.</summary>
public sealed class FileValuesTests
{
    [Theory]
    [InlineData("1975-04-01")]
    [InlineData("1975/4/1")]
    [InlineData("1975.4.1")]
    [InlineData("19750401")]
    [InlineData("1975年4月1日")]
    [InlineData("昭和50年4月1日")]
    [InlineData("S50.4.1")]
    [InlineData("s50/4/1")]
    [InlineData("Ｓ５０．４．１")]
    [InlineData("1975-04-01 00:00:00")]
    public void A_day_is_read_however_it_is_written(string text) => Assert.Equal(new DateOnly(1975, 4, 1), FileValues.Day(text));

    [Theory]
    [InlineData("令和元年5月1日", 2019, 5, 1)]
    [InlineData("H31.4.30", 2019, 4, 30)]
    [InlineData("R7-3-31", 2025, 3, 31)]
    public void Years_of_eras_are_counted_from_their_first(string text, int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), FileValues.Day(text));

    [Theory]
    [InlineData("")]
    [InlineData("1975-13-01")]
    [InlineData("昭和50年4月")]
    [InlineData("S50.2.30")]
    [InlineData("X50.4.1")]
    [InlineData("4/1/1975")]
    [InlineData("1875-04-01")]
    public void What_is_no_day_is_none(string text) => Assert.Null(FileValues.Day(text));

    [Theory]
    [InlineData("1.5", 15)]
    [InlineData("1.5単位", 15)]
    [InlineData("２", 20)]
    [InlineData("0", 0)]
    public void Units_are_read_in_tenths(string text, int tenths) => Assert.Equal(new Units(tenths), FileValues.Amount(text));

    [Theory]
    [InlineData("")]
    [InlineData("1.55")]
    [InlineData("-1")]
    [InlineData("1,5")]
    [InlineData("many")]
    public void What_is_no_amount_is_none(string text) => Assert.Null(FileValues.Amount(text));
}
