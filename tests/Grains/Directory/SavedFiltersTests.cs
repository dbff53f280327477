using JmaActors.Directory;

namespace JmaActors.Tests.Grains.Directory;

/// <summary>Kept filters on the real journal.</summary>
public sealed class SavedFiltersTests(SharedHouse shared)
{
    static readonly Caller Clerk = Caller.Office(new AssociationId("26-009")) with { Subject = "clerk" };
    static readonly Caller Colleague = Clerk with { Subject = "colleague" };

    static CancellationToken Ct => ActorHouse.Ct;

    ISavedFiltersGrain At(string key) => shared.House.Grains.GetGrain<ISavedFiltersGrain>(key);

    static SaveFilter Near(string id, Caller caller, string text = "") => new(id, " もう少しの人 ", new MemberFilter(text, [new FilterTerm("credits", "near")]), "-total", caller);

    [Fact]
    public async Task An_offices_filter_is_seen_by_everybody_there_and_taken_away_by_its_owner()
    {
        var office = At(SavedFilters.Shared(Clerk));
        var saved = await office.Save(Near("a", Clerk, "山田"), Ct);
        Assert.Equal(new SavedFilter("a", "もう少しの人", saved.Value!.Terms, "-total", Shared: true, Mine: true), saved.Value);

        var seen = Assert.Single(await At(SavedFilters.Shared(Colleague)).List(Colleague, Ct));
        Assert.False(seen.Mine);
        Assert.Equal("not-yours", (await office.Delete("a", Colleague, Ct)).Refusal?.Reason);
        Assert.Equal("not-yours", (await office.Save(Near("a", Colleague), Ct)).Refusal?.Reason);
        Assert.True((await office.Save(Near("a", Clerk), Ct)).Repeat);
        Assert.True((await office.Delete("a", Clerk, Ct)).Accepted);
        Assert.True((await office.Delete("a", Clerk, Ct)).Repeat);
        Assert.Empty(await office.List(Clerk, Ct));
    }

    [Fact]
    public void Places_are_apart_by_subject_function_and_scope()
    {
        Caller[] callers = [Clerk, Colleague, Clerk with { Role = CallerRole.Host }, Clerk with { Scope = "26-010" }];
        Assert.Equal(callers.Length, callers.Select(SavedFilters.Own).Distinct().Count());
        Assert.Equal(SavedFilters.Shared(Clerk), SavedFilters.Shared(Colleague));
        Assert.Equal(3, callers.Select(SavedFilters.Shared).Distinct().Count());
    }

    [Fact]
    public async Task What_cannot_be_kept_is_refused()
    {
        var own = At(SavedFilters.Own(Clerk with { Subject = "full" }));
        Assert.Equal("bad-name", (await own.Save(Near("a", Clerk) with { Name = "  " }, Ct)).Refusal?.Reason);
        Assert.Equal("bad-key", (await own.Save(Near("a/b", Clerk), Ct)).Refusal?.Reason);
        Assert.Equal("bad-filter", (await own.Save(Near("a", Clerk) with { Filter = new MemberFilter("", [new FilterTerm("x", "y")]) }, Ct)).Refusal?.Reason);
        for (var i = 0; i < SavedFilters.Most; i++) Assert.True((await own.Save(Near($"f{i}", Clerk), Ct)).Accepted);
        Assert.Equal("too-many-filters", (await own.Save(Near("one-more", Clerk), Ct)).Refusal?.Reason);
        Assert.True((await own.Save(Near("f0", Clerk) with { Name = "別名" }, Ct)).Accepted);
    }
}
