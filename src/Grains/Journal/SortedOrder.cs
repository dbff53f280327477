using System.Runtime.InteropServices;

namespace JmaActors.Journal;

/// <summary>Sorts rows by moving their places, not themselves: a row of several references costs the collector's barriers with every move. Equal rows stay in the order they came. Reused.</summary>
sealed class SortedOrder<T>
{
    readonly Comparison<int> byRow;
    int[] order = [];
    List<T> rows = [];

    public SortedOrder(Compare compare) => byRow = (a, b) =>
    {
        var way = compare(in CollectionsMarshal.AsSpan(rows)[a], in CollectionsMarshal.AsSpan(rows)[b]);
        return way != 0 ? way : a - b;
    };

    public delegate int Compare(in T a, in T b);

    /// <summary>Adds <paramref name="from"/> to <paramref name="to"/> in order.</summary>
    public void CopyTo(List<T> from, List<T> to)
    {
        rows = from;
        if (order.Length < from.Count) order = new int[Math.Max(from.Count, order.Length * 2)];
        var places = order.AsSpan(0, from.Count);
        for (var i = 0; i < places.Length; i++) places[i] = i;
        places.Sort(byRow);
        foreach (var place in places) to.Add(from[place]);
        rows = [];
    }
}
