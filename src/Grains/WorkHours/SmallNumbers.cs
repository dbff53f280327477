namespace JmaActors.WorkHours;

/// <summary>
/// Numbers of people so small that they might tell of one of them are left out (rule <c>work.small-numbers</c>). Of numbers whose sum is known as many more are left out as
/// it takes for those left out to come to no small number themselves: otherwise the difference would tell.
/// </summary>
public static class SmallNumbers
{
    /// <summary>One number by itself.</summary>
    public static int? Hide(int number, int least) => number > 0 && number < least ? null : number;

    /// <summary>Parts of a sum, in the order given; null where one is left out.</summary>
    public static int?[] Hide(IReadOnlyList<int> parts, int least)
    {
        var shown = new int?[parts.Count];
        var (hidden, count) = (0, 0);
        for (var i = 0; i < parts.Count; i++)
        {
            shown[i] = Hide(parts[i], least);
            if (shown[i] is null) (hidden, count) = (hidden + parts[i], count + 1);
        }
        foreach (var i in Enumerable.Range(0, parts.Count).Where(i => shown[i] > 0).OrderBy(i => parts[i]).ThenBy(i => i))
        {
            // One alone is the difference to the sum; several that come to little are nearly so.
            if (count == 0 || (count > 1 && hidden >= least)) break;
            (shown[i], hidden, count) = (null, hidden + parts[i], count + 1);
        }
        return shown;
    }
}
