using JmaActors.Enrolments;
using JmaActors.Members;

namespace JmaActors.Tests.Rules.Enrolments;

/// <summary>Who may sign up, at which price, and what terms must look like.</summary>
public sealed class EnrolmentRulesTests
{
    static readonly DateTimeOffset Noon = new(2026, 11, 1, 12, 0, 0, TimeSpan.FromHours(9));
    static readonly MemberId Someone = new(1_000_000_001);

    static readonly EnrolmentTerms Terms = new(
        10, true, 5, new Yen(3_000), new Yen(5_000), Noon, Noon.AddDays(10), Noon.AddDays(9), EnrolmentCircle.Everybody, EnrolmentCircle.HostMembers, 4, true);

    [Theory]
    [InlineData("26", "26-003", MembershipLayers.All, true)]
    [InlineData("26", "26-003", MembershipLayers.Local, false)]
    [InlineData("26", "27-003", MembershipLayers.All, false)]
    [InlineData("26-003", "26-003", MembershipLayers.Local, true)]
    [InlineData("26-003", "26-004", MembershipLayers.All, false)]
    [InlineData("JMA", "26-003", MembershipLayers.All, true)]
    [InlineData("JMA", "26-003", MembershipLayers.Local | MembershipLayers.Prefecture, false)]
    [InlineData("26", null, MembershipLayers.None, false)]
    public void A_host_s_members_are_those_of_its_own_layer_and_pay_the_member_s_price(string host, string? local, MembershipLayers layers, bool member)
    {
        var membership = new Membership(local is null ? null : new AssociationId(local), layers, null);

        var price = EnrolmentRules.Price(Terms, membership, new AssociationId(host));

        Assert.Equal(
            new EnrolmentPrice(new Yen(member ? 3_000 : 5_000), member ? EnrolmentTariff.Member : EnrolmentTariff.Other, EnrolmentCircle.HostMembers), price);
        Assert.Equal(member ? null : "not-eligible", Fault(Terms with { Who = EnrolmentCircle.HostMembers }, membership, new AssociationId(host)));
    }

    [Theory]
    [InlineData(-1, "sign-up-not-open")]
    [InlineData(0, null)]
    [InlineData(14_399, null)]
    [InlineData(14_400, "sign-up-closed")]
    public void Sign_up_has_its_time_to_the_minute(int minutes, string? reason) =>
        Assert.Equal(reason, EnrolmentRules.Fault(Terms, In(EnrolmentMode.Hall), Membership.None, AssociationId.Jma, Noon.AddMinutes(minutes))?.Reason);

    [Theory]
    [InlineData(EnrolmentMode.Hall, 4, null)]
    [InlineData(EnrolmentMode.Hall, 5, "too-many-children")]
    [InlineData(EnrolmentMode.Web, 1, "childcare-in-hall-only")]
    public void Childcare_is_for_the_hall_and_no_more_than_there_is(EnrolmentMode mode, int children, string? reason) =>
        Assert.Equal(reason, EnrolmentRules.Fault(Terms, In(mode) with { Children = children }, Membership.None, AssociationId.Jma, Noon)?.Reason);

    [Fact]
    public void Nobody_takes_part_on_the_web_where_there_is_none() =>
        Assert.Equal("no-web", EnrolmentRules.Fault(Terms with { Web = false }, In(EnrolmentMode.Web), Membership.None, AssociationId.Jma, Noon)?.Reason);

    [Fact]
    public void Places_are_never_fewer_than_none_and_without_a_capacity_without_end()
    {
        Assert.Equal(3, EnrolmentRules.Free(Terms, EnrolmentMode.Hall, 7));
        Assert.Equal(0, EnrolmentRules.Free(Terms, EnrolmentMode.Hall, 12));
        Assert.Null(EnrolmentRules.Free(Terms with { Capacity = null }, EnrolmentMode.Hall, 12));
        Assert.Equal(0, EnrolmentRules.Free(Terms with { Web = false }, EnrolmentMode.Web, 0));
    }

    public static TheoryData<EnrolmentTerms, string?> Written => new()
    {
        { Terms, null },
        { Terms with { Capacity = 0 }, "bad-capacity" },
        { Terms with { WebCapacity = -1 }, "bad-capacity" },
        { Terms with { MemberFee = new Yen(-1) }, "bad-fee" },
        { Terms with { OtherFee = new Yen(1_000_001) }, "bad-fee" },
        { Terms with { Closes = Noon }, "bad-period" },
        { Terms with { CancelBy = Noon.AddDays(-1) }, "bad-period" },
        { Terms with { Childcare = 301 }, "bad-childcare" },
        { Terms with { Who = (EnrolmentCircle)9 }, "bad-circle" },
    };

    [Theory, MemberData(nameof(Written))]
    public void Terms_that_mean_nothing_are_refused(EnrolmentTerms terms, string? reason) => Assert.Equal(reason, EnrolmentRules.Check(terms)?.Reason);

    static string? Fault(EnrolmentTerms terms, Membership membership, AssociationId host) => EnrolmentRules.Fault(terms, In(EnrolmentMode.Hall), membership, host, Noon)?.Reason;

    static SignUp In(EnrolmentMode mode) => new(Someone, mode, 0, "k", Caller.System);
}
