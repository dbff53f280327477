using JmaActors.Associations;

namespace JmaActors.Tests.Rules.Applications;

/// <summary>From an address to the association one joins.</summary>
public sealed class AssociationFinderTests
{
    static readonly AssociationLine[] All =
    [
        new("JMA", "日本医師会", "03-3946-2121"), new("26", "京都府医師会", "075-354-6101"), new("27", "大阪府医師会", "06-6763-7000"), new("13", "東京都医師会", "03-3294-8821"),
        new("26-001", "中京東部医師会", "075-1", "京都市中京区、上京区"), new("26-002", "左京医師会", "", "左京区"), new("26-003", "宇治久世医師会", "", "宇治市・城陽市"), new("26-U01", "京都大学医師会", ""),
        new("27-001", "大阪市北区医師会", "", "北区"), new("27-U01", "大阪公立大学医師会", ""), new("13-001", "北区医師会", "", "北区"),
    ];

    static string Found(string text) => string.Join(' ', AssociationFinder.Find(text, All).Select(f => $"{f.Id}:{f.By}"));

    [Theory]
    [InlineData("京都府京都市中京区西ノ京東栂尾町6", "26-001:Area 26-002:Prefecture 26-003:Prefecture 26-U01:Prefecture")]
    [InlineData("城陽市寺田", "26-003:Area")]
    [InlineData("東京都北区王子", "13-001:Area")]
    [InlineData("大阪市北区梅田", "27-001:Area 27-U01:Prefecture")]
    [InlineData("京都大学医学部附属病院", "26-U01:University")]
    [InlineData("大阪公立大学医学部附属病院", "27-U01:University")]
    [InlineData("左京", "26-002:Name")]
    [InlineData("　京都府 ", "26-001:Prefecture 26-002:Prefecture 26-003:Prefecture 26-U01:Prefecture")]
    [InlineData("京都府京都市左京区聖護院川原町54 京都大学医学部附属病院", "26-U01:University 26-002:Area")]
    [InlineData("京都市山科区", "26-001:Prefecture 26-002:Prefecture 26-003:Prefecture 26-U01:Prefecture")]
    [InlineData("東京都府中市", "13-001:Prefecture")]
    [InlineData("京都郡苅田町", "")]
    [InlineData("大阪区", "")]
    [InlineData("ハワイ", "")]
    [InlineData("  ", "")]
    public void An_address_a_university_hospital_or_a_name_leads_to_it(string text, string found) => Assert.Equal(found, Found(text));

    [Fact]
    public void Each_comes_with_the_prefectural_association_that_knows()
    {
        var first = AssociationFinder.Find("宇治市", All)[0];

        Assert.Equal(("京都府医師会", "075-354-6101"), (first.Contact, first.ContactPhone));
    }

    [Fact]
    public void Of_a_ward_that_several_prefectures_have_all_are_shown() => Assert.Equal("13-001:Area 27-001:Area", Found("北区"));
}
