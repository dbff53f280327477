using JmaActors.Members;
using JmaActors.Passes;
using JmaActors.Tests.Grains.Members;

namespace JmaActors.Tests.Grains.Passes;

/// <summary>Passes on real actors and the real journal, as a door sees them.</summary>
public sealed class PassActorTests(SharedHouse shared)
{
    static CancellationToken Ct => ActorHouse.Ct;

    IPassSigner Signer => shared.House.Service<IPassSigner>();

    IPassGrain Passes(MemberId id) => shared.House.Grains.GetGrain<IPassGrain>(id.Number);

    async Task<CardHolder> AtTheDoor(MemberId id) => (await shared.House.Service<IMemberDirectory>().ByMembers([id.Number], Ct))[id.Number];

    async Task<MemberId> Somebody()
    {
        var id = People.Someone();
        Assert.True((await shared.House.Grains.GetGrain<IMemberGrain>(id.Number).Register(People.Registration(), Ct)).Accepted);
        return id;
    }

    [Fact]
    public async Task Each_pass_shown_is_another_one_and_good_at_once_and_nothing_is_recorded()
    {
        var me = await Somebody();

        var shown = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Passes(me).Show(Caller.Member(me), Ct)));

        Assert.Equal(20, shown.Select(s => s.Token).Distinct().Count());
        var holder = await AtTheDoor(me);
        Assert.Equal(("26-007", 0, (DateTimeOffset?)null), (holder.Association, holder.PassGeneration, holder.PassRevokedAt));
        foreach (var pass in shown)
        {
            var claim = PassRules.Read(pass.Token, Signer)!.Value;
            Assert.Equal(me, claim.Member);
            Assert.Null(PassRules.Refuse(claim, pass.From.AddSeconds(1), holder.PassGeneration, holder.PassRevokedAt));
        }
        Assert.Equal(0, (await Passes(me).Read(Caller.System, Ct)).Version);
    }

    [Fact]
    public async Task A_pass_shown_before_they_were_taken_back_is_refused_and_the_next_one_is_good()
    {
        var me = await Somebody();
        var before = PassRules.Read((await Passes(me).Show(Caller.Member(me), Ct)).Token, Signer)!.Value;

        var revoked = await Passes(me).Revoke(new RevokePasses("k", "lost", Caller.Member(me)), Ct);

        var after = PassRules.Read((await Passes(me).Show(Caller.Member(me), Ct)).Token, Signer)!.Value;
        var holder = await AtTheDoor(me);
        Assert.Equal((1, revoked.Value!.RevokedAt), (holder.PassGeneration, holder.PassRevokedAt));
        Assert.Equal(PassRules.Revoked, PassRules.Refuse(before, holder.PassRevokedAt!.Value.AddSeconds(1), holder.PassGeneration, holder.PassRevokedAt));
        Assert.Null(PassRules.Refuse(after, holder.PassRevokedAt.Value.AddSeconds(1), holder.PassGeneration, holder.PassRevokedAt));
    }

    [Fact]
    public async Task Taking_back_under_one_key_many_times_at_once_does_it_once_and_gets_the_first_answer_even_later()
    {
        var me = await Somebody();
        var command = new RevokePasses("k", "lost", Caller.Member(me));

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Passes(me).Revoke(command, Ct)));
        await Passes(me).Revoke(command with { Key = "another" }, Ct);
        await Passes(me).AsReference<Orleans.Core.Internal.IGrainManagementExtension>().DeactivateOnIdle(Ct);
        var later = await Passes(me).Revoke(command, Ct);

        Assert.Equal(1, answers.Count(a => !a.Repeat));
        Assert.Equal((1, answers[0].Value!.RevokedAt, true), (later.Value!.Generation, later.Value.RevokedAt, later.Repeat));
        Assert.Equal((2, 2L), ((await Passes(me).Read(Caller.System, Ct)).Generation, (await Passes(me).Read(Caller.System, Ct)).Version));
    }
}
