using System.Text.Json;
using JmaActors.Live;
using JmaActors.Tests.Grains.Associations;
using JmaActors.Training;

namespace JmaActors.Tests.Grains.Training;

/// <summary>A tap travels over the stream to the board and from there to whoever watches.</summary>
public class SeminarBoardTests(TimedHouse house) : IClassFixture<TimedHouse>
{
    static CancellationToken Ct => TimedHouse.Ct;

    sealed class Watcher : IBoardObserver
    {
        public List<BoardChange> Changes { get; } = [];

        public Task Changed(BoardChange change)
        {
            lock (Changes) Changes.Add(change);
            return Task.CompletedTask;
        }

        public int Count
        {
            get
            {
                lock (Changes) return Changes.Count;
            }
        }
    }

    /// <summary>Streams are pulled by the clock, which only a test moves.</summary>
    Task<int> Seen(Watcher watcher)
    {
        house.Pass(0.001);
        return Task.FromResult(watcher.Count);
    }

    [Fact]
    public async Task A_tap_reaches_a_watcher_of_the_seminar_and_of_the_member()
    {
        var sitting = await house.Open(false, (0, 60, 1));
        var (id, card) = await house.Somebody();
        var (hall, own) = (new Watcher(), new Watcher());
        var board = house.Grains.GetGrain<ISeminarBoardGrain>(sitting.Id.Code);
        var (hallReference, ownReference) = (house.Grains.CreateObjectReference<IBoardObserver>(hall), house.Grains.CreateObjectReference<IBoardObserver>(own));
        var first = await board.Watch(hallReference, null, Ct);
        await house.Credits(id).Watch(ownReference, null, Ct);
        Assert.Equal($"seminar/{sitting.Id}", first.Picture!.Topic);
        Assert.Equal(0, Picture(first).Inside);

        var tapped = Time(house);
        var tap = await sitting.Tap(card);
        await Eventually.Be("the hall's board to change", () => Seen(hall), n => n > 0, Ct);
        await Eventually.Be("the member's page to change", () => Seen(own), n => n > 0, Ct);

        var picture = await Eventually.Be("the board to show the tap", async () => Picture(await board.Watch(hallReference, null, Ct)), p => p.Sequence >= tap.Sequence, Ct);
        Assert.Equal((1, 1, 1, 1), (picture.Inside, picture.People, picture.Ins, picture.InsLastMinute));
        Assert.Equal((1, 0.5m), (picture.Associations["26-007"].Inside, picture.Talks["1"].MaxUnits * 0.5m));
        Assert.Equal(1, picture.Curve[tapped]);
    }

    [Fact]
    public async Task A_board_that_wakes_late_draws_the_whole_curve_and_every_doubt()
    {
        var sitting = await house.Open(false, (0, 60, 1));
        var (_, card) = await house.Somebody();
        var minutes = new List<string> { Time(house) };
        await sitting.Tap(card);
        house.Pass(3);
        minutes.Add(Time(house));
        await sitting.Tap(card, TapDirection.Out);
        await sitting.Tap(card, TapDirection.Out);

        var picture = Picture(await house.Grains.GetGrain<ISeminarBoardGrain>(sitting.Id.Code).Watch(house.Grains.CreateObjectReference<IBoardObserver>(new Watcher()), null, Ct));

        Assert.Equal([(minutes[0], 1), (minutes[1], 0)], picture.Curve.Select(c => (c.Key, c.Value)));
        Assert.Equal("not-in", Assert.Single(picture.Doubts).Value.Reason);
        Assert.Equal((0, 1, 1, 1), (picture.Inside, picture.Ins, picture.Outs, picture.Refused));
    }

    [Fact]
    public async Task A_board_of_a_session_that_does_not_exist_shows_nothing() =>
        Assert.Null((await house.Grains.GetGrain<ISeminarBoardGrain>("P26-20261123-NONE.1").Watch(house.Grains.CreateObjectReference<IBoardObserver>(new Watcher()), null, Ct)).Picture);

    static SeminarPicture Picture(WatchAnswer answer) => JsonSerializer.Deserialize<SeminarPicture>(answer.Picture!.Json, BoardJson.Options)!;

    static string Time(TimedHouse house) => JmaActors.Time.Tokyo.MinuteOf(house.Clock.GetUtcNow());
}
