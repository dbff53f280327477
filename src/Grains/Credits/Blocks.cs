namespace JmaActors.Credits;

/// <summary>
/// A list that grows block by block: the first block doubles until it is whole, later ones are whole at once, so that growing copies next to nothing.
/// What is reserved at once lies in one block.
/// </summary>
/// <param name="bits">A whole block has 2 to this many items, more when one reservation needs more.</param>
struct Blocks<T>(int bits)
    where T : unmanaged
{
    const int Smallest = 4;

    T[][] blocks = [];
    int used;

    /// <summary>Reserves places for as many items, all default; answers the first.</summary>
    public int Reserve(int count)
    {
        var whole = 1 << bits;
        if (blocks.Length == 0 || (used + count > whole && used > 0))
        {
            Array.Resize(ref blocks, blocks.Length + 1);
            (blocks[^1], used) = (blocks.Length == 1 ? [] : new T[Math.Max(whole, count)], 0);
        }
        ref var last = ref blocks[^1];
        if (used + count > last.Length) Array.Resize(ref last, Math.Max(used + count, Math.Min(whole, Math.Max(Smallest, 2 * last.Length))));
        var place = ((blocks.Length - 1) << bits) + used;
        used += count;
        return place;
    }

    /// <summary>The items reserved at a place.</summary>
    public readonly Span<T> At(int place, int count) => blocks[place >> bits].AsSpan(place & ((1 << bits) - 1), count);

    public readonly ref T this[int place] => ref blocks[place >> bits][place & ((1 << bits) - 1)];
}
