using System.Numerics;
using System.Runtime.CompilerServices;
using JmaActors.Policies;

namespace JmaActors.Credits;

/// <summary>A set of curriculum codes, one bit each: sets of several years unite in a few instructions.</summary>
[InlineArray(Words)]
public struct CmeCodeSet
{
    const int Words = CurriculumTable.LargestCode / 64 + 1;

    ulong first;

    public void Add(short code) => this[code >> 6] |= 1UL << (code & 63);

    public void Remove(short code) => this[code >> 6] &= ~(1UL << (code & 63));

    public void Unite(in CmeCodeSet other)
    {
        for (var word = 0; word < Words; word++) this[word] |= other[word];
    }

    public readonly int Count
    {
        get
        {
            var count = 0;
            for (var word = 0; word < Words; word++) count += BitOperations.PopCount(this[word]);
            return count;
        }
    }

    /// <summary>The codes in order.</summary>
    public readonly int[] ToArray()
    {
        var list = new int[Count];
        var at = 0;
        for (var word = 0; word < Words; word++)
        {
            for (var bits = this[word]; bits != 0; bits &= bits - 1) list[at++] = (word << 6) + BitOperations.TrailingZeroCount(bits);
        }
        return list;
    }
}
