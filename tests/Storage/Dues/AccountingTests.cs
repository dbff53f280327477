using JmaActors.Associations;
using JmaActors.Bank;
using JmaActors.Dues;
using JmaActors.Members;
using JmaActors.Time;

namespace JmaActors.Tests.Storage.Dues;

/// <summary>
/// The books close whatever happens: random histories of several people, associations and bank accounts through the real actors and the real journal, with commands repeated, answers lost, actors put to
/// sleep, and the silo gone in the middle, again and again. After each of them what views, ledgers, boards and the bank say is one and the same, and everything acknowledged is there once.
/// </summary>
public sealed class AccountingTests
{
    const int Rounds = 6, People = 10, Steps = 1_000;

    /// <summary>So many commits a round until the silo is gone; fewer than a round would make.</summary>
    const int CommitsLeast = 5, CommitsMost = 80;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, InlineData(false), InlineData(true)]
    public async Task Whatever_is_sent_repeated_and_cut_off_the_books_close(bool postgres)
    {
        var seed = Random.Shared.Next();
        try
        {
            await Run(postgres, seed);
        }
        catch (Exception e) when (!Ct.IsCancellationRequested)
        {
            throw new InvalidOperationException($"seed {seed}: {e.Message}", e);
        }
    }

    static async Task Run(bool postgres, int seed)
    {
        await using var house = await DuesHouse.Open(postgres, seed);
        var today = Tokyo.DateOf(house.Service<TimeProvider>().GetUtcNow());
        var dice = new Random(seed);
        var people = Enumerable.Range(0, People).Select(n => new DuesLife(house, n, today, new Random(unchecked(seed + n)))).ToList();
        var accounts = BankLife.Associations.Select((a, n) => new BankLife(house, a, n, today, [.. people.Select(p => p.Me)], new Random(unchecked(seed * 31 + n)))).ToList();
        IReadOnlyList<DuesOrders> all = [.. people, .. accounts];
        foreach (var each in all) await each.Begin();
        Assert.All(all.SelectMany(each => each.Sent), begun => Assert.Null(begun.Why));
        for (var round = 0; round < Rounds; round++)
        {
            house.DiesAfter(dice.Next(CommitsLeast, CommitsMost));
            await Task.WhenAll(all.Select(each => each.Go(Steps)));
            Assert.True(house.Dead);
            await house.Again();
            foreach (var each in all) await each.SendUnanswered();
            await house.Quiet();
            await new DuesProof(house, today).Hold(all);
        }
        Assert.InRange(all.Sum(each => each.Sent.Count(o => o.Accepted)), 150, int.MaxValue);
    }
}
