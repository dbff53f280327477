using System.Diagnostics;
using JmaActors.Benchmarks.Http;

namespace JmaActors.Benchmarks;

/// <summary>A roster of the whole membership, and starting again with it, on both databases.</summary>
static class RosterBenchmark
{
    const int Port = 5094;
    const int People = 178_593;

    public static async Task<int> Run()
    {
        await On("sqlite", []);
        await On("postgres", ["--postgres", await Database.Fresh("bench_roster")]);
        return 0;
    }

    static async Task On(string database, string[] more)
    {
        var data = System.IO.Directory.CreateTempSubdirectory("jma-bench-").FullName;
        string[] args = ["--data", data, "--population", $"{People}", "--urls", $"http://127.0.0.1:{Port}", .. more];
        var began = Stopwatch.GetTimestamp();
        await using (var first = ChildProcess.Silo(args))
        {
            await first.Ready(Port);
            Figures.Print($"demonstration of {People} on {database} s", Stopwatch.GetElapsedTime(began).TotalSeconds, "0.0");
        }
        began = Stopwatch.GetTimestamp();
        await using (var second = ChildProcess.Silo(args))
        {
            await second.Ready(Port);
            Figures.Print($"start again on {database} s", Stopwatch.GetElapsedTime(began).TotalSeconds, "0.0");
            await Task.Delay(TimeSpan.FromSeconds(10));
            Figures.Print($"resident on {database} MB", second.ResidentBytes / 1024.0 / 1024.0, "0");
        }
        System.IO.Directory.Delete(data, recursive: true);
    }
}
