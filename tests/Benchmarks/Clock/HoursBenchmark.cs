using System.Diagnostics;
using System.IO.Pipelines;
using JmaActors.Rosters;
using JmaActors.Web.Files;
using JmaActors.Web.Rosters;
using JmaActors.Web.WorkHours;
using JmaActors.WorkHours;
using Orleans.Core.Internal;

namespace JmaActors.Benchmarks.Clock;

/// <summary>A year of records of many physicians, imported from files of attendance systems, and how long a physician's month takes whose actor is not in memory.</summary>
static class HoursBenchmark
{
    /// <summary>Events the ledger of one physician has at the least afterwards.</summary>
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
        await using var silo = await BenchSilo.Start(connection, site: true);
        var world = new ClockWorld(silo.Client, people);
        await world.Employ(async () =>
        {
            var count = 0L;
            for (var i = 0; i < people; i++) count += (await world.Hours(i).Employers(CancellationToken.None)).Count;
            return count;
        });
        await Import(silo, people, database);
        await Cold(world, database);
    }

    /// <summary>
    /// The way of a file that is sent: read, cut, and brought to the ledgers. Each workplace sends its own two files, one after the other, day by day as half of all systems write.
    /// </summary>
    static async Task Import(BenchSilo silo, int people, string database)
    {
        var files = Enumerable.Range(0, (people + ClockWorld.Each - 1) / ClockWorld.Each).SelectMany(w => AttendanceFile.Halves(w * ClockWorld.Each, Math.Min(ClockWorld.Each, people - w * ClockWorld.Each))).ToList();
        var (began, rows) = (Stopwatch.GetTimestamp(), 0);
        for (var i = 0; i < files.Count; i++) rows += await Send(silo, files[i].Place, $"bench-{i}", files[i].Csv, expected: true);
        Figures.Print($"hours rows on {database}", rows, "0");
        Figures.Print($"hours import on {database} s", Stopwatch.GetElapsedTime(began).TotalSeconds, "0.0");
        began = Stopwatch.GetTimestamp();
        await Send(silo, files[0].Place, "again", files[0].Csv, expected: false);
        Figures.Print($"hours same file again on {database} s", Stopwatch.GetElapsedTime(began).TotalSeconds, "0.0");
    }

    static async Task<int> Send(BenchSilo silo, WorkplaceId place, string name, byte[] csv, bool expected)
    {
        await using var scope = silo.Services.CreateAsyncScope();
        var terms = new ImportTerms(ImportKind.Attendance, ImportMode.CreateAndUpdate, false, false, null, false, null, AttendanceWords.None);
        var file = new FileBody("kintai.csv", PipeReader.Create(new MemoryStream(csv)));
        var answer = await scope.ServiceProvider.GetRequiredService<ImportUpload>().Import(ImportKeys.Of(place, name), file, terms, Caller.System, CancellationToken.None);
        if (answer.Value is not { Failed: 0, Finished: true } done || (expected ? done.Unchanged : done.Created) > 0) throw new InvalidOperationException($"The file was not imported whole: {answer.Refusal} {answer.Value}");
        return done.Created;
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
}
