using JmaActors.Journal;
using JmaActors.Storage.Postgres;
using Microsoft.Extensions.Time.Testing;

namespace JmaActors.Tests.Storage.Journal;

/// <summary>What a writer remembers of the heads it has moved, and when their rows follow.</summary>
public sealed class HeadsInMotionTests
{
    readonly FakeTimeProvider time = new();
    readonly HeadsInMotion motion;

    public HeadsInMotionTests() => motion = new HeadsInMotion(time);

    [Fact]
    public void A_head_is_known_from_where_it_was_moved_to_and_from_nowhere_else()
    {
        motion.Moved([Move("a", 1)]);

        Assert.True(motion.Knows(Move("a", 2)));
        Assert.False(motion.Knows(Move("a", 1)));
        Assert.False(motion.Knows(Move("a", 3)));
        Assert.False(motion.Knows(Move("a", 2) with { ExpectedHash = Hash(9) }));
        Assert.False(motion.Knows(Move("b", 2)));
    }

    [Fact]
    public void On_another_connection_nothing_is_known_and_no_row_follows()
    {
        motion.Moved([Move("a", 1)]);
        motion.Moved([Move("a", 2)]);
        Assert.Equal([("a", 2L)], Taken(all: true));
        motion.Forget();
        motion.Lag();

        Assert.False(motion.Knows(Move("a", 3)));
        Assert.Empty(Taken(all: true));
    }

    [Fact]
    public void A_row_follows_only_where_it_lags_and_only_after_a_while_and_a_head_that_rests_is_forgotten()
    {
        motion.Moved([Move("a", 1), Move("b", 1)]);
        motion.Moved([Move("b", 2)]);
        Assert.Empty(Taken());
        time.Advance(HeadsInMotion.Behind);

        Assert.Equal([("b", 2L)], Taken());
        Assert.False(motion.Knows(Move("a", 2)));
        motion.Moved([]);
        Assert.True(motion.Knows(Move("b", 3)));
        time.Advance(HeadsInMotion.Behind);

        Assert.Empty(Taken());
        Assert.True(motion.IsEmpty);
    }

    [Fact]
    public void A_head_that_moves_on_while_its_row_follows_stays_known_and_lags_again()
    {
        motion.Moved([Move("a", 1)]);
        motion.Moved([Move("a", 2)]);
        Assert.Equal([("a", 2L)], Taken(all: true));
        Assert.True(motion.Knows(Move("a", 3)));

        motion.Moved([Move("a", 3)]);

        Assert.True(motion.Knows(Move("a", 4)));
        Assert.Empty(Taken());
        Assert.Equal([("a", 3L)], Taken(all: true));
    }

    [Fact]
    public void A_head_compared_by_its_row_again_lags_no_more()
    {
        motion.Moved([Move("a", 1)]);
        motion.Moved([Move("a", 2)]);
        motion.Moved([Move("a", 7)]);

        Assert.Empty(Taken(all: true));
    }

    [Fact]
    public void What_did_not_come_to_pass_still_lags()
    {
        motion.Moved([Move("a", 1)]);
        motion.Moved([Move("a", 2)]);
        Assert.Equal([("a", 2L)], Taken(all: true));

        motion.Lag();

        Assert.True(motion.Knows(Move("a", 3)));
        Assert.Equal([("a", 2L)], Taken(all: true));
    }

    [Fact]
    public void Rows_without_an_event_move_nothing()
    {
        motion.Moved([Move("a", 1) with { Version = 0 }]);

        Assert.True(motion.IsEmpty);
    }

    [Fact]
    public void Heads_that_began_to_move_together_follow_in_portions()
    {
        var names = Enumerable.Range(0, 1_000).Select(i => $"a/{i}").ToList();
        motion.Moved(names.ConvertAll(n => Move(n, 1)));
        motion.Moved(names.ConvertAll(n => Move(n, 2)));
        time.Advance(HeadsInMotion.Behind);

        List<int> portions = [];
        while (Taken(most: 200) is { Count: > 0 } portion)
        {
            portions.Add(portion.Count);
            motion.Moved([]);
        }

        Assert.Equal([200, 200, 200, 200, 200], portions);
    }

    [Fact]
    public void With_too_many_in_motion_the_oldest_follow_sooner()
    {
        var names = Enumerable.Range(0, HeadsInMotion.Most + 10).Select(i => $"a/{i}").ToList();
        motion.Moved(names.ConvertAll(n => Move(n, 1)));
        motion.Moved(names.ConvertAll(n => Move(n, 2)));

        Assert.Equal(names.Take(200), Taken(most: 200).Select(t => t.Ledger));
        motion.Moved([]);
        Assert.False(motion.Knows(Move("a/0", 3)));
    }

    List<(string Ledger, long Version)> Taken(int most = 1_000, bool all = false) => motion.Take(most, all).ConvertAll(m => (m.Ledger, m.Version));

    static HeadMove Move(string ledger, long to) => new(ledger, to - 1, Hash(to - 1), to, Hash(to));

    static byte[] Hash(long of)
    {
        var hash = new byte[HashChain.Size];
        hash[0] = (byte)of;
        return hash;
    }
}
