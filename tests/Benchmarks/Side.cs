using System.Diagnostics;

namespace JmaActors.Benchmarks;

/// <summary>One way of doing the same durable command, driven by workers that each wait for its answer before the next.</summary>
abstract class Side(string name, params int[] concurrencies)
{
    public string Name => name;

    /// <summary>Commands in flight that suit it best; found by <see cref="Tune"/>.</summary>
    public int Concurrency { get; set; } = concurrencies[0];

    public List<double> Rates { get; } = [];

    /// <summary>Of each round, for how many milliseconds the collector stopped everything, and how often it collected all generations.</summary>
    public List<string> Paused { get; } = [];

    public Latencies Acks { get; } = new();

    /// <summary>Commands that were answered, warm-up included.</summary>
    public long Done { get; private set; }

    public abstract Task Prepare();

    /// <summary>One worker's next command, durable when it completes. <paramref name="n"/> is unique.</summary>
    protected abstract Task Command(int worker, long n);

    /// <summary>Warms up, then tries each concurrency shortly, twice over since a machine has its moments, and keeps the fastest.</summary>
    /// <param name="ackMs">When given, what answers later than this at the 99th percentile in either try does not suit; the fewest in flight do when none is quicker.</param>
    public async Task Tune(TimeSpan warmUp, TimeSpan probe, double? ackMs = null)
    {
        Concurrency = concurrencies[^1];
        await Drive(warmUp, null);
        var (tried, late) = (new Dictionary<int, double>(), new HashSet<int>());
        foreach (var candidate in concurrencies.Concat(concurrencies))
        {
            Concurrency = candidate;
            var acks = new Latencies();
            var measured = await Drive(probe, acks);
            Figures.Note($"{Name}: {candidate} in flight: {measured:0}/s, 99 % within {acks.Percentile(0.99):0} ms");
            tried[candidate] = Math.Max(measured, tried.GetValueOrDefault(candidate));
            if (acks.Percentile(0.99) > ackMs) late.Add(candidate);
        }
        Concurrency = concurrencies.Where(c => !late.Contains(c)).DefaultIfEmpty(concurrencies[0]).MaxBy(c => tried[c]);
        Figures.Note($"{Name}: {Concurrency} in flight suit it best ({tried[Concurrency]:0}/s)");
    }

    /// <param name="leadIn">How long it works before it is counted: after a checkpoint the first change of a page writes the whole page into the log.</param>
    /// <param name="duration">How long it is counted.</param>
    public async Task Measure(TimeSpan leadIn, TimeSpan duration)
    {
        await Drive(leadIn, null);
        var (paused, full) = (GC.GetTotalPauseDuration(), GC.CollectionCount(2));
        Rates.Add(await Drive(duration, Acks));
        Paused.Add($"{(GC.GetTotalPauseDuration() - paused).TotalMilliseconds:0}/{GC.CollectionCount(2) - full}");
    }

    long next;

    async Task<double> Drive(TimeSpan duration, Latencies? acks)
    {
        var began = Stopwatch.GetTimestamp();
        var until = began + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var workers = Enumerable.Range(0, Concurrency).Select(w => Task.Run(() => Work(w, until, acks))).ToArray();
        var done = (await Task.WhenAll(workers)).Sum();
        Done += done;
        return done / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    async Task<long> Work(int worker, long until, Latencies? acks)
    {
        long done = 0;
        while (true)
        {
            var began = Stopwatch.GetTimestamp();
            if (began >= until) break;
            await Command(worker, Interlocked.Increment(ref next));
            // Every sixteenth command is timed: enough for percentiles, too few to cost.
            if (acks is not null && (done & 15) == 0) acks.AddAtOnce(Stopwatch.GetElapsedTime(began));
            done++;
        }
        return done;
    }

    /// <summary>A member spread evenly and without order over all of them.</summary>
    protected static int MemberOf(long n) => (int)((ulong)n * 0x9E3779B97F4A7C15UL >> 32) % Database.Members is var m && m < 0 ? m + Database.Members : m;
}
