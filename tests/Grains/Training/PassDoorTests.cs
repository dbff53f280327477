using JmaActors.Passes;
using JmaActors.Training;

namespace JmaActors.Tests.Grains.Training;

/// <summary>QR passes at a session's door, on real actors; the clock is the test's.</summary>
public class PassDoorTests(TimedHouse house) : IClassFixture<TimedHouse>
{
    int nonces;

    static CancellationToken Ct => TimedHouse.Ct;

    Task<ShownPass> Show(MemberId me) => house.Grains.GetGrain<IPassGrain>(me.Number).Show(Caller.Member(me), Ct);

    async Task<TapResult> Tap(Sitting sitting, string pass, DateTimeOffset? at = null)
    {
        var tap = new TapCard(default, TapDirection.Auto, at ?? house.Clock.GetUtcNow(), "door-1", $"p{nonces++}", Caller.System, pass);
        return (await sitting.Session.Tap(tap, Ct)).Value!;
    }

    [Fact]
    public async Task A_pass_lets_in_once_and_its_copy_is_refused_also_at_another_desk_and_in_small_letters()
    {
        var sitting = await house.Open(false, (0, 60, 1));
        var (me, _) = await house.Somebody();
        var shown = await Show(me);

        Assert.Equal((null, me, TapDirection.In), await Said(Tap(sitting, shown.Token)));
        Assert.Equal(("just-tapped", me, TapDirection.In), await Said(Tap(sitting, shown.Token)));
        house.Pass(0.5);
        Assert.Equal(("copied-pass", me, TapDirection.In), await Said(Tap(sitting, shown.Token)));
        var other = new TapCard(default, TapDirection.In, house.Clock.GetUtcNow(), "door-2", "p0", Caller.System, shown.Token.ToLowerInvariant());
        Assert.Equal("copied-pass", (await sitting.Session.Tap(other, Ct)).Value!.Reason);
        await sitting.Leave();
        Assert.Equal("copied-pass", (await Tap(sitting, shown.Token)).Reason);
        Assert.Equal(1, (await sitting.Session.Figures(Ct)).Inside);
    }

    [Fact]
    public async Task A_pass_is_refused_when_forged_or_expired_or_taken_back_and_every_attempt_is_kept()
    {
        var sitting = await house.Open(false, (0, 60, 1));
        var (me, _) = await house.Somebody();
        var shown = await Show(me);
        var forged = shown.Token[..^1] + (shown.Token[^1] == 'A' ? 'B' : 'A');

        Assert.Equal((null, "forged-pass"), await Whose(Tap(sitting, forged)));
        Assert.Equal((null, "forged-pass"), await Whose(Tap(sitting, "JP1.SCREENSHOT")));
        Assert.Equal((me, "expired-pass"), await Whose(Tap(sitting, shown.Token, shown.Until + PassRules.ClockSkew)));
        house.Pass(1);
        var next = await Show(me);
        await house.Grains.GetGrain<IPassGrain>(me.Number).Revoke(new RevokePasses("lost", "the phone is lost", Caller.Member(me)), Ct);
        house.Pass(0.05);

        Assert.Equal((me, "revoked"), await Whose(Tap(sitting, next.Token)));
        Assert.Null((await Tap(sitting, (await Show(me)).Token)).Reason);
        Assert.Equal(4, (await sitting.Session.Figures(Ct)).Refused);
    }

    static async Task<(string?, MemberId?, TapDirection)> Said(Task<TapResult> tap) => await tap is var t ? (t.Reason, t.Member, t.Direction) : default;

    static async Task<(MemberId?, string?)> Whose(Task<TapResult> tap) => await tap is var t ? (t.Member, t.Reason) : default;
}
