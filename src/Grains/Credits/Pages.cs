namespace JmaActors.Credits;

/// <summary>
/// A list that grows page by page: the first page doubles until it is whole, later ones are whole at once, so that growing copies next to nothing.
/// What is reserved at once lies in one page.
/// </summary>
/// <param name="bits">A whole page has 2 to this many items, more when one reservation needs more.</param>
struct Pages<T>(int bits)
    where T : unmanaged
{
    const int Smallest = 4;

    T[][] pages = [];
    int used;

    /// <summary>Reserves places for as many items, all default; answers the first.</summary>
    public int Reserve(int count)
    {
        var whole = 1 << bits;
        if (pages.Length == 0 || (used + count > whole && used > 0))
        {
            Array.Resize(ref pages, pages.Length + 1);
            (pages[^1], used) = (pages.Length == 1 ? [] : new T[Math.Max(whole, count)], 0);
        }
        ref var last = ref pages[^1];
        if (used + count > last.Length) Array.Resize(ref last, Math.Max(used + count, Math.Min(whole, Math.Max(Smallest, 2 * last.Length))));
        var place = ((pages.Length - 1) << bits) + used;
        used += count;
        return place;
    }

    /// <summary>The items reserved at a place.</summary>
    public readonly Span<T> At(int place, int count) => pages[place >> bits].AsSpan(place & ((1 << bits) - 1), count);

    public readonly ref T this[int place] => ref pages[place >> bits][place & ((1 << bits) - 1)];
}
