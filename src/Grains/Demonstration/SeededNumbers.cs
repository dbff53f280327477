namespace JmaActors.Demonstration;

/// <summary>
/// A generator of numbers that gives the same sequence for the same seed on every machine and in every version (SplitMix64, Steele et al. 2014).
/// Each person has one of their own, so nobody's attributes depend on how many others were generated before.
/// </summary>
struct SeededNumbers(ulong seed)
{
    const ulong Golden = 0x9E3779B97F4A7C15;

    ulong _state = seed;

    /// <summary>The generator of item <paramref name="index"/> of a stream.</summary>
    public static SeededNumbers Of(ulong seed, ulong stream, long index) => new(Mix(Mix(seed + stream * Golden) + (ulong)index * Golden));

    public ulong Next() => Mix(_state += Golden);

    /// <summary>A whole number from 0 up to, not including, <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)((UInt128)Next() * (uint)limit >> 64);

    /// <summary>A whole number between both, including them.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>True with a chance of <paramref name="percent"/> in a hundred.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>About a bell curve between both ends: the mean of three draws.</summary>
    public int Bell(int first, int last) => (Between(first, last) + Between(first, last) + Between(first, last)) / 3;

    /// <summary>The index drawn from cumulated weights.</summary>
    public int Weighted(ReadOnlySpan<int> cumulated)
    {
        var at = cumulated.BinarySearch(Below(cumulated[^1]) + 1);
        return at >= 0 ? at : ~at;
    }

    static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
