using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using JmaActors.Journal;

namespace JmaActors.Storage.Postgres;

/// <summary>
/// Heads a writer has moved lately. While its connection lives the database cannot have gone back behind them, so that the key of the events compares and sets:
/// whoever went on elsewhere has taken the next version. Their rows in <c>ledger_head</c> follow some seconds behind, one change for many. After that, and on a
/// new connection, the row is compared again. Used in the writer's turn only. See docs/decisions/0034.
/// </summary>
sealed class HeadsInMotion(TimeProvider time)
{
    /// <summary>How far behind its ledger a row may be.</summary>
    public static readonly TimeSpan Behind = TimeSpan.FromSeconds(5);

    /// <summary>Heads remembered at most; with more, the oldest rows follow sooner.</summary>
    public const int Most = 65_536;

    /// <summary>
    /// Rows that follow with one group at most, beside half as many as it has heads: heads that began to move together do not hold up one group, and since a head
    /// is in motion from its second commit on, no more can come than go.
    /// </summary>
    const int AtOnce = 64;

    readonly Dictionary<string, Place> places = new(StringComparer.Ordinal);
    readonly Queue<(string Ledger, long Since)> order = new();
    readonly List<HeadMove> behind = [];
    int connection;

    /// <summary>No head is in motion.</summary>
    public bool IsEmpty => places.Count == 0;

    /// <summary>Whether this connection has committed the head a move starts from: it need not be compared.</summary>
    public bool Know(in HeadMove move) =>
        places.TryGetValue(move.Ledger, out var place) && place.Connection == connection && place.Version == move.Expected && place.Hash.Is(move.ExpectedHash);

    /// <summary>Takes out the heads whose rows follow with the next commit: those that have moved for long enough, or <paramref name="all"/>. The list is used again.</summary>
    /// <param name="heads">How many heads the group that commits has.</param>
    public List<HeadMove> Take(int heads, bool all = false)
    {
        behind.Clear();
        var now = time.GetTimestamp();
        while (order.TryPeek(out var oldest) && (all || places.Count > Most || time.GetElapsedTime(oldest.Since, now) >= Behind))
        {
            if (behind.Count >= heads / 2 + AtOnce) break;
            order.Dequeue();
            if (places.Remove(oldest.Ledger, out var place) && place.Version > place.Row) behind.Add(new HeadMove(oldest.Ledger, 0, [], place.Version, place.Hash.ToArray()));
        }
        return behind;
    }

    /// <summary>Remembers what a commit moved; call it once the commit is known.</summary>
    public void Moved(List<HeadMove> moves)
    {
        behind.Clear();
        foreach (ref readonly var move in CollectionsMarshal.AsSpan(moves))
        {
            if (move.Version == move.Expected || move.Hash.Length != HashChain.Size) continue;
            // A head that was not known was compared by its row, which the commit has moved as well.
            var row = Know(move) ? 0 : move.Version;
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, move.Ledger, out var there);
            if (!there) order.Enqueue((move.Ledger, time.GetTimestamp()));
            place.Set(move, Math.Max(place.Row, row), connection);
        }
    }

    /// <summary>The commit that was to bring rows up to their heads did not come to pass: they still lag.</summary>
    public void Lag()
    {
        foreach (var move in behind)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, move.Ledger, out var there);
            if (!there) order.Enqueue((move.Ledger, time.GetTimestamp()));
            place.Set(move, 0, connection);
        }
        behind.Clear();
    }

    /// <summary>The connection is gone: on the next one every head is compared again.</summary>
    public void Distrust() => connection++;

    /// <summary>Where a ledger stands, without anything for the collector to follow.</summary>
    struct Place
    {
        public long Version;
        public long Row;
        public int Connection;
        public Hash Hash;

        public void Set(in HeadMove move, long row, int connection)
        {
            (Version, Row, Connection) = (move.Version, row, connection);
            move.Hash.CopyTo(Hash);
        }
    }

    [InlineArray(HashChain.Size)]
    struct Hash
    {
        byte first;

        public readonly bool Is(byte[] other) => ((ReadOnlySpan<byte>)this).SequenceEqual(other);

        public readonly byte[] ToArray() => ((ReadOnlySpan<byte>)this).ToArray();
    }
}
