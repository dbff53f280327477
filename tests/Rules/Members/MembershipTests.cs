using JmaActors.Members;

namespace JmaActors.Tests.Rules.Members;

/// <summary>Cover and capacity beside the category.</summary>
public sealed class MembershipTests
{
    static readonly AssociationId Kyoto = new("26-007");

    static Membership Of(MemberCategory category, bool? covered = null, PracticeRole? practice = null) => new(Kyoto, MembershipLayers.All, category, covered, practice);

    [Theory]
    [InlineData(MemberCategory.A1, null, true)]
    [InlineData(MemberCategory.A1, false, false)]
    [InlineData(MemberCategory.A2C, null, true)]
    [InlineData(MemberCategory.B, null, false)]
    [InlineData(MemberCategory.C, null, false)]
    public void A_members_are_covered_unless_it_is_recorded_that_they_are_not(MemberCategory category, bool? covered, bool is_) => Assert.Equal(is_, Of(category, covered).IsCovered);

    [Fact]
    public void Nobody_is_covered_against_the_category()
    {
        Assert.Equal("bad-cover", MembershipRules.Fault(Of(MemberCategory.B, true))?.Reason);
        Assert.Equal("bad-cover", MembershipRules.Fault(new Membership(Kyoto, MembershipLayers.Local, null, true))?.Reason);
        Assert.Null(MembershipRules.Fault(Of(MemberCategory.A1, false, PracticeRole.ClinicHead)));
    }

    [Fact]
    public void A_list_without_them_leaves_cover_and_capacity_as_they_were_and_another_category_has_another_cover()
    {
        var before = Of(MemberCategory.A1, false, PracticeRole.ClinicHead);

        Assert.Equal(before, Of(MemberCategory.A1).Keeping(before));
        Assert.Equal(Of(MemberCategory.A2B, null, PracticeRole.ClinicHead), Of(MemberCategory.A2B).Keeping(before));
        Assert.Equal(Membership.None, Membership.None.Keeping(before));
    }
}
