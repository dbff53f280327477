using JmaActors.Training;
using Orleans.Concurrency;

namespace JmaActors.Tests.Grains.Training;

/// <summary>Taps of a list kept by hand are looked at before they are handed in.</summary>
public class PaperListTests(TimedHouse house) : IClassFixture<TimedHouse>
{
    static CancellationToken Ct => TimedHouse.Ct;

    TapCard Hand(MemberId person, TapDirection direction, double minutes) =>
        new(default, direction, house.Clock.GetUtcNow().AddMinutes(minutes), "paper-list", $"{person}-{minutes}-{direction}", Caller.System, Person: person);

    [Fact]
    public async Task A_trial_says_what_handing_in_then_does_and_keeps_nothing()
    {
        var sitting = await house.Open(false, (0, 60, 1));
        var (one, _) = await house.Somebody();
        var (two, _) = await house.Somebody();
        house.Pass(30);
        TapCard[] taps =
        [
            Hand(one, TapDirection.Out, -5), Hand(one, TapDirection.In, -25), Hand(two, TapDirection.Out, -10), Hand(new MemberId(9_999_999_998), TapDirection.In, -20), Hand(one, TapDirection.In, 600),
        ];
        var before = (await sitting.Session.Read(Caller.System, Ct))!.Version;

        var tried = await sitting.Session.TryTaps(taps.AsImmutable(), Caller.System, Ct);

        Assert.Equal([null, null, "not-in", "unknown-card", "ahead-of-time"], tried.Select(t => t.Reason));
        Assert.All(tried, t => Assert.False(t.Repeat));
        Assert.Equal(before, (await sitting.Session.Read(Caller.System, Ct))!.Version);
        Assert.Null(await sitting.Session.Line(one, Caller.System, Ct));

        var did = await sitting.Session.TapBatch(taps.AsImmutable(), Ct);
        Assert.Equal(tried.Select(t => t.Reason), did.Select(d => d.Refusal?.Reason ?? d.Value!.Reason));
        Assert.NotNull(await sitting.Session.Line(one, Caller.System, Ct));
        Assert.All(await sitting.Session.TryTaps(taps[..2].AsImmutable(), Caller.System, Ct), t => Assert.True(t.Repeat));
        Assert.All(await sitting.Session.TapsOf(one, Caller.System, Ct), t => Assert.True(t.Manual));
    }
}
