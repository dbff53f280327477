using JmaActors.Directory;
using JmaActors.Members;
using JmaActors.Tests.Grains.Members;

namespace JmaActors.Tests.Grains.Directory;

public class SearchScopeTests(SharedHouse shared)
{
    readonly IDirectoryGrain directory = shared.House.Grains.GetGrain<IDirectoryGrain>(0);

    static CancellationToken Ct => ActorHouse.Ct;

    async Task<MemberId> Register(AssociationId local, MembershipLayers layers)
    {
        var id = People.Someone();
        var membership = new Membership(local, layers, layers == MembershipLayers.All ? MemberCategory.B : null);
        await shared.House.Grains.GetGrain<IMemberGrain>(id.Number).Register(People.Registration(membership: membership), Ct);
        return id;
    }

    async Task<int> Seen(Caller caller, AssociationId within) => (await directory.Members(new MemberQuery("", within, null, null, null), caller, Ct)).Members.Count;

    [Fact]
    public async Task A_layer_sees_its_own_members_only()
    {
        var (local, prefecture) = (AssociationId.Local(46, 1), AssociationId.Prefecture(46));
        await Register(local, MembershipLayers.Local);
        await Register(local, MembershipLayers.Local | MembershipLayers.Prefecture);
        var (jma, elsewhere) = (await Register(local, MembershipLayers.All), await Register(AssociationId.Local(46, 2), MembershipLayers.Local));

        Assert.Equal(3, await Seen(Caller.System, local));
        Assert.Equal(3, await Seen(Caller.Office(local), local));
        Assert.Equal(2, await Seen(Caller.Office(prefecture), prefecture));
        Assert.Equal(1, await Seen(Caller.Office(AssociationId.Jma), prefecture));
        Assert.Equal(1, await Seen(Caller.Member(jma), prefecture));
        Assert.Equal(0, await Seen(new Caller("door", CallerRole.Door, "P1.1"), local));

        var names = await directory.Names([jma, elsewhere], Caller.Office(local), Ct);
        Assert.Equal([jma.Number], names.Keys);
    }

    [Fact]
    public void A_scope_that_cannot_be_read_finds_nobody() => Assert.True(SearchScope.Of(new Caller("x", CallerRole.Office, "nowhere")).Nobody);
}
