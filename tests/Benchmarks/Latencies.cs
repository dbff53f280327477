namespace JmaActors.Benchmarks;

/// <summary>Counts durations in buckets of 50 µs up to ten seconds. Several threads share it by <see cref="AddAtOnce"/> alone.</summary>
sealed class Latencies
{
    const double PerMs = 20;
    readonly long[] counts = new long[200_000];

    long count;

    public long Count => Interlocked.Read(ref count);

    public void Add(TimeSpan duration)
    {
        counts[Bucket(duration)]++;
        count++;
    }

    /// <summary>Adds while other threads add; nothing is kept that a sweep of the collector would have to move.</summary>
    public void AddAtOnce(TimeSpan duration)
    {
        Interlocked.Increment(ref counts[Bucket(duration)]);
        Interlocked.Increment(ref count);
    }

    int Bucket(TimeSpan duration) => Math.Clamp((int)(duration.TotalMilliseconds * PerMs), 0, counts.Length - 1);

    public void Add(Latencies other)
    {
        for (var i = 0; i < counts.Length; i++) counts[i] += other.counts[i];
        count += other.count;
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
