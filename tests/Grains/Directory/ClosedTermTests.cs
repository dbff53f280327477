using JmaActors.Directory;
using JmaActors.Members;
using JmaActors.Tests.Grains.Members;
using JmaActors.Works;
using Microsoft.Extensions.DependencyInjection;

namespace JmaActors.Tests.Grains.Directory;

/// <summary>Terms of working hours at every actor that takes a filter: the search, kept filters, long work.</summary>
public sealed class ClosedTermTests(SharedHouse shared)
{
    static readonly AssociationId Office = AssociationId.Local(45, 7);
    static readonly Caller Clerk = Caller.Office(Office);
    static readonly Caller Operator = new("operator:closed-terms", CallerRole.Operator, "*");

    /// <summary>Whose hours nobody keeps: everybody here.</summary>
    static readonly MemberFilter NoHours = new("", [new FilterTerm("within", Office.Code), new FilterTerm("hours", "none")]);

    static readonly Refusal NoSuchTerm = new("bad-filter", "hours", "There is no such term.");

    static CancellationToken Ct => ActorHouse.Ct;

    IMemberSearchGrain Search => shared.House.Grains.GetGrain<IMemberSearchGrain>(0);

    [Fact]
    public async Task The_operator_is_told_of_the_terms_and_finds_by_them_and_the_office_is_not_and_does_not()
    {
        var id = People.Someone();
        await shared.House.Grains.GetGrain<IMemberGrain>(id.Number).Register(People.Registration(membership: new Membership(Office, MembershipLayers.Local, null)), Ct);

        Assert.Contains("hours", (await Search.Shapes(Operator, Ct)).Terms.Select(t => t.Name));
        Assert.Equal([id], (await Search.Find(new MemberFind(NoHours), Operator, Ct)).Value!.Members.Select(m => m.Id));
        Assert.Equal(1, (await Search.Facets(NoHours, Operator, Ct)).Value!.Total);

        Assert.DoesNotContain((await Search.Shapes(Clerk, Ct)).Terms, t => t.Benefit == "work-hours");
        Assert.Equal(NoSuchTerm, (await Search.Find(new MemberFind(NoHours), Clerk, Ct)).Refusal);
        Assert.Equal(NoSuchTerm, (await Search.Facets(NoHours, Clerk, Ct)).Refusal);
        Assert.DoesNotContain((await Search.Facets(new MemberFilter("", []), Operator, Ct)).Value!.Facets, f => f.Name == "hours");
    }

    [Fact]
    public async Task Such_a_filter_is_kept_for_the_operator_alone()
    {
        Task<Answer<SavedFilter>> Save(Caller caller) => shared.House.Grains.GetGrain<ISavedFiltersGrain>(SavedFilters.Shared(caller)).Save(new SaveFilter("hours", "労働時間", NoHours, "kana", caller), Ct);

        Assert.True((await Save(Operator)).Accepted);
        Assert.Equal(NoSuchTerm, (await Save(Clerk)).Refusal);
    }

    [Fact]
    public async Task Long_work_over_such_a_filter_is_the_operators_alone_and_means_nobody_when_it_is_an_offices_all_the_same()
    {
        Task<Answer<WorkProgress>> Start(Caller caller) => shared.House.Grains.GetGrain<IWorkGrain>(WorkIds.Of(caller, "hours"))
            .Start(new StartWork("hours", WorkKind.Export, NoHours, "kana", null, ["member"], ExportFormat.Csv, "", caller), Ct);
        Task<WorkGathered?> Gather(Caller caller) => shared.House.Silo.GetRequiredService<WorkGathering>()
            .Next(new WorkStarted(WorkKind.RevokePasses, [], ExportFormat.Csv, "紛失", null, caller, DateTimeOffset.UtcNow.AddDays(7)), DateTimeOffset.UtcNow, new WorkRequest(NoHours, "kana", null), 0, null, 10, Ct);

        Assert.True((await Start(Operator)).Accepted);
        Assert.Equal(NoSuchTerm, (await Start(Clerk)).Refusal);
        Assert.NotNull(await Gather(Operator));
        Assert.Null(await Gather(Clerk));
    }
}
