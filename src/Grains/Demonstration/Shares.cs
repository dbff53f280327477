namespace JmaActors.Demonstration;

/// <summary>Splits a whole number in proportion, exactly: the largest remainders get what rounding down leaves over.</summary>
static class Shares
{
    /// <summary>Parts that sum to <paramref name="total"/>. Equal remainders: the earlier part first.</summary>
    public static int[] Of(int total, IReadOnlyList<int> weights)
    {
        long sum = weights.Sum(w => (long)w);
        var parts = weights.Select(w => (int)((long)total * w / sum)).ToArray();
        var left = total - parts.Sum();
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => (long)total * weights[i] % sum).ThenBy(i => i).Take(left)) parts[i]++;
        return parts;
    }

    /// <summary>Running sums, for drawing by weight.</summary>
    public static int[] Cumulate(IEnumerable<int> weights)
    {
        var sum = 0;
        return [.. weights.Select(w => sum += w)];
    }
}
