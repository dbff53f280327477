using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using JmaActors.Journal;

namespace JmaActors.Storage.Postgres;

/// <summary>
/// Heads a writer's connection has moved lately. While it lives the database cannot have gone back behind them, so that the key of the events compares and sets:
/// whoever went on elsewhere has taken the next version. Their rows in <c>ledger_head</c> follow some seconds behind, one change for many. A head that has come to
/// rest is forgotten, and all are when the connection ends: then the row is compared again. Used in the writer's turn only. See docs/decisions/0034.
/// </summary>
sealed class HeadsInMotion(TimeProvider time)
{
    /// <summary>How far behind its ledger a row is before it follows.</summary>
    public static readonly TimeSpan Behind = TimeSpan.FromSeconds(5);

    /// <summary>Heads remembered, about; with more, the oldest rows follow sooner, and their heads are forgotten.</summary>
    public const int Most = 65_536;

    /// <summary>Between two portions, unless the last one was full: a statement for a few rows in every group would cost more than they do.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Rows that follow with a group of none; see <see cref="With"/>.</summary>
    const int AtOnce = 64;

    readonly Dictionary<string, Place> places = new(StringComparer.Ordinal);
    readonly Queue<(string Ledger, long Since)> order = new();
    readonly List<HeadMove> behind = [];
    long next;

    /// <summary>How many rows may follow with a group of so many heads. Of ledgers that move all the time hardly more come than go; what does not go lags a little longer.</summary>
    public static int With(int heads) => heads / 2 + AtOnce;

    /// <summary>No head is in motion.</summary>
    public bool IsEmpty => places.Count == 0;

    /// <summary>Whether the connection has committed the head a move starts from: it need not be compared.</summary>
    public bool Knows(in HeadMove move) => places.TryGetValue(move.Ledger, out var place) && place.Is(move);

    /// <summary>The heads whose rows follow with the next commit: those that have moved for long enough, or <paramref name="all"/>. The list is used again.</summary>
    /// <param name="most">Rows at most. Heads that began to move together do not hold up one group.</param>
    public List<HeadMove> Take(int most, bool all = false)
    {
        behind.Clear();
        var now = time.GetTimestamp();
        if (!all && now < next) return behind;
        while (behind.Count < most && order.TryPeek(out var oldest) && (all || places.Count > Most || time.GetElapsedTime(oldest.Since, now) >= Behind))
        {
            order.Dequeue();
            var place = places[oldest.Ledger];
            if (place.Version > place.Row) behind.Add(new HeadMove(oldest.Ledger, place.Row, [], place.Version, place.Hash.ToArray()));
            else places.Remove(oldest.Ledger);
        }
        if (behind.Count < most) next = now + (long)(Pause.TotalSeconds * time.TimestampFrequency);
        return behind;
    }

    /// <summary>Remembers what a commit moved, and that the rows taken with it have followed.</summary>
    public void Moved(List<HeadMove> moves)
    {
        foreach (ref readonly var move in CollectionsMarshal.AsSpan(moves))
        {
            if (move.Version == move.Expected) continue;
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, move.Ledger, out var there);
            if (!there) order.Enqueue((move.Ledger, time.GetTimestamp()));
            // A head that was not known was compared by its row, which the commit has moved as well.
            if (!there || !place.Is(move)) place.Row = move.Version;
            place.Version = move.Version;
            move.Hash.CopyTo(place.Hash);
        }
        foreach (var followed in behind) Followed(followed);
        behind.Clear();
    }

    /// <summary>The commit did not come to pass: the rows taken with it still lag.</summary>
    public void Lag()
    {
        foreach (var lagging in behind) order.Enqueue((lagging.Ledger, time.GetTimestamp()));
        behind.Clear();
    }

    /// <summary>The connection has ended. What it knew is void, and rows that lag do so until their ledgers go on.</summary>
    public void Forget()
    {
        places.Clear();
        order.Clear();
        behind.Clear();
    }

    /// <summary>The head stays known: if it rests, it is forgotten when its turn comes again.</summary>
    void Followed(in HeadMove row)
    {
        if (places.Count > Most)
        {
            places.Remove(row.Ledger);
            return;
        }
        ref var place = ref CollectionsMarshal.GetValueRefOrNullRef(places, row.Ledger);
        place.Row = Math.Max(place.Row, row.Version);
        order.Enqueue((row.Ledger, time.GetTimestamp()));
    }

    /// <summary>Where a ledger stands and where its row does, without anything for the collector to follow.</summary>
    struct Place
    {
        public long Version;
        public long Row;
        public Hash Hash;

        /// <summary>A move starts from here.</summary>
        public readonly bool Is(in HeadMove move) => Version == move.Expected && ((ReadOnlySpan<byte>)Hash).SequenceEqual(move.ExpectedHash);
    }

    [InlineArray(HashChain.Size)]
    struct Hash
    {
        byte first;

        public readonly byte[] ToArray() => ((ReadOnlySpan<byte>)this).ToArray();
    }
}
