using JmaActors.Web.Access;
using JmaActors.Web.Rosters;

namespace JmaActors.Tests.Web.Files;

/// <summary>Which heading is taken for which column.</summary>
public sealed class ColumnSetTests
{
    static string Guessed(string headings) => RosterColumns.Set.Written(RosterColumns.Set.Guess(headings.Split(',')));

    [Theory]
    [InlineData("氏名,フリガナ,生年月日,医籍登録番号,所属医師会,会員区分", "name,kana,birth_date,registry,association,category")]
    [InlineData("Full Name,READING,Date of Birth,License No.,Card Number", "name,kana,birth_date,registry,card")]
    [InlineData("No.,会員氏名（漢字）,氏名（ふりがな）,医籍番号,備考", "-,name,kana,registry,-")]
    [InlineData("ｶｰﾄﾞ番号,医 師 会,氏　名", "card,association,name")]
    [InlineData("氏名,氏名,電話", "name,-,-")]
    public void Headings_are_guessed_whatever_their_width_case_and_signs(string headings, string columns) => Assert.Equal(columns, Guessed(headings));

    [Fact]
    public void A_mapping_says_what_each_column_is()
    {
        var map = RosterColumns.Set.Read("-,name,registry", 4);
        Assert.Equal(("見本", "12", ""), (map.Of(["x", " 見本 ", "12", "y"], RosterColumn.Name), map.Of(["x", "見本", "12"], RosterColumn.Registry), map.Of(["x"], RosterColumn.Kana)));
    }

    [Theory]
    [InlineData("name,name", "twice")]
    [InlineData("name,shoe_size", "Known are")]
    [InlineData("registry", "name is wanted")]
    [InlineData("name,-,-,-", "named")]
    public void A_mapping_that_cannot_be_used_says_why(string mapping, string why) =>
        Assert.Contains(why, Assert.Throws<InvalidInputException>(() => RosterColumns.Set.Read(mapping, 3)).Message, StringComparison.Ordinal);
}
