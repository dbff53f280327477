using JmaActors.Benefits;
using JmaActors.Members;

namespace JmaActors.Tests.Rules.Benefits;

/// <summary>What membership and category open.</summary>
public sealed class EntitlementTests
{
    static readonly AssociationId Local = AssociationId.Local(26, 1);
    static readonly DateOnly On = new(2026, 6, 10), Born = new(1980, 5, 17);

    static Membership Of(MemberCategory category, bool? covered = null) => new(Local, MembershipLayers.All, category, covered);

    static IReadOnlyDictionary<string, Entitlement> Open(Membership membership, DateOnly? born = null, DateOnly? on = null) =>
        EntitlementRules.Of(Seeds.Book.Table, membership, born ?? Born, on ?? On).ToDictionary(e => e.Id);

    [Theory]
    [InlineData(MemberCategory.A1, null, true, true)]
    [InlineData(MemberCategory.A1, false, false, true)]
    [InlineData(MemberCategory.A2B, null, true, false)]
    [InlineData(MemberCategory.A2C, null, true, false)]
    [InlineData(MemberCategory.B, null, false, false)]
    [InlineData(MemberCategory.C, null, false, false)]
    public void The_insurance_covers_a_members_and_cyber_support_is_for_founders_and_managers(MemberCategory category, bool? covered, bool liability, bool cyber)
    {
        var open = Open(Of(category, covered));

        Assert.Equal((liability, cyber, true), (open["liability"].Open, open["cyber-grant"].Open, open["pension"].Open));
    }

    [Fact]
    public void Who_is_a_local_member_alone_has_what_everybody_has_at_the_price_of_others()
    {
        var open = Open(new Membership(Local, MembershipLayers.Local, null));

        Assert.Equal(["cme", "doctor-bank", "hpki"], open.Values.Where(e => e.Open).Select(e => e.Id).Order());
        Assert.Equal(5_500, open["hpki"].Price!.Value.Amount);
        Assert.Equal(0, Open(Of(MemberCategory.C))["hpki"].Price!.Value.Amount);
    }

    [Theory]
    [InlineData("1962-01-01", "2026-06-30", true)]
    [InlineData("1962-01-01", "2026-07-01", false)]
    [InlineData("1961-12-31", "2026-06-30", false)]
    public void The_pension_takes_in_who_is_under_64_years_and_6_months(string born, string on, bool open) =>
        Assert.Equal(open, Open(Of(MemberCategory.B), DateOnly.Parse(born, null), DateOnly.Parse(on, null))["pension"].Open);

    [Theory]
    [InlineData("1981-07-02", "2026-12-31", true)]
    [InlineData("1981-07-01", "2026-01-01", false)]
    public void The_grant_is_for_who_is_under_45_on_the_first_of_July_of_the_year(string born, string on, bool open) =>
        Assert.Equal(open, Open(Of(MemberCategory.B), DateOnly.Parse(born, null), DateOnly.Parse(on, null))["research-grant"].Open);

    [Fact]
    public void What_a_change_loses_is_what_it_closes()
    {
        var lost = EntitlementRules.Lost(Seeds.Book.Table, Of(MemberCategory.A1), Of(MemberCategory.B), Born, On).Select(w => w.Ja);

        Assert.Contains("日医医師賠償責任保険", lost);
        Assert.DoesNotContain("医師年金への加入", lost);
        Assert.Empty(EntitlementRules.Lost(Seeds.Book.Table, Of(MemberCategory.B), Of(MemberCategory.A1), Born, On));
    }
}
