using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace JmaActors.WorkHours;

/// <summary>Named limits of how figures follow a clock-in or clock-out.</summary>
public sealed record LateHoursLimits
{
    /// <summary>How often rows that wait are taken up.</summary>
    public TimeSpan Tick { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Rows taken up at once; those behind them wait, and of one physician everything meanwhile is one row.</summary>
    public int AtOnce { get; init; } = 100;

    /// <summary>How often rows are looked for whose figures were lost on the way, and how many are found at once.</summary>
    public TimeSpan Sweep { get; init; } = TimeSpan.FromMinutes(1);

    public int Swept { get; init; } = 1_000;
}

/// <summary>Physicians of a silo whose figures are to be put, the longest waiting first, each once.</summary>
public sealed class LateHours
{
    readonly ConcurrentQueue<long> queue = new();
    readonly ConcurrentDictionary<long, bool> waiting = new();

    /// <summary>Physicians who wait.</summary>
    public int Waiting => waiting.Count;

    /// <summary>The figures of a physician are to be put. Called once what changed them was decided.</summary>
    public void Due(long member)
    {
        if (waiting.TryAdd(member, true)) queue.Enqueue(member);
    }

    /// <summary>Takes the next, at most so many. What changes from here on makes them wait again.</summary>
    public List<long> Take(int most)
    {
        var taken = new List<long>(Math.Min(most, queue.Count));
        while (taken.Count < most && queue.TryDequeue(out var member))
        {
            waiting.TryRemove(member, out _);
            taken.Add(member);
        }
        return taken;
    }
}

/// <summary>The side of a physician's ledger that puts its figures when they are due. Keyed by member number.</summary>
[Alias("late-hours-grain")]
interface ILateHoursGrain : IGrainWithIntegerKey
{
    /// <summary>Puts the figures as they are now; ends when they are durable.</summary>
    [Alias("show-hours")]
    Task ShowHours(CancellationToken ct);
}

/// <summary>Puts figures that are due, in groups.</summary>
public sealed partial class LateHoursWork(LateHours late, IWorkHoursIndex index, IGrainFactory grains, LateHoursLimits limits, ILogger<LateHoursWork> log)
{
    /// <summary>Takes up the next group. One whose figures cannot be put now is found by the sweep.</summary>
    public Task Next(CancellationToken ct) => Task.WhenAll(late.Take(limits.AtOnce).Select(member => Quietly(member, ct)));

    /// <summary>Finds rows that are behind: a silo that went took its queue with it.</summary>
    public async Task Sweep(CancellationToken ct)
    {
        foreach (var member in await index.Behind(limits.Swept, ct)) late.Due(member);
    }

    async Task Quietly(long member, CancellationToken ct)
    {
        try
        {
            await grains.GetGrain<ILateHoursGrain>(member).ShowHours(ct);
        }
        catch (Exception e) when (e is TryAgainException or TimeoutException)
        {
            // Its ledger reads the journal again, or the database is away.
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // One that cannot be put keeps nobody else's from being put.
            NotPut(log, e, new MemberId(member));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The figures of {Member} could not be put; the sweep tries again.")]
    static partial void NotPut(ILogger log, Exception e, MemberId member);
}
