using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using JmaActors.Benchmarks.Http;
using Microsoft.AspNetCore.SignalR.Client;

namespace JmaActors.Benchmarks.Live;

/// <summary>
/// Watchers and taps in one process, so that one clock measures both. <c>watch PORT SESSION WATCHERS TAPS-PER-SECOND SECONDS PEOPLE</c>:
/// prints <c>taps p50 p99</c> of request sent → client has the change. With no taps it only watches until a line arrives on its input.
/// </summary>
static class WatcherProcess
{
    /// <summary>Connections that are being opened at once.</summary>
    const int OpeningAtOnce = 16;

    public static async Task<int> Run(string[] args)
    {
        var numbers = Array.ConvertAll([args[0], args[2], args[3], args[4], args[5]], a => int.Parse(a, CultureInfo.InvariantCulture));
        var (port, session, watchers, perSecond, seconds, people) = (numbers[0], args[1], numbers[1], numbers[2], numbers[3], numbers[4]);
        var all = Enumerable.Range(0, watchers).Select(_ => new Watcher(port, session)).ToArray();
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = OpeningAtOnce }, async (watcher, _) => await watcher.Start());
        Console.WriteLine("watching");
        if (perSecond == 0)
        {
            await Console.In.ReadLineAsync();
            return 0;
        }
        var taps = new TapLoad(port, session, people);
        await taps.Run(perSecond, 10);
        foreach (var watcher in all) watcher.Begin();
        var sent = await taps.Run(perSecond, seconds);
        await Task.Delay(TimeSpan.FromSeconds(1));
        var latencies = new Latencies();
        foreach (var watcher in all) watcher.Collect(sent, latencies);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sent.Count} {latencies.Percentile(0.50):0.00} {latencies.Percentile(0.99):0.00} {taps.Late}"));
        return 0;
    }
}

/// <summary>One stock SignalR client that notes when it had each sequence.</summary>
sealed class Watcher(int port, string session)
{
    readonly HubConnection connection = new HubConnectionBuilder().WithUrl($"http://localhost:{port}/hubs/live?eyes=operator", o => (o.SkipNegotiation, o.Transports) = (true, Microsoft.AspNetCore.Http.Connections.HttpTransportType.WebSockets)).Build();
    readonly List<(long Sequence, long At)> seen = [];

    public async Task Start()
    {
        connection.On<JsonElement>("Changed", body => Note(body.GetProperty("patch")));
        connection.On<JsonElement>("Picture", body => Note(body.GetProperty("picture")));
        await connection.StartAsync();
        await connection.InvokeAsync<JsonElement>("Watch", $"seminar/{session}");
    }

    public void Begin()
    {
        lock (seen) seen.Clear();
    }

    void Note(JsonElement figures)
    {
        if (!figures.TryGetProperty("sequence", out var sequence)) return;
        var at = Stopwatch.GetTimestamp();
        lock (seen) seen.Add((sequence.GetInt64(), at));
    }

    /// <summary>For each tap: from its request to the first change that held it.</summary>
    public void Collect(IReadOnlyList<(long Sequence, long At)> sent, Latencies into)
    {
        lock (seen)
        {
            var at = 0;
            foreach (var tap in sent)
            {
                while (at < seen.Count && seen[at].Sequence < tap.Sequence) at++;
                into.Add(at == seen.Count ? TimeSpan.FromSeconds(10) : Stopwatch.GetElapsedTime(tap.At, seen[at].At));
            }
        }
    }
}

/// <summary>Taps at a steady pace, each its own request; cards go in and out in turn.</summary>
sealed class TapLoad(int port, string session, int people)
{
    const int Connections = 64;
    readonly ConcurrentBag<TapConnection> idle = [];
    long next;

    /// <summary>Taps that could not be sent at their time because every connection was busy.</summary>
    public int Late { get; private set; }

    public async Task<IReadOnlyList<(long Sequence, long At)>> Run(int perSecond, int seconds)
    {
        while (idle.Count < Connections) idle.Add(new TapConnection(port));
        var began = Stopwatch.GetTimestamp();
        var total = perSecond * seconds;
        var sent = new (long Sequence, long At)[total];
        var running = new List<Task>(total);
        for (var i = 0; i < total;)
        {
            var due = (int)(Stopwatch.GetElapsedTime(began).TotalSeconds * perSecond);
            for (; i < total && i <= due; i++)
            {
                if (!idle.TryTake(out var connection))
                {
                    Late++;
                    connection = new TapConnection(port);
                }
                running.Add(Send(connection, sent, i));
            }
            await Task.Delay(1);
        }
        await Task.WhenAll(running);
        return [.. sent.OrderBy(s => s.Sequence)];
    }

    async Task Send(TapConnection connection, (long, long)[] sent, int at)
    {
        var n = Interlocked.Increment(ref next) - 1;
        var began = Stopwatch.GetTimestamp();
        var sequence = await connection.Tap(session, 1 + (int)(n % people), n / people % 2 == 0 ? "in" : "out", n);
        sent[at] = (sequence, began);
        idle.Add(connection);
    }
}
