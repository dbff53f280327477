using JmaActors.Applications;
using JmaActors.Composition;
using JmaActors.Demonstration;
using JmaActors.Directory;
using JmaActors.Dues;
using JmaActors.Members;
using JmaActors.Rosters;
using JmaActors.Tests.Grains.Associations;
using JmaActors.Tests.Grains.Members;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Concurrency;

namespace JmaActors.Tests.Grains.Demonstration;

/// <summary>The demonstration's books are made once, whoever joins later; and while it plays, what was sent is paid. Houses of their own: everybody in them is billed.</summary>
public sealed class DemonstrationBooksTests
{
    static readonly AssociationId Kyoto = AssociationId.Prefecture(26);

    static CancellationToken Ct => ActorHouse.Ct;

    static FiscalYear Year => FiscalYear.Of(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(9)));

    static async Task<MemberId> Joins(ActorHouse house, MemberCategory category, string kana)
    {
        var id = People.Someone();
        var registration = People.Registration(person: People.Person(People.Registry(), kana: kana), membership: new Membership(AssociationId.Local(26, 1), MembershipLayers.All, category));
        Assert.True((await house.Grains.GetGrain<IMemberGrain>(id.Number).Register(registration with { EffectiveFrom = Year.FirstDay }, Ct)).Accepted);
        return id;
    }

    [Fact]
    public async Task Who_joins_between_two_starts_changes_nothing_of_what_the_first_did()
    {
        await using var house = await ActorHouse.Open();
        var settings = new SiloSettings { Population = 1_000 };
        var population = new DemonstrationPopulation(settings.Population, DemonstrationSeeder.Seed, DemonstrationAssociations.Parse(JmaActors.Composition.Seeds.Text("prefectural-associations.csv")));
        var (directory, rows) = (house.Grains.GetGrain<IDirectoryGrain>(0), DemonstrationDues.Applicants(population, Kyoto).Take(8).ToArray());
        var import = house.Grains.GetGrain<IRosterImportGrain>("books");
        await import.Start(new StartImport("books", null, true, Caller.System), Ct);
        Assert.True((await import.Chunk(0, rows.AsImmutable(), [], Ct)).Accepted);
        var people = await Eventually.Be("everybody in the directory", Found, p => p.Count == rows.Length, Ct);
        var books = new DemonstrationBooks(house.Grains, settings, TimeProvider.System);

        await books.Run(Ct);
        var applied = await Task.WhenAll(rows.Select(r => Applied(people[r.Card!.Value.Text])));
        Assert.Equal([true, true, true, true, true, true, false, false], applied);

        var newcomer = await Joins(house, MemberCategory.A2B, "アアア アア");
        await Eventually.Be("the newcomer in the directory", async () => (await directory.Members(new MemberQuery("", null, null, null, null), Caller.Office(Kyoto), Ct)).Members, m => m[0].Id == newcomer, Ct);
        await books.Run(Ct);
        Assert.False(await Applied(newcomer));
        Assert.DoesNotContain((await house.Grains.GetGrain<IDuesGrain>(newcomer.Number).Read(Caller.System, Ct)).Statements, s => s.Posted is not null);

        async Task<IReadOnlyDictionary<string, MemberId>> Found() => (await directory.Identify(new PeopleSought([], [], [.. rows.Select(r => r.Card!.Value.Text)]), Caller.System, Ct)).Cards;

        async Task<bool> Applied(MemberId member) => await house.Grains.GetGrain<IApplicationGrain>(new ApplicationRef(member, "demo").Text).Read(null, true, Ct) is not null;
    }

    [Fact]
    public async Task What_was_not_sent_does_not_stand_in_the_way_of_what_was()
    {
        await using var house = await ActorHouse.Open();
        var (pending, billed) = (await Joins(house, MemberCategory.A1, "ミホン イチ"), await Joins(house, MemberCategory.A2B, "ミホン ニ"));
        Assert.True((await house.Grains.GetGrain<IDuesGrain>(pending.Number).Assess(new AssessDues(Year, false, Caller.System), Ct)).Accepted);
        Assert.True((await house.Grains.GetGrain<IDuesGrain>(billed.Number).Assess(new AssessDues(Year, true, Caller.System), Ct)).Accepted);
        await Eventually.Be("both in the list", async () => (await house.Grains.GetGrain<IDuesListGrain>(0).People(new DuesQuery(Kyoto, Year, null, DuesOrder.Open, null), Caller.System, Ct)).Lines, l => l.Count == 2 && l[0].Member == pending, Ct);

        Assert.True(await new LiveDues(house.Grains, TimeProvider.System, NullLogger<LiveDues>.Instance).Play(Ct));

        Assert.Equal(Yen.Zero, (await house.Grains.GetGrain<IDuesGrain>(billed.Number).Read(Caller.System, Ct)).Statements[0].Open);
    }
}
