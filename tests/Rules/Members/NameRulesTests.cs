using System.Text;
using CsCheck;
using JmaActors.Directory;
using JmaActors.Members;

namespace JmaActors.Tests.Rules.Members;

/// <summary>One form for what is kept and what is typed.</summary>
public sealed class NameRulesTests
{
    [Theory]
    [InlineData("髙橋", "高橋")]
    [InlineData("𣘺本", "橋本")]
    [InlineData("山﨑", "山崎")]
    [InlineData("宮嵜", "宮崎")]
    [InlineData("渡邉", "渡辺")]
    [InlineData("渡邊", "渡辺")]
    [InlineData("斎藤", "斉藤")]
    [InlineData("齋藤", "斉藤")]
    [InlineData("齊藤", "斎藤")]
    [InlineData("𠮷田", "吉田")]
    [InlineData("中嶋", "中島")]
    [InlineData("廣澤", "広沢")]
    [InlineData("濵田", "浜田")]
    [InlineData("冨田", "富田")]
    [InlineData("佐々木", "佐佐木")]
    [InlineData("葛\U000E0100城", "葛城")]
    [InlineData("福田", "福田")]
    [InlineData("山田 太郎", "山田太郎")]
    [InlineData("山田　太郎", "山田太郎")]
    [InlineData("やまだ たろう", "ヤマダタロウ")]
    [InlineData("ﾔﾏﾀﾞ", "ヤマダ")]
    [InlineData("ショウジ", "シヨウジ")]
    [InlineData("鎌ヶ谷", "鎌ケ谷")]
    [InlineData("ミツヅカ", "ミツズカ")]
    [InlineData("O'Brien", "obrien")]
    [InlineData("１２３４", "1234")]
    public void Either_form_is_found_by_the_other(string one, string other) => Assert.Equal(NameRules.Fold(other), NameRules.Fold(one));

    [Theory]
    [InlineData("田中", "中田")]
    [InlineData("大野", "小野")]
    [InlineData("カトウ", "ガトウ")]
    public void Different_names_stay_different(string one, string other) => Assert.NotEqual(NameRules.Fold(other), NameRules.Fold(one));

    [Fact]
    public void Folding_a_fold_changes_nothing() =>
        Gen.Char["髙橋斎齋ァアー々ヽ゛・ ﾊﾟ渡邉Az19-ぁがヴヰ　"].Array.Select(c => new string(c)).Sample(text => Assert.Equal(NameRules.Fold(text), NameRules.Fold(NameRules.Fold(text))));

    [Fact]
    public void The_table_is_read_and_leads_every_variant_to_a_standard_at_once()
    {
        Assert.InRange(NameVariants.Count, 850, 2_000);
        Assert.Equal(new Rune('高'), NameVariants.Standard(new Rune('髙')));
        Assert.Equal(new Rune('田'), NameVariants.Standard(new Rune('田')));
    }

    [Theory]
    [InlineData("髙,高\n髙,高")]
    [InlineData("髙,高\n高,孤")]
    [InlineData("髙橋,高")]
    [InlineData(",高")]
    public void A_faulty_table_is_refused(string lines) => Assert.Throws<FormatException>(() => NameVariants.Parse($"variant,standard\n{lines}"));

    [Theory]
    [InlineData("1234567", "", "1234567", null)]
    [InlineData("７", "", "7", null)]
    [InlineData("1000000001", "", null, 1_000_000_001L)]
    [InlineData("髙橋", "高橋", null, null)]
    [InlineData("12345678", "12345678", null, null)]
    public void Numbers_are_sought_as_such_and_all_else_as_names(string text, string folded, string? registry, long? member) =>
        Assert.Equal(new DoorQuery(folded, registry, member), DoorSearchRules.Query(text));

    [Theory, InlineData(""), InlineData(" 　"), InlineData("・-.")]
    public void Nothing_is_sought_when_nothing_is_said(string text) => Assert.Null(DoorSearchRules.Query(text));

    [Theory]
    [InlineData(null, null)]
    [InlineData("7", "7")]
    [InlineData("123456", "456")]
    public void A_door_is_told_the_end_of_a_registry_number(string? registry, string? end) => Assert.Equal(end, DoorSearchRules.End(registry));
}
