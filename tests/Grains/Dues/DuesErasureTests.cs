using JmaActors.Dues;
using JmaActors.Members;
using JmaActors.Tests.Grains.Associations;
using JmaActors.Tests.Grains.Members;

namespace JmaActors.Tests.Grains.Dues;

/// <summary>Nobody is erased who still owes.</summary>
public sealed class DuesErasureTests(SharedHouse shared)
{
    static CancellationToken Ct => ActorHouse.Ct;

    [Fact]
    public async Task Who_owes_dues_is_not_erased_before_they_are_paid_or_given_up()
    {
        var grains = shared.House.Grains;
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(9));
        var (id, last, registration) = (People.Someone(), FiscalYear.Of(today).Plus(-1), People.Registration());
        var (record, dues, erasure) = (grains.GetGrain<IMemberGrain>(id.Number), grains.GetGrain<IDuesGrain>(id.Number), grains.GetGrain<IErasureGrain>(id.Number));
        Assert.True((await record.Register(registration with { Membership = new Membership(AssociationId.Local(26, 650), MembershipLayers.All, MemberCategory.A1), EffectiveFrom = last.FirstDay }, Ct)).Accepted);
        Assert.True((await dues.Assess(new AssessDues(last, true, Caller.System), Ct)).Accepted);
        Assert.True((await record.ChangeMembership(new ChangeMembership("left", Membership.None, today, "left", Caller.System), Ct)).Accepted);
        Task<Answer<ErasureView>> Ask() => erasure.AskErasure(new AskErasure("本人の希望", Caller.System), Ct);

        Assert.Equal("dues-open", (await Ask()).Refusal?.Reason);

        // What is reckoned of the present year and was never sent holds nothing up; it follows the record a moment later.
        var keys = 0;
        await Eventually.Be("nothing open", async () =>
        {
            foreach (var account in (await dues.Read(Caller.System, Ct)).Statements.SelectMany(s => s.Accounts).Where(a => a.Open.Amount > 0))
                await dues.Lessen(new LessenDues($"w{keys++}", account.Id, account.Open, true, "given up", Caller.System), Ct);
            return (await Ask()).Refusal?.Reason;
        }, reason => reason is null, Ct);
    }
}
