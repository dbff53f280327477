using JmaActors.Directory;
using JmaActors.Members;
using JmaActors.Tests.Grains.Members;
using JmaActors.Tests.Grains.Training;
using JmaActors.Web.Access;
using JmaActors.Web.Benefits;
using Microsoft.Extensions.Logging.Abstractions;

namespace JmaActors.Tests.Grains.Passes;

/// <summary>People at a door without card or pass, from the gateway down to the real actors.</summary>
public sealed class WalkInTests(TimedHouse house) : IClassFixture<TimedHouse>
{
    static CancellationToken Ct => TimedHouse.Ct;

    Gateway Gateway => new(new OrleansActors((IClusterClient)house.Grains), new BenefitRegistry(), house.Service<JmaActors.Credits.IEvidenceStore>(), TimeProvider.System, NullLogger<Gateway>.Instance);

    static Caller Door(SessionId id) => new($"door:{id}", CallerRole.Door, id.Code);

    static WalkIn Somebody(SessionId id, string nonce, RegistryNumber? registry = null, string name = "来場 太郎", string kana = "ライジョウ タロウ", DateOnly? born = null) =>
        new(new Person(name, kana, born, registry, null), new DateOnly(2026, 11, 23), "desk-1", nonce, Door(id));

    async Task<SessionId> Session() => (await house.Open(false, (0, 60, 1))).Id;

    Task<MemberView?> Read(MemberId id) => house.Grains.GetGrain<IMemberGrain>(id.Number).Read(Caller.System, Ct);

    [Fact]
    public async Task The_same_walk_in_sent_sixty_four_times_at_once_is_one_person()
    {
        var (id, gateway, registry) = (await Session(), Gateway, People.Registry());

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => gateway.TakeDown(id, Somebody(id, "n", registry), Ct)));
        var later = await Gateway.TakeDown(id, Somebody(id, "n", registry), Ct);

        Assert.All(answers, a => Assert.True(a!.Accepted));
        var member = Assert.Single(answers.Append(later).Select(a => a!.Value!.Member).Distinct());
        Assert.All(answers.Append(later), a => Assert.False(a!.Value!.Known));
        Assert.Equal((1, true), (answers.Count(a => !a!.Repeat), later!.Repeat));
        var view = await Read(member);
        Assert.Equal((Membership.None, 1L, "来場 太郎"), (view!.Membership, view.Version, view.Person.Name));
    }

    [Fact]
    public async Task One_registry_number_taken_down_at_many_desks_at_once_is_one_person()
    {
        var (id, registry, gateway) = (await Session(), People.Registry(), Gateway);

        async Task<WalkedIn> Until(string nonce)
        {
            while (true)
            {
                try
                {
                    return (await gateway.TakeDown(id, Somebody(id, nonce, registry), Ct))!.Value!;
                }
                catch (TryAgainException)
                {
                    // The number is being taken by another desk at this moment.
                    await Task.Yield();
                }
            }
        }

        var walked = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Until($"n{i % 16}")));
        var later = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Until($"n{i}")));

        Assert.Single(walked.Concat(later).Select(w => w.Member).Distinct());
        Assert.Equal(1, later.Count(w => !w.Known));
    }

    [Fact]
    public async Task Whose_registry_number_is_on_record_is_that_person_and_a_mistyped_one_is_doubted()
    {
        var (id, registry, me) = (await Session(), People.Registry(), People.Someone());
        await house.Grains.GetGrain<IMemberGrain>(me.Number).Register(People.Registration(registry), Ct);

        var same = await Gateway.TakeDown(id, Somebody(id, "a", registry, "見本花子", "みほん はなこ"), Ct);
        var again = await Gateway.TakeDown(id, Somebody(id, "a", registry, "見本花子", "みほん はなこ"), Ct);
        var other = await Gateway.TakeDown(id, Somebody(id, "b", registry, "別人 太郎", "ベツジン タロウ"), Ct);
        var younger = await Gateway.TakeDown(id, Somebody(id, "c", registry, "見本 花子", "ミホン ハナコ", new DateOnly(1999, 1, 1)), Ct);

        Assert.Equal((me, true, false, "見本 花子", false), (same!.Value!.Member, same.Value.Known, same.Value.Differs, same.Value.Name, same.Repeat));
        Assert.Equal((same.Value, true), (again!.Value, again.Repeat));
        Assert.Equal((me, true), (other!.Value!.Member, other.Value.Differs));
        Assert.True(younger!.Value!.Differs);
        Assert.Equal(1, (await Read(me))!.Version);
    }

    [Fact]
    public async Task What_was_wrong_is_said_and_the_same_walk_in_put_right_is_taken_down()
    {
        var id = await Session();

        var refused = await Gateway.TakeDown(id, Somebody(id, "n", kana: "来場"), Ct);
        var taken = await Gateway.TakeDown(id, Somebody(id, "n"), Ct);

        Assert.Equal("bad-kana", refused!.Refusal?.Reason);
        Assert.Equal((false, "ライジョウ タロウ"), (taken!.Value!.Known, taken.Value.Kana));
    }

    [Fact]
    public async Task Another_session_or_nonce_is_another_person_and_another_door_may_not()
    {
        var (one, other) = (await Session(), await Session());

        var people = await Task.WhenAll(
            Gateway.TakeDown(one, Somebody(one, "a"), Ct), Gateway.TakeDown(one, Somebody(one, "b"), Ct), Gateway.TakeDown(other, Somebody(other, "a"), Ct));

        Assert.Equal(3, people.Select(p => p!.Value!.Member).Distinct().Count());
        await Assert.ThrowsAsync<OutOfScopeException>(() => Gateway.TakeDown(other, Somebody(one, "c"), Ct));
        Assert.Null(await Gateway.TakeDown(new SessionId("P26-20261123-NONE.1"), Somebody(one, "d"), Ct));
    }

    [Fact]
    public async Task Whoever_was_taken_down_is_found_at_the_door_by_either_form_of_the_name_until_it_closes()
    {
        var sitting = await house.Open(false, (0, 60, 1));
        var id = sitting.Id;
        var walked = await Gateway.TakeDown(id, Somebody(id, "n", People.Registry(), "髙邉 門太", "タカベ モンタ"), Ct);

        foreach (var typed in (string[])["高辺", "髙邉門太", "高邊　門", "たかべ", "ﾀｶﾍﾞ ﾓﾝﾀ", "もんた", "門太", walked!.Value!.Member.ToString()])
        {
            Assert.Equal(walked.Value.Member, Assert.Single((await Gateway.FindAtDoor(id, typed, Door(id), Ct))!.People).Member);
        }
        await sitting.Session.Close(Caller.System, Ct);
        await Assert.ThrowsAsync<OutOfScopeException>(() => Gateway.FindAtDoor(id, "高辺", Door(id), Ct));
        Assert.Single((await Gateway.FindAtDoor(id, "高辺", new Caller("host:26", CallerRole.Host, "26"), Ct))!.People);
        Assert.Empty((await house.Grains.GetGrain<IDirectoryGrain>(0).AtDoor("高辺", Caller.Member(walked.Value.Member), Ct)).People);
    }
}
