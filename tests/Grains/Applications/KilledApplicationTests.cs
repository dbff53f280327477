using JmaActors.Applications;
using JmaActors.Associations;
using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.Tests.Grains.Associations;
using JmaActors.Tests.Grains.Members;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace JmaActors.Tests.Grains.Applications;

/// <summary>A silo is gone after the first, second, third … commit from the last word of an application on: the look of the next one puts on record what was agreed, once.</summary>
public sealed class KilledApplicationTests : IAsyncDisposable
{
    static readonly AssociationId From = AssociationId.Local(27, 791), To = AssociationId.Local(27, 792);
    static readonly DateOnly Today = PersonRules.Today(TimeProvider.System.GetUtcNow());

    readonly MortalHouse mortal = new();

    static CancellationToken Ct => ActorHouse.Ct;

    public ValueTask DisposeAsync() => mortal.DisposeAsync();

    [Fact]
    public async Task Killed_between_the_last_word_and_the_record_the_record_is_changed_once()
    {
        var finished = false;
        for (var commits = 0; !finished; commits++)
        {
            var (who, house) = (People.Someone(), await mortal.Living());
            var last = await UpToTheLastWord(house, who);
            var ended = MortalHouse.Ends(house, commits, LedgerNames.Name("application", new ApplicationRef(who, "a").Text));
            try
            {
                await Say(house, who, last);
                finished = await Task.WhenAny(ended, Done(house, who)) != ended;
            }
            catch (TryAgainException)
            {
                // The word may stand and its answer not be given.
                finished = false;
            }

            var next = await mortal.Next();
            await next.GetSiloServiceProvider().GetRequiredService<ApplicationFollowing>().Follow(Ct);
            if (commits == 0)
            {
                Assert.Equal(last, (await Application(next, who).Read(null, false, Ct))!.Waits);
                await Say(next, who, last);
            }
            await Done(next, who);
            Assert.True((await Say(next, who, last)).Repeat);
            Assert.Equal(To, (await next.Client.GetGrain<IMemberGrain>(who.Number).Read(Caller.System, Ct))!.Membership.Local);
            var events = await next.GetSiloServiceProvider().GetRequiredService<IJournalStore>().Read(LedgerNames.Name("member", who.Number), 0, Ct);
            Assert.Single(events.Events, e => e.Type == "membership-changed");
        }
    }

    static async Task<AssociationId> UpToTheLastWord(InProcessTestCluster house, MemberId who)
    {
        foreach (var id in new[] { From, To }) await house.Client.GetGrain<IAssociationGrain>(id.Code).Establish(new EstablishAssociation(id.Code, "", "test", true, Caller.System), Ct);
        var membership = new Membership(From, MembershipLayers.All, MemberCategory.A2B);
        Assert.True((await house.Client.GetGrain<IMemberGrain>(who.Number).Register(People.Registration(membership: membership), Ct)).Accepted);
        var application = Application(house, who);
        var request = new ApplicationRequest(ApplicationKind.Transfer, membership with { Local = To }, Today, null);
        Assert.True((await application.Draft(new DraftApplication(request, "", [], Caller.Member(who)), Ct)).Accepted);
        var steps = (await application.Submit(Caller.Member(who), Ct)).Value!.Steps;
        foreach (var step in steps.SkipLast(1)) Assert.True((await Say(house, who, step.Office)).Accepted);
        return steps[^1].Office;
    }

    static Task<Answer<ApplicationView>> Say(InProcessTestCluster house, MemberId who, AssociationId office) =>
        Application(house, who).Decide(new DecideApplication($"{office}", office, ApplicationWord.Approved, "", Caller.Office(office)), Ct);

    static Task Done(InProcessTestCluster house, MemberId who) => Eventually.Be("on record", () => Application(house, who).Read(null, false, Ct), v => v?.Status == ApplicationStatus.Done, Ct);

    static IApplicationGrain Application(InProcessTestCluster house, MemberId who) => house.Client.GetGrain<IApplicationGrain>(new ApplicationRef(who, "a").Text);
}
