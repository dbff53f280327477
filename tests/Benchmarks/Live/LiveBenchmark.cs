using System.Globalization;
using System.Net.Http.Json;
using JmaActors.Benchmarks.Http;
using JmaActors.Demonstration;

namespace JmaActors.Benchmarks.Live;

/// <summary>A server of its own process with a seminar whose door is open.</summary>
sealed class LiveServer : IAsyncDisposable
{
    const int Port = 5093;

    /// <summary>JMA members of the demonstration: enough for distinct cards at a thousand taps a second.</summary>
    public const int People = 10_000;

    LiveServer(ChildProcess process, string session) => (Process, Session) = (process, session);

    public ChildProcess Process { get; }

    public string Session { get; }

    public string PortText => Port.ToString(CultureInfo.InvariantCulture);

    public static async Task<LiveServer> Start(string database)
    {
        var connection = await Database.Fresh(database);
        var data = System.IO.Directory.CreateTempSubdirectory("jma-bench-").FullName;
        var process = ChildProcess.Silo("--postgres", connection, "--population", $"{People}", "--data", data, "--eyes", "--urls", $"http://127.0.0.1:{Port}");
        await process.Ready(Port);
        return new LiveServer(process, await OpenSeminar(Port));
    }

    /// <summary>Opens a seminar that runs now; answers its session.</summary>
    public static async Task<string> OpenSeminar(int port)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}") };
        var seminar = DemonstrationSeminar.Running(DemonstrationSeminar.DefaultHost, DateTimeOffset.UtcNow, "BENCH");
        var c = seminar.Command;
        var talks = c.Talks.Select(t => new { no = t.No, start = t.Start, end = t.End, title = t.Title, speaker = t.Speaker, code = t.Code.Number });
        var body = new { id = seminar.Id.Code, host = c.Host.Code, title = c.Title, place = c.Place, wholeTalk = false, doorsOpen = c.DoorsOpen, doorsClose = c.DoorsClose, talks };
        using var created = await http.PostAsJsonAsync("/api/v1/programs", body);
        created.EnsureSuccessStatusCode();
        using var applied = await http.PostAsync(new Uri($"/api/v1/programs/{seminar.Id}/apply", UriKind.Relative), null);
        applied.EnsureSuccessStatusCode();
        // Creating is the program's first event; that version is approved.
        using var approved = await http.PostAsJsonAsync($"/api/v1/programs/{seminar.Id}/decisions", new { scheme = "cme", decision = "approve", reason = "", on = 1 });
        approved.EnsureSuccessStatusCode();
        using var opened = await http.PostAsync(new Uri($"/api/v1/programs/{seminar.Id}/open", UriKind.Relative), null);
        opened.EnsureSuccessStatusCode();
        return seminar.Session.Code;
    }

    public ValueTask DisposeAsync() => Process.DisposeAsync();
}

/// <summary>Tap sent → every watcher has the change, at a thousand taps a second with 500 watchers on the topic.</summary>
static class LiveBenchmark
{
    const int Watchers = 500;
    const int TapsPerSecond = 1_000;
    const int Seconds = 20;

    public static async Task<int> Run()
    {
        await using var server = await LiveServer.Start("bench_live");
        await using var clients = ChildProcess.Self("watch", server.PortText, server.Session, $"{Watchers}", $"{TapsPerSecond}", $"{Seconds}", $"{LiveServer.People}");
        var parts = (await clients.Output()).Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].Split(' ');
        Figures.Print("live taps", double.Parse(parts[0], CultureInfo.InvariantCulture), "0");
        Figures.Print("live late taps", double.Parse(parts[3], CultureInfo.InvariantCulture), "0");
        Figures.Print("live p50 ms", double.Parse(parts[1], CultureInfo.InvariantCulture));
        Figures.Print("live p99 ms", double.Parse(parts[2], CultureInfo.InvariantCulture));
        return 0;
    }
}

/// <summary>What 5,000 watchers cost the server in memory.</summary>
static class WatchersBenchmark
{
    const int Watchers = 5_000;
    const int Processes = 5;

    public static async Task<int> Run()
    {
        await using var server = await LiveServer.Start("bench_watchers");
        var clients = new List<ChildProcess>();
        try
        {
            // The first few pay for what is shared by all: code, pools, the picture.
            clients.Add(await Watch(server, 100));
            await Task.Delay(TimeSpan.FromSeconds(5));
            var before = server.Process.ResidentBytes;
            for (var i = 0; i < Processes; i++) clients.Add(await Watch(server, Watchers / Processes));
            await Task.Delay(TimeSpan.FromSeconds(10));
            Figures.Print("watcher kB", (server.Process.ResidentBytes - before) / 1024.0 / Watchers);
            Figures.Print("server MB with watchers", server.Process.ResidentBytes / 1024.0 / 1024.0, "0");
        }
        finally
        {
            foreach (var client in clients) await client.DisposeAsync();
        }
        return 0;
    }

    static async Task<ChildProcess> Watch(LiveServer server, int watchers)
    {
        var client = ChildProcess.Self("watch", server.PortText, server.Session, $"{watchers}", "0", "0", "1");
        if (await client.Line() is not "watching") throw new InvalidOperationException("The watchers did not come up.");
        return client;
    }
}
