using JmaActors.Passes;

namespace JmaActors.Tests.Grains.Passes;

/// <summary>Passes taken back, without the actor.</summary>
public sealed class PassStories
{
    readonly Story<PassState, PassEvent> story = new(new PassLedger(), "1000000001");

    static RevokePasses Revoke(string key = "k", string reason = "lost") => new(key, reason, Caller.System);

    [Fact]
    public void Taking_passes_back_begins_the_next_generation_and_doors_see_it()
    {
        Assert.Equal(new PassesRevoked(1, "k", "lost"), story.When(PassDecider.Revoke, Revoke()).Then<PassesRevoked>());
        Assert.Equal(new PassRow(1_000_000_001, 1, Story<PassState, PassEvent>.Now), Assert.Single(story.Rows).Row);
        Assert.Equal(2, story.When(PassDecider.Revoke, Revoke("other")).Then<PassesRevoked>().Generation);
    }

    [Fact]
    public void The_same_key_again_changes_nothing() => story.Given(new PassesRevoked(1, "k", "lost"), new PassesRevoked(2, "l", "lost"))
        .When(PassDecider.Revoke, Revoke("k", "another reason")).ThenNothing(repeat: true);

    [Theory]
    [InlineData("", "lost", "bad-key")]
    [InlineData("k", "", "no-reason")]
    [InlineData("k", " ", "no-reason")]
    public void A_key_and_a_reason_are_needed(string key, string reason, string refused) => story.When(PassDecider.Revoke, Revoke(key, reason)).ThenRefused(refused);

    [Fact]
    public void Texts_and_times_are_limited()
    {
        story.When(PassDecider.Revoke, Revoke(new string('k', 101))).ThenRefused("bad-key");
        story.When(PassDecider.Revoke, Revoke(reason: new string('r', 501))).ThenRefused("reason-too-long");
        for (var i = 1; i <= PassLimits.Generations; i++) story.Given(new PassesRevoked(i, $"k{i}", "lost"));
        story.When(PassDecider.Revoke, Revoke("one more")).ThenRefused("ledger-full");
        story.When(PassDecider.Revoke, Revoke("k1")).ThenNothing(repeat: true);
    }
}
