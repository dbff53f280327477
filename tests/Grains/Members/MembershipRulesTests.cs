using JmaActors.Members;

namespace JmaActors.Tests.Grains.Members;

public class MembershipRulesTests
{
    static readonly AssociationId Local = AssociationId.Local(26, 7);

    [Fact]
    public void All_three_layers_with_a_category_are_consistent() =>
        Assert.Null(MembershipRules.Fault(new Membership(Local, MembershipLayers.All, MemberCategory.A1)));

    [Fact]
    public void Local_alone_and_local_with_prefecture_are_consistent()
    {
        Assert.Null(MembershipRules.Fault(new Membership(Local, MembershipLayers.Local, null)));
        Assert.Null(MembershipRules.Fault(new Membership(AssociationId.University(26, 1), MembershipLayers.Local | MembershipLayers.Prefecture, null)));
    }

    [Fact]
    public void Who_belongs_nowhere_is_consistent() => Assert.Null(MembershipRules.Fault(Membership.None));

    [Theory]
    [InlineData(MembershipLayers.Prefecture)]
    [InlineData(MembershipLayers.Jma)]
    [InlineData(MembershipLayers.Prefecture | MembershipLayers.Jma)]
    public void Nobody_is_above_without_being_local(MembershipLayers layers) =>
        Assert.Equal(MembershipRules.Cascade, MembershipRules.Fault(new Membership(null, layers, null))?.Rule);

    [Fact]
    public void Nobody_is_a_jma_member_without_the_prefecture() =>
        Assert.Equal(MembershipRules.Cascade, MembershipRules.Fault(new Membership(Local, MembershipLayers.Local | MembershipLayers.Jma, MemberCategory.B))?.Rule);

    [Theory]
    [InlineData(MembershipLayers.All, null)]
    [InlineData(MembershipLayers.All, (MemberCategory)9)]
    [InlineData(MembershipLayers.Local, MemberCategory.A1)]
    public void Categories_are_of_jma_members_and_each_has_one(MembershipLayers layers, MemberCategory? category) =>
        Assert.Equal(MembershipRules.CategoryOfJma, MembershipRules.Fault(new Membership(Local, layers, category))?.Rule);

    [Fact]
    public void People_belong_at_the_local_layer()
    {
        Assert.Equal("bad-association", MembershipRules.Fault(new Membership(AssociationId.Prefecture(26), MembershipLayers.Local, null))?.Reason);
        Assert.Equal("bad-association", MembershipRules.Fault(new Membership(new AssociationId("99-001"), MembershipLayers.Local, null))?.Reason);
        Assert.Equal("bad-association", MembershipRules.Fault(new Membership(Local, MembershipLayers.None, null))?.Reason);
        Assert.Equal("bad-association", MembershipRules.Fault(new Membership(null, MembershipLayers.Local, null))?.Reason);
    }
}
