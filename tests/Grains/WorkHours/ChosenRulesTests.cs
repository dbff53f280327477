using JmaActors.Tests.Grains.Associations;
using JmaActors.Tests.Grains.Members;
using JmaActors.WorkHours;

namespace JmaActors.Tests.Grains.WorkHours;

/// <summary>A workplace chooses rules beside the law, and its physicians' hours are judged by both.</summary>
public sealed class ChosenRulesTests(SharedHouse shared)
{
    static CancellationToken Ct => ActorHouse.Ct;

    static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(9));

    static DateOnly Agreement => new(Today.Year - 1, Today.Month, 1);

    static SetAgreement Choose(string key, string rules) => new(key, Agreement, false, null, 0, Caller.System, rules);

    static DateTimeOffset At(int daysAgo, int hour) => new DateTimeOffset(Today.AddDays(-daysAgo).ToDateTime(new TimeOnly(0)), TimeSpan.FromHours(9)).AddHours(hour);

    [Fact]
    public async Task Rules_chosen_with_the_agreement_are_found_beside_the_laws_until_they_are_given_up()
    {
        var (id, me) = (new WorkplaceId("WR-1"), People.Someone());
        var (workplace, hours) = (shared.House.Grains.GetGrain<IWorkplaceGrain>(id.Code), shared.House.Grains.GetGrain<IWorkHoursGrain>(me.Number));
        Assert.True((await workplace.Describe(new DescribeWorkplace("1", "試験病院", new AssociationId("26-007"), false, Caller.System), Ct)).Accepted);

        Assert.Equal("unknown-rules", (await workplace.SetAgreement(Choose("2", "moon"), Ct)).Refusal!.Reason);
        Assert.Equal("acgme", (await workplace.SetAgreement(Choose("3", "acgme"), Ct)).Value!.Rules);
        Assert.True((await workplace.Assign(new AssignPhysician("4", me, "", WorkLevel.A, Agreement, null, false, Caller.System), Ct)).Accepted);
        await Eventually.Be("the terms of the employment", async () => (await hours.Read(null, Caller.System, Ct)).Employments.Count, n => n == 1, Ct);
        Assert.True((await hours.Record(new RecordWork("x", id, HoursKind.NightDuty, At(4, 8), At(3, 9), WorkSource.Workplace, Caller.System), Ct)).Accepted);

        var finding = Assert.Single((await hours.Read(null, Caller.System, Ct)).Findings);
        Assert.Equal(("acgme.run", FindingForce.OwnRule, 1_500, 1_440), (finding.Rule, finding.Force, finding.Minutes, finding.Limit));
        Assert.StartsWith("At most 24 h", finding.Text.En, StringComparison.Ordinal);

        Assert.Equal("", (await workplace.SetAgreement(Choose("5", ""), Ct)).Value!.Rules);
        await Eventually.Be("the law alone", async () => (await hours.Read(null, Caller.System, Ct)).Findings.Count, n => n == 0, Ct);
    }
}
