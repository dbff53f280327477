using System.Text.Json;
using JmaActors.Associations;
using JmaActors.Dues;
using JmaActors.Live;
using JmaActors.Members;
using JmaActors.Tests.Grains.Associations;
using JmaActors.Tests.Grains.Members;

namespace JmaActors.Tests.Grains.Dues;

/// <summary>What is received, at all three layers at once. A house of its own: the national figures are of everybody.</summary>
public sealed class DuesBoardTests
{
    static readonly AssociationId One = AssociationId.Local(26, 1), Two = AssociationId.Local(26, 2), Kyoto = AssociationId.Prefecture(26), Tokyo = AssociationId.Local(13, 5);

    static CancellationToken Ct => ActorHouse.Ct;

    static FiscalYear Year => FiscalYear.Of(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(9)));

    static IDuesBoardGrain Board(ActorHouse house, AssociationId id) => house.Grains.GetGrain<IDuesBoardGrain>(new DuesRunId(id, Year).Text);

    static async Task<DuesFigures> Figures(ActorHouse house, AssociationId id) => (await Board(house, id).Figures(Ct)).Figures;

    static async Task<MemberId> Billed(ActorHouse house, AssociationId local)
    {
        var (id, registration) = (People.Someone(), People.Registration());
        Assert.True((await house.Grains.GetGrain<IMemberGrain>(id.Number).Register(
            registration with { Membership = new Membership(local, MembershipLayers.All, MemberCategory.A2B), EffectiveFrom = Year.FirstDay, Person = registration.Person with { BirthDate = new DateOnly(1980, 5, 17) } }, Ct)).Accepted);
        Assert.True((await house.Grains.GetGrain<IDuesGrain>(id.Number).Assess(new AssessDues(Year, true, Caller.System), Ct)).Accepted);
        return id;
    }

    static async Task Pay(ActorHouse house, MemberId id, string key, long yen) => Assert.True(
        (await house.Grains.GetGrain<IDuesGrain>(id.Number).Pay(new PayDues(key, new Yen(yen), Year.FirstDay, PaymentChannel.Transfer, "r", Caller.System), Ct)).Accepted);

    [Fact]
    public async Task A_payment_climbs_to_all_three_layers_is_counted_once_and_the_layers_close()
    {
        await using var house = await ActorHouse.Open();
        // Awake before anything happens, so that nothing but hints and reports can tell them.
        foreach (var id in new[] { AssociationId.Jma, Kyoto, One }) Assert.Equal(DuesFigures.Zero, await Figures(house, id));
        var (payer, mover) = (await Billed(house, One), await Billed(house, Two));
        await Billed(house, Tokyo);

        await Pay(house, payer, "p", 94_000);
        await Pay(house, payer, "p", 94_000);

        var national = await Eventually.Be("the payment nationally", () => Figures(house, AssociationId.Jma), f => f.All.Paid == 94_000 && f.People == 3, Ct);
        Assert.Equal((1, 3 * 94_000, 3 * 94_000 - 94_000), (national.Paid, national.All.Billed, national.All.Open));
        Assert.Equal(94_000, (await Figures(house, Kyoto)).All.Paid);
        Assert.Equal((1, 94_000), ((await Figures(house, One)).Paid, (await Figures(house, One)).All.Paid));

        // Her books at the former association close, and open at the new one.
        await house.Grains.GetGrain<IMemberGrain>(mover.Number).ChangeMembership(new ChangeMembership("move", new Membership(One, MembershipLayers.All, MemberCategory.A2B), Year.FirstDay, "moved", Caller.System), Ct);
        await Eventually.Be("both in the one association", () => Figures(house, One), f => f.People == 2, Ct);
        await Eventually.Be("nobody in the other", () => Figures(house, Two), f => f == DuesFigures.Zero, Ct);
        Assert.Equal(2 * 94_000, (await Eventually.Be("the prefecture as before", () => Figures(house, Kyoto), f => f.People == 2, Ct)).All.Billed);
        foreach (var id in new[] { AssociationId.Jma, Kyoto, One, Two })
        {
            var picture = await Board(house, id).Check(Ct);
            Assert.True(picture.Check.Agrees, id.Code);
            if (picture.Children.Count > 0) Assert.Equal(picture.Figures, picture.Children.Values.Aggregate(DuesFigures.Zero, (sum, child) => sum + child.Figures));
        }
    }

    [Fact]
    public async Task A_board_that_differs_from_the_books_says_so_and_is_mended()
    {
        await using var house = await ActorHouse.Open();
        var payer = await Billed(house, One);
        await Pay(house, payer, "p", 94_000);
        // The association's own report may still be on its way, and what it says during a check is no difference: then it is made to differ once more.
        await Eventually.Be("the payment in the prefecture", () => Figures(house, Kyoto), f => f.All.Paid == 94_000, Ct);
        DuesPicture said;
        var times = 0;
        do
        {
            await Board(house, Kyoto).Report(One, DuesFigures.Zero with { Paid = 99, Jma = DuesSums.Zero with { Billed = 500_000, Paid = 500_000 } }, new FigureVersion(long.MaxValue, ++times));
            Assert.Equal(500_000, (await Figures(house, Kyoto)).All.Paid);
            said = await Board(house, Kyoto).Check(Ct);
        }
        while (said.Check.Agrees && times < 5);

        Assert.Equal((false, 406_000, 94_000), (said.Check.Agrees, said.Check.Difference, said.Figures.All.Paid));
        Assert.True((await Board(house, Kyoto).Check(Ct)).Check.Agrees);
    }

    [Fact]
    public async Task Who_watches_a_person_sees_the_payment_as_the_picture_of_her_topic()
    {
        await using var house = await ActorHouse.Open();
        var payer = await Billed(house, One);
        var watcher = new Watcher();
        var reference = house.Cluster.Client.CreateObjectReference<IBoardObserver>(watcher);
        var begun = await house.Grains.GetGrain<IDuesGrain>(payer.Number).Watch(reference, null, Ct);
        Assert.Equal($"member/{payer}/dues", begun.Picture!.Topic);
        Assert.NotEmpty(JsonSerializer.Deserialize<DuesView>(begun.Picture.Json, BoardJson.Options)!.Rules);

        await Pay(house, payer, "p", 94_000);

        Assert.Contains("\"paid\"", (await watcher.First.Task.WaitAsync(TimeSpan.FromSeconds(20), Ct)).Patch, StringComparison.Ordinal);
    }

    sealed class Watcher : IBoardObserver
    {
        public TaskCompletionSource<BoardChange> First { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Changed(BoardChange change)
        {
            First.TrySetResult(change);
            return Task.CompletedTask;
        }
    }
}
