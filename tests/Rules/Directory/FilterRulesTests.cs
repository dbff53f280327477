using JmaActors.Credits;
using JmaActors.Directory;
using JmaActors.Members;

namespace JmaActors.Tests.Rules.Directory;

public sealed class FilterRulesTests
{
    static readonly SearchMoment Moment = new(new DateOnly(2026, 11, 26), Seeds.Book);

    static readonly Caller Office = Caller.Office(new AssociationId("26-003"));

    static (Sought? Sought, Refusal? Fault) Read(string name, string value) => FilterRules.Read(new MemberFilter("", [new FilterTerm(name, value)]), Moment, Office);

    [Theory]
    [InlineData("category", "a1,a2B")]
    [InlineData("status", "none")]
    [InlineData("credits", "near, reached")]
    [InlineData("within", "JMA,26,26-U01")]
    [InlineData("total", "55..59.9")]
    [InlineData("total", "..10")]
    [InlineData("total", "60")]
    [InlineData("changed", "2026-04-01..2026-04-30")]
    [InlineData("changed", "2026-04-01..")]
    [InlineData("session", "P26-20261123-7KQ2.1")]
    [InlineData("attended", "2026-10-01")]
    [InlineData("certificate", "transcript,none")]
    public void What_an_office_writes_is_understood(string name, string value) => Assert.Null(Read(name, value).Fault);

    [Theory]
    [InlineData("colour", "red")]
    [InlineData("category", "")]
    [InlineData("category", "a1,z")]
    [InlineData("credits", "REACHED")]
    [InlineData("within", "99")]
    [InlineData("within", "26-003;DROP")]
    [InlineData("total", "..")]
    [InlineData("total", "60..55")]
    [InlineData("total", "-1..")]
    [InlineData("total", "1e3")]
    [InlineData("total", "0.55")]
    [InlineData("total", "999999")]
    [InlineData("changed", "2026-13-01")]
    [InlineData("changed", "1850-01-01..")]
    [InlineData("changed", "2026-05-01..2026-04-01")]
    [InlineData("session", "'")]
    [InlineData("certificate", "diploma")]
    public void What_cannot_be_read_is_refused_and_the_term_named(string name, string value)
    {
        var (sought, fault) = Read(name, value);

        Assert.Null(sought);
        Assert.Equal(("bad-filter", name), (fault!.Reason, fault.Rule));
        Assert.NotEmpty(fault.Detail);
    }

    [Fact]
    public void A_term_stands_once_and_there_are_not_too_many()
    {
        Assert.Equal("total", FilterRules.Read(new MemberFilter("", [new("total", "1"), new("total", "2")]), Moment, Office).Fault!.Rule);
        Assert.Equal("filter", FilterRules.Read(new MemberFilter("", [.. Enumerable.Range(0, SearchLimits.Terms + 1).Select(i => new FilterTerm($"t{i}", "1"))]), Moment, Office).Fault!.Rule);
        Assert.Equal("text", FilterRules.Read(new MemberFilter(new string('あ', SearchLimits.Text + 1), []), Moment, Office).Fault!.Rule);
        Assert.Equal("within", Read("within", string.Join(',', Enumerable.Range(1, SearchLimits.Choices + 1).Select(n => $"26-{n:D3}"))).Fault!.Rule);
    }

    [Fact]
    public void A_text_is_taken_for_every_number_it_may_be_and_for_its_words()
    {
        var digits = FilterRules.Text("１２３４５６７");
        Assert.Equal(("1234567", "1234567", null), (digits.Registry, digits.Card, digits.Member));
        Assert.Equal(1_000_000_001, FilterRules.Text(" 1000000001 ").Member);
        var name = FilterRules.Text("髙橋　ｻｸﾗ");
        Assert.Equal(["高橋", "サクラ"], name.Words);
        Assert.False(name.IsNumber);
        Assert.True(FilterRules.Text(" 　 ").IsEmpty);
        Assert.Equal(SearchLimits.Words, FilterRules.Text("a b c d e f g h").Words.Count);
    }

    [Fact]
    public void Bands_of_credit_are_those_of_the_policy_and_leave_no_gap()
    {
        var bands = ((ChoiceTerm)SearchCatalog.Term("credits", Office)!).Choices(Moment);
        var policy = Seeds.Book.Cme(Moment.On);

        Assert.Equal(policy.Target * 10, bands[0].From);
        Assert.Equal(policy.Target * policy.NearShare * 10, bands[1].From);
        Assert.Equal(["reached", "near", "far", "nothing"], bands.Select(b => b.Value));
        foreach (var (higher, lower) in bands.Zip(bands.Skip(1))) Assert.Equal(higher.From - 1, lower.To);
    }

    [Fact]
    public void Every_term_and_sort_has_a_name_of_its_own_that_an_address_can_carry()
    {
        string[] names = [.. SearchCatalog.Terms.Select(t => t.Name)];
        Assert.Equal(names.Distinct(), names);
        Assert.All(names.Concat(SearchCatalog.Sorts.Select(s => s.Name)), n => Assert.Matches("^[a-z-]+$", n));
        Assert.DoesNotContain(names, n => n is "text" or "sort" or "cursor" or "size" or "columns");
    }

    [Theory]
    [InlineData("26-007", 260_007)]
    [InlineData("26-U01", 265_001)]
    [InlineData("01-999", 10_999)]
    [InlineData("47-000", 470_000)]
    public void An_association_is_a_number_and_back(string code, int area)
    {
        Assert.Equal(area, AreaCode.Of(code));
        Assert.Equal(code, AreaCode.Local(area).Code);
        var (from, to) = AreaCode.Range(new AssociationId(code[..2]))!.Value;
        Assert.InRange(area, from, to - 1);
        Assert.Equal((area, area + 1), AreaCode.Range(new AssociationId(code)));
    }

    [Theory]
    [InlineData("山田 太郎", "太郎")]
    [InlineData("ヤマダ　ｻｸﾗ", "サクラ")]
    [InlineData("マリア デル カルメン", "デルカルメン")]
    [InlineData("山田", "")]
    [InlineData(" 山田 ", "")]
    public void What_stands_after_the_first_space_is_the_given_name(string name, string given) => Assert.Equal(given, NameRules.FoldGiven(name));
}
