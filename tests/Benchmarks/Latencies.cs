namespace JmaActors.Benchmarks;

/// <summary>Counts durations in buckets of 50 µs up to ten seconds. Not shared between threads without <see cref="Add(Latencies)"/>.</summary>
sealed class Latencies
{
    const double PerMs = 20;
    readonly long[] counts = new long[200_000];

    public long Count { get; private set; }

    public void Add(TimeSpan duration)
    {
        counts[Math.Clamp((int)(duration.TotalMilliseconds * PerMs), 0, counts.Length - 1)]++;
        Count++;
    }

    public void Add(Latencies other)
    {
        for (var i = 0; i < counts.Length; i++) counts[i] += other.counts[i];
        Count += other.Count;
    }

    /// <summary>Milliseconds below which the given share lies.</summary>
    public double Percentile(double share)
    {
        var wanted = Math.Max(1, (long)Math.Ceiling(Count * share));
        long seen = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            seen += counts[i];
            if (seen >= wanted) return (i + 1) / PerMs;
        }
        return 0;
    }
}
