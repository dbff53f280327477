using JmaActors.Members;
using JmaActors.Web.Access;
using JmaActors.Web.Benefits;
using Microsoft.Extensions.Logging.Abstractions;

namespace JmaActors.Tests.Grains.Members;

/// <summary>A registration under a key of the sender's choice, as it comes over HTTP, down to the real actors.</summary>
public sealed class RegistrationKeyTests(SharedHouse shared)
{
    static CancellationToken Ct => ActorHouse.Ct;

    Gateway Gateway => new(new OrleansActors(shared.House.Cluster.Client), new BenefitRegistry(), shared.House.Service<JmaActors.Credits.IEvidenceStore>(), TimeProvider.System, NullLogger<Gateway>.Instance);

    [Fact]
    public async Task The_same_key_is_the_same_person_however_often_and_at_once_it_is_sent()
    {
        var key = $"card-{People.Card().Text}";
        var command = People.Registration(card: People.Card());

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Gateway.Register(key, command, Ct)));
        var later = await Gateway.Register(key, command, Ct);

        var id = Assert.Single(answers.Append(later).Select(a => a.Value!.Id).Distinct());
        Assert.Equal(1, answers.Count(a => !a.Repeat));
        Assert.True(later.Repeat);
        Assert.Equal(1L, (await shared.House.Grains.GetGrain<IMemberGrain>(id.Number).Read(Caller.System, Ct))!.Version);
        Assert.NotEqual(id, (await Gateway.Register($"{key}-other", People.Registration(card: People.Card()), Ct)).Value!.Id);
    }

    [Fact]
    public async Task A_key_that_led_to_somebody_an_office_may_not_see_tells_it_nothing()
    {
        var key = $"card-{People.Card().Text}";
        await Gateway.Register(key, People.Registration(), Ct);
        var tokyo = new Membership(AssociationId.Local(13, 1), MembershipLayers.All, MemberCategory.A1);

        var answer = await Gateway.Register(key, People.Registration(membership: tokyo) with { Caller = Caller.Office(AssociationId.Prefecture(13)) }, Ct);

        Assert.Equal(("key-taken", (MemberView?)null), (answer.Refusal?.Reason, answer.Value));
    }
}
