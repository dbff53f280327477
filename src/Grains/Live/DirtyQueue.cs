namespace JmaActors.Live;

/// <summary>Keys that wait for their turn, each once, in the order they became dirty.</summary>
sealed class DirtyQueue
{
    readonly HashSet<string> waiting = new(StringComparer.Ordinal);
    readonly Queue<string> order = [];

    public int Count => order.Count;

    public void Add(string key)
    {
        if (waiting.Add(key)) order.Enqueue(key);
    }

    public void Add(IEnumerable<string> keys)
    {
        foreach (var key in keys) Add(key);
    }

    public bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? key)
    {
        if (!order.TryDequeue(out key)) return false;
        waiting.Remove(key);
        return true;
    }
}
