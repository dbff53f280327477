using JmaActors.Dues;
using JmaActors.Members;
using static JmaActors.Tests.Rules.Dues.Lives;

namespace JmaActors.Tests.Rules.Dues;

/// <summary>What the record suggests of somebody at the beginning of a year.</summary>
public sealed class ProposalTests
{
    static readonly FiscalYear Year = new(2026);

    static DuesPerson With(MemberCategory category, PracticeRole? practice = null, string? licensed = null, string? graduated = null, string? born = null) => Of(category) with
    {
        BirthDate = Day(born ?? "1980-05-17"), LicensedOn = licensed is null ? null : Day(licensed), GraduatedOn = graduated is null ? null : Day(graduated),
        Periods = [Period("2000-04-01", null, category, Kyoto) with { Membership = new Membership(Kyoto, MembershipLayers.All, category, null, practice) }],
    };

    [Theory]
    [InlineData(MemberCategory.A2C, "2024-04-01", DuesProposals.ResidencyEnds)]
    [InlineData(MemberCategory.C, "2024-04-01", DuesProposals.ResidencyEnds)]
    [InlineData(MemberCategory.C, "2024-04-20", DuesProposals.ResidencyEnds)]
    [InlineData(MemberCategory.C, "2024-03-10", DuesProposals.ResidencyEnds)]
    [InlineData(MemberCategory.C, "2024-07-01", DuesProposals.None)]
    [InlineData(MemberCategory.C, "2025-04-01", DuesProposals.None)]
    [InlineData(MemberCategory.A2B, "2010-04-01", DuesProposals.None)]
    [InlineData(MemberCategory.A2C, null, DuesProposals.None)]
    public void Residency_is_over_two_years_after_the_licence(MemberCategory category, string? licensed, DuesProposals proposed) => Assert.Equal(proposed, ProposalRules.Of(Policy, Year, With(category, licensed: licensed)));

    [Theory]
    [InlineData(MemberCategory.A2B, PracticeRole.ClinicHead, DuesProposals.Founds)]
    [InlineData(MemberCategory.B, PracticeRole.HospitalHead, DuesProposals.Founds)]
    [InlineData(MemberCategory.A1, PracticeRole.ClinicHead, DuesProposals.None)]
    [InlineData(MemberCategory.A1, PracticeRole.Employed, DuesProposals.FoundsNoMore)]
    [InlineData(MemberCategory.A1, null, DuesProposals.None)]
    [InlineData(MemberCategory.A2B, PracticeRole.Employed, DuesProposals.None)]
    public void Who_opens_a_clinic_is_A1_and_who_gives_it_up_is_not(MemberCategory category, PracticeRole? practice, DuesProposals proposed) => Assert.Equal(proposed, ProposalRules.Of(Policy, Year, With(category, practice)));

    [Fact]
    public void A_reduction_that_could_be_had_is_proposed_until_it_is_had()
    {
        var (old, young) = (With(MemberCategory.A1, born: "1943-04-01"), With(MemberCategory.C, graduated: "2025-03-20"));

        Assert.Equal(DuesProposals.OldAge, ProposalRules.Of(Policy, Year, old));
        Assert.Equal(DuesProposals.None, ProposalRules.Of(Policy, Year, old with { Reductions = [Reduced(ReductionKind.OldAge, until: null)] }));
        Assert.Equal(DuesProposals.Graduation, ProposalRules.Of(Policy, Year, young));
        Assert.Equal(DuesProposals.None, ProposalRules.Of(Policy, new FiscalYear(2030), young));
        Assert.Equal(DuesProposals.None, ProposalRules.Of(Policy, Year, young with { Reductions = [Reduced(ReductionKind.Graduation, "2025-04-01", "2030-03-31")] }));
        Assert.Equal(DuesProposals.None, ProposalRules.Of(Policy, Year, old with { Periods = [] }));
    }
}
