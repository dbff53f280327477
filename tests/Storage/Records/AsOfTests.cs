using CsCheck;
using JmaActors.Members;

namespace JmaActors.Tests.Storage.Records;

/// <summary>
/// What a random history answered on each day, written down while it ran, is what as-of answers for that day afterwards: 1,000 histories of sixteen days through
/// the real actors, with memberships recorded late and ahead, corrections of everything that can be corrected, credits told late by a session, and other
/// records of the same person merged into this one and taken out again.
/// </summary>
public sealed class AsOfTests
{
    const int Lives = 1_000;

    /// <summary>Lives lived side by side.</summary>
    const int AtOnce = 64;

    [Theory, InlineData(false), InlineData(true)]
    public async Task What_was_answered_on_each_day_is_what_as_of_answers_afterwards(bool postgres)
    {
        await Life.Random.Array[Lives].SampleAsync(lives => Run(postgres, lives), iter: 1);
    }

    static async Task Run(bool postgres, Life[] random)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var house = await RecordHouse.Open(postgres);
        var lives = random.Select((life, i) => new LivedLife(house, life, i)).ToArray();
        for (var day = 0; day < Life.Length; day++)
        {
            if (day > 0) house.Clock.Advance(TimeSpan.FromDays(1));
            await house.Service<MembershipBeginnings>().Begin(ct);
            await Parallel.ForEachAsync(lives, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (life, _) => await life.Day(day, ct));
        }
        await Parallel.ForEachAsync(lives, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (life, _) => await life.Compare(ct));
        // Every kind of step was taken, and often enough to mean something.
        foreach (var kind in Enum.GetValues<LifeStepKind>()) Assert.InRange(lives.Sum(l => l.Done.GetValueOrDefault(kind)), 50, int.MaxValue);
    }
}
