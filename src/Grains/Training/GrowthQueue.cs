namespace JmaActors.Training;

/// <summary>Who is due when: the next instant at which time alone changes somebody's credits. Rebuilt from the state when the session wakes.</summary>
sealed class GrowthQueue
{
    readonly PriorityQueue<int, long> queue = new();
    readonly List<long> planned = [];

    /// <summary>Nobody is due any more.</summary>
    public bool IsEmpty => queue.Count == 0;

    /// <summary>Plans a person anew; what was planned before no longer counts.</summary>
    public void Plan(int place, DateTimeOffset? next)
    {
        while (planned.Count <= place) planned.Add(0);
        var ticks = next?.UtcTicks ?? 0;
        if (planned[place] == ticks) return;
        planned[place] = ticks;
        if (ticks != 0) queue.Enqueue(place, ticks);
    }

    /// <summary>Takes whoever is due by an instant, earliest first; at most <paramref name="most"/>. They are to be planned anew.</summary>
    public List<Due> Take(DateTimeOffset now, int most)
    {
        var due = new List<Due>();
        while (due.Count < most && queue.TryPeek(out var place, out var ticks) && ticks <= now.UtcTicks)
        {
            queue.Dequeue();
            if (planned[place] != ticks) continue;
            planned[place] = 0;
            due.Add(new Due(place, ticks));
        }
        return due;
    }
}
