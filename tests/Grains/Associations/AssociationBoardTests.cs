using System.Text.Json;
using JmaActors.Associations;
using JmaActors.Live;
using JmaActors.Members;
using JmaActors.Tests.Grains.Members;

namespace JmaActors.Tests.Grains.Associations;

/// <summary>A house of its own: the national figures are of everybody.</summary>
public class AssociationBoardTests
{
    static CancellationToken Ct => ActorHouse.Ct;

    static IAssociationBoardGrain Board(ActorHouse house, AssociationId id) => house.Grains.GetGrain<IAssociationBoardGrain>(id.Code);

    static Task<AssociationFigures> Figures(ActorHouse house, AssociationId id) => Board(house, id).Figures(Ct);

    static async Task<MemberId> Register(ActorHouse house, AssociationId local, MemberCategory? category = MemberCategory.A1)
    {
        var (id, layers) = (People.Someone(), category is null ? MembershipLayers.Local : MembershipLayers.All);
        var answer = await house.Grains.GetGrain<IMemberGrain>(id.Number).Register(People.Registration(membership: new(local, layers, category)), Ct);
        Assert.True(answer.Accepted, answer.Refusal?.Reason);
        return id;
    }

    static Task<Answer<AssociationView>> Establish(ActorHouse house, AssociationId id, string name) =>
        house.Grains.GetGrain<IAssociationGrain>(id.Code).Establish(new EstablishAssociation(name, "", "test", true, Caller.System), Ct);

    [Fact]
    public async Task A_change_of_a_member_climbs_over_the_stream_to_all_three_layers()
    {
        await using var house = await ActorHouse.Open();
        var (one, two, kyoto, tokyo) = (AssociationId.Local(26, 1), AssociationId.University(26, 1), AssociationId.Prefecture(26), AssociationId.Prefecture(13));
        // Awake before anything happens, so that nothing but hints and reports can tell them.
        Assert.Equal(AssociationFigures.Zero, await Figures(house, AssociationId.Jma));
        Assert.Equal(AssociationFigures.Zero, await Figures(house, kyoto));

        await Register(house, one);
        await Register(house, one, MemberCategory.C);
        await Register(house, two, null);
        var mover = await Register(house, AssociationId.Local(13, 5), MemberCategory.B);

        var national = await Eventually.Be("four local members nationally", () => Figures(house, AssociationId.Jma), f => f.LocalMembers == 4, Ct);
        Assert.Equal((3, 3, 1, 1, 1), (national.PrefectureMembers, national.JmaMembers, national.A1, national.B, national.C));
        Assert.Equal(3, (await Figures(house, kyoto)).LocalMembers);
        Assert.Equal(2, (await Figures(house, one)).LocalMembers);

        var member = house.Grains.GetGrain<IMemberGrain>(mover.Number);
        await member.ChangeMembership(new ChangeMembership("move", new(two, MembershipLayers.All, MemberCategory.B), People.From, "moved", Caller.System), Ct);
        await Eventually.Be("Tokyo without the one who moved", () => Figures(house, tokyo), f => f.LocalMembers == 0, Ct);
        await Eventually.Be("Kyoto with the one who moved", () => Figures(house, kyoto), f => f.LocalMembers == 4, Ct);
        // The national sum is the same before and after a move; that both prefectures have reported shows in its picture only.
        var reference = house.Cluster.Client.CreateObjectReference<IBoardObserver>(new Watcher());
        await Eventually.Be("the nation with both prefectures' last word", async () => await Children(house, reference), c => c.GetValueOrDefault("13") == 0 && c.GetValueOrDefault("26") == 4, Ct);
        foreach (var id in new[] { AssociationId.Jma, kyoto, tokyo, one, two }) Assert.True((await Board(house, id).Recount(Ct)).WasRight, id.Code);
    }

    [Fact]
    public async Task A_board_that_wakes_late_counts_what_happened_before()
    {
        await using var house = await ActorHouse.Open();
        var local = AssociationId.Local(1, 1);
        for (var i = 0; i < 5; i++) await Register(house, local);
        foreach (var id in new[] { local, AssociationId.Prefecture(1), AssociationId.Jma })
        {
            await Eventually.Be($"five members in {id}", () => Figures(house, id), f => f.JmaMembers == 5, Ct);
        }
    }

    [Fact]
    public async Task A_wrong_figure_is_healed_by_a_recount()
    {
        await using var house = await ActorHouse.Open();
        var (local, prefecture) = (AssociationId.Local(2, 1), AssociationId.Prefecture(2));
        await Register(house, local);
        Assert.Equal(1, (await Figures(house, prefecture)).LocalMembers);
        await Board(house, prefecture).Report(local, AssociationFigures.Zero with { LocalMembers = 99 }, new FigureVersion(long.MaxValue, 1));
        Assert.Equal(99, (await Figures(house, prefecture)).LocalMembers);

        var recount = await Board(house, prefecture).Recount(Ct);
        Assert.Equal((false, 99, 1), (recount.WasRight, recount.Before.LocalMembers, recount.After.LocalMembers));
        Assert.True((await Board(house, prefecture).Recount(Ct)).WasRight);
    }

    [Fact]
    public async Task The_picture_names_every_child_and_a_watcher_hears_of_a_change()
    {
        await using var house = await ActorHouse.Open();
        var (local, empty, prefecture) = (AssociationId.Local(3, 1), AssociationId.Local(3, 2), AssociationId.Prefecture(3));
        await Establish(house, prefecture, "岩手県医師会");
        await Establish(house, local, "盛岡市医師会");
        await Establish(house, empty, "花巻市医師会");
        var watcher = new Watcher();
        var reference = house.Cluster.Client.CreateObjectReference<IBoardObserver>(watcher);

        var answer = await Board(house, prefecture).Watch(reference, null, Ct);
        var picture = JsonSerializer.Deserialize<AssociationPicture>(answer.Picture!.Json, BoardJson.Options)!;
        Assert.Equal(("岩手県医師会", "association/03"), (picture.Name, answer.Picture.Topic));
        Assert.Equal(["盛岡市医師会", "花巻市医師会"], picture.Children.Values.Select(c => c.Name));

        await Register(house, local);
        var change = await watcher.First.Task.WaitAsync(TimeSpan.FromSeconds(20), Ct);
        Assert.Equal(answer.Picture.Version.Epoch, change.From.Epoch);
        Assert.DoesNotContain("\"03-002\"", change.Patch, StringComparison.Ordinal);
    }

    static async Task<Dictionary<string, int>> Children(ActorHouse house, IBoardObserver watcher)
    {
        var answer = await Board(house, AssociationId.Jma).Watch(watcher, null, Ct);
        var picture = JsonSerializer.Deserialize<AssociationPicture>(answer.Picture!.Json, BoardJson.Options)!;
        return picture.Children.ToDictionary(c => c.Key, c => c.Value.Figures.LocalMembers);
    }

    sealed class Watcher : IBoardObserver
    {
        public TaskCompletionSource<BoardChange> First { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Changed(BoardChange change)
        {
            // The time of the figures may change before a figure does.
            if (change.Patch.Contains("\"03-001\"", StringComparison.Ordinal)) First.TrySetResult(change);
            return Task.CompletedTask;
        }
    }
}
