using System.Diagnostics;
using JmaActors.Benchmarks.Http;
using JmaActors.Benchmarks.Live;
using JmaActors.Composition;

namespace JmaActors.Benchmarks.Rosters;

/// <summary>A roster of the whole membership over HTTP, starting again with the demonstration at full size, memory while boards work, and the tallies, on both databases.</summary>
static class RosterBenchmark
{
    const int Port = 5094;
    const int Watchers = 100;
    const int TapsPerSecond = 200;
    const int Seconds = 20;
    const int Cards = 10_000;

    /// <summary>The first start of a full demonstration loads a quarter of a million people.</summary>
    static readonly TimeSpan FirstStart = TimeSpan.FromMinutes(8);

    public static async Task<int> Run()
    {
        await On("sqlite", _ => Task.FromResult<string[]>([]));
        await On("postgres", async name => ["--postgres", await Database.Fresh(name)]);
        return 0;
    }

    static async Task On(string database, Func<string, Task<string[]>> more)
    {
        await InFolder(async data => await Import(database, ["--data", data, "--eyes", "--population", "0", .. Site, .. await more("bench_roster")]));
        await InFolder(async data => await Demonstration(database, ["--data", data, "--eyes", "--population", $"{SiloSettings.PopulationMost}", .. Site, .. await more("bench_population")]));
    }

    static string[] Site => ["--urls", $"http://127.0.0.1:{Port}"];

    static async Task InFolder(Func<string, Task> work)
    {
        var data = System.IO.Directory.CreateTempSubdirectory("jma-bench-").FullName;
        await work(data);
        System.IO.Directory.Delete(data, recursive: true);
    }

    static async Task Import(string database, string[] args)
    {
        await using var silo = ChildProcess.Silo(args);
        await silo.Ready(Port);
        using var http = Client();
        var (rows, seconds) = await RosterUpload.Send(http);
        Figures.Print($"roster rows on {database}", rows, "0");
        Figures.Print($"roster import on {database} s", seconds, "0.0");
        var (again, sameSeconds) = await RosterUpload.Send(http);
        if (again != rows) throw new InvalidOperationException($"The same file again counted {again} rows, not {rows}.");
        Figures.Print($"same roster again on {database} s", sameSeconds, "0.0");
        await Tallies.Check(http, database, RosterFile.Expected);
    }

    static async Task Demonstration(string database, string[] args)
    {
        var began = Stopwatch.GetTimestamp();
        await using (var first = ChildProcess.Silo(args))
        {
            await first.Ready(Port, FirstStart);
            Figures.Print($"demonstration at full size on {database} s", Stopwatch.GetElapsedTime(began).TotalSeconds, "0.0");
        }
        began = Stopwatch.GetTimestamp();
        await using var second = ChildProcess.Silo(args);
        await second.Ready(Port);
        Figures.Print($"start again on {database} s", Stopwatch.GetElapsedTime(began).TotalSeconds, "0.0");
        var session = await LiveServer.OpenSeminar(Port);
        await using (var clients = ChildProcess.Self("watch", $"{Port}", session, $"{Watchers}", $"{TapsPerSecond}", $"{Seconds}", $"{Cards}")) await clients.Output();
        Figures.Print($"resident with working boards on {database} MB", second.ResidentBytes / 1024.0 / 1024.0, "0");
        using var http = Client();
        await Tallies.Check(http, database, null);
    }

    static HttpClient Client() => new() { BaseAddress = new Uri($"http://localhost:{Port}"), Timeout = TimeSpan.FromMinutes(10) };
}
