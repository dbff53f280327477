using JmaActors.Members;

namespace JmaActors.Tests.Grains.Members;

public class KanaRulesTests
{
    [Theory]
    [InlineData("ヤマダ タロウ", "ヤマダ タロウ")]
    [InlineData("やまだ　たろう", "ヤマダ タロウ")]
    [InlineData("ﾔﾏﾀﾞ ﾀﾛｳ", "ヤマダ タロウ")]
    [InlineData("ﾊﾟｰﾙ", "パール")]
    [InlineData("ヴァン", "ヴァン")]
    [InlineData("ｳﾞｧﾝ", "ヴァン")]
    [InlineData("か\u3099", "ガ")]
    [InlineData("ほ\u309A", "ポ")]
    [InlineData("ロ－レンス", "ローレンス")]
    [InlineData("ロ−レンス", "ローレンス")]
    [InlineData("  ヤマダ \u3000 タロウ  ", "ヤマダ タロウ")]
    [InlineData("いすゞ", "イスヾ")]
    [InlineData("Ｓｍｉｔｈ", "Smith")]
    [InlineData("", "")]
    public void One_reading_has_one_form(string typed, string kept) => Assert.Equal(kept, KanaRules.Fold(typed));

    [Theory]
    [InlineData("ヤマダ タロウ", true)]
    [InlineData("ジャン・ポール", true)]
    [InlineData("Smith", true)]
    [InlineData("山田", false)]
    [InlineData("ヤマダ1", false)]
    [InlineData("", false)]
    public void Only_readings_are_readings(string folded, bool reading) => Assert.Equal(reading, KanaRules.IsReading(folded));

    [Fact]
    public void Folding_twice_changes_nothing()
    {
        for (var c = '\u3040'; c <= '\u30FF'; c++) Twice($"カ{c}");
        for (var c = '\uFF61'; c <= '\uFF9F'; c++) Twice($"ｶ{c}");

        static void Twice(string text) => Assert.Equal(KanaRules.Fold(text), KanaRules.Fold(KanaRules.Fold(text)));
    }
}
