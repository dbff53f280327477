using System.Diagnostics;
using JmaActors.WorkHours;
using Npgsql;
using Orleans.Core.Internal;

namespace JmaActors.Benchmarks.Clock;

/// <summary>A year of records of many physicians, taken in in batches, and how long a physician's month takes whose actor is not in memory.</summary>
static class HoursBenchmark
{
    /// <summary>Records of one physician: a year of working days, each with its break, and nights.</summary>
    const int Records = 500;

    const int Asked = 400;

    public static async Task<int> Run()
    {
        await On("postgres", await Database.Fresh("bench_hours"));
        await On("sqlite", null);
        return 0;
    }

    static async Task On(string database, string? connection)
    {
        var people = ClockBenchmark.Number("JMA_BENCH_PEOPLE", 2_000);
        await using var silo = await BenchSilo.Start(connection);
        var world = new ClockWorld(silo.Client, people);
        await world.Employ(async () =>
        {
            var count = 0L;
            for (var i = 0; i < people; i++) count += (await world.Hours(i).Employers(CancellationToken.None)).Count;
            return count;
        });
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, people, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, ct) =>
        {
            foreach (var some in Year(i).Chunk(WorkHoursLimits.Batch))
            {
                if ((await world.Hours(i).RecordBatch(some, ct)).Any(a => !a.Accepted || a.Repeat)) throw new InvalidOperationException("A record was not taken.");
            }
        });
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Figures.Note($"{people * Records} records on {database}");
        Figures.Print($"hours batches on {database} s", took, "0.0");
        await Cold(world, database);
    }

    static async Task Cold(ClockWorld world, string database)
    {
        var (latencies, random) = (new Latencies(), new Random(5));
        for (var n = 0; n < Asked; n++)
        {
            var hours = world.Hours(random.Next(world.People));
            await hours.AsReference<IGrainManagementExtension>().DeactivateOnIdle(CancellationToken.None);
            var began = Stopwatch.GetTimestamp();
            var view = await hours.Read(null, Caller.System, CancellationToken.None);
            // The first are of a process that has not read yet.
            if (n >= Asked / 10) latencies.Add(Stopwatch.GetElapsedTime(began));
            if (view.Version < Records) throw new InvalidOperationException($"A ledger has {view.Version} events only.");
        }
        Figures.Print($"hours month cold p50 ms on {database}", latencies.Percentile(0.50));
        Figures.Print($"hours month cold ms on {database}", latencies.Percentile(0.95));
    }

    static IEnumerable<RecordWork> Year(int i)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(9));
        var made = 0;
        for (var day = today.AddDays(-364); made < Records; day = day.AddDays(1))
        {
            if (day >= today) yield break;
            var morning = new DateTimeOffset(day.ToDateTime(new TimeOnly(8, 30)), TimeSpan.FromHours(9)).AddMinutes(i % 20);
            var place = ClockWorld.Place(i);
            RecordWork Of(string key, HoursKind kind, double from, double to) => new($"{day.DayNumber}{key}", place, kind, morning.AddHours(from), morning.AddHours(to), WorkSource.Import, Caller.System, Reason: "勤怠システムより");
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            {
                if ((day.DayNumber + i) % 9 == 0 && made < Records && ++made > 0) yield return Of("n", HoursKind.NightDuty, 0, 15);
                continue;
            }
            foreach (var record in (RecordWork[])[Of("w", HoursKind.Scheduled, 0, 9), Of("b", HoursKind.Break, 4, 5), Of("o", HoursKind.Overtime, 9, 9 + (day.DayNumber + i) % 4 + 0.5)])
            {
                if (record.Key.EndsWith('o') && (day.DayNumber + i) % 3 == 0) continue;
                if (made++ < Records) yield return record;
            }
        }
    }
}
