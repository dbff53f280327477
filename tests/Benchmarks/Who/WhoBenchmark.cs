using System.Diagnostics;
using JmaActors.Composition;
using JmaActors.Web.Accounts;

namespace JmaActors.Benchmarks.Who;

/// <summary>What it costs to tell who asks, by the token of a request: reading it, its hash, and the look into what is known of its account.</summary>
static class WhoBenchmark
{
    const int Tokens = 64;
    const int WarmUp = 200_000;
    const int Asked = 2_000_000;
    const int Rounds = 5;

    public static async Task<int> Run()
    {
        var data = System.IO.Directory.CreateTempSubdirectory("jma-bench-").FullName;
        await using var app = await SiloHost.Build(new SiloSettings { Data = data, Empty = true, Urls = ["http://127.0.0.1:0"] }, CancellationToken.None);
        await app.StartAsync();
        var texts = new string[Tokens];
        for (var i = 0; i < Tokens; i++) texts[i] = await BenchTokens.Issue(app.Services.GetRequiredService<IClusterClient>(), CallerRole.Office, "26-007");
        var book = app.Services.GetRequiredService<AccessBook>();
        await Measure(book, texts, WarmUp);
        List<double> times = [];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < Rounds; round++) times.Add(await Measure(book, texts, Asked));
        Figures.Print("who ns/request", Figures.Median(times), "0");
        Figures.Print("who bytes/request", (GC.GetAllocatedBytesForCurrentThread() - before) / (double)(Rounds * Asked), "0");
        await app.StopAsync();
        System.IO.Directory.Delete(data, recursive: true);
        return 0;
    }

    static async Task<double> Measure(AccessBook book, string[] texts, int count)
    {
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            if (!BearerToken.TryRead(texts[i % Tokens], out var token) || (book.Believed(token) ?? await book.OfToken(token, CancellationToken.None)) is null) throw new InvalidOperationException("The token does not hold.");
        }
        return Stopwatch.GetElapsedTime(began).TotalNanoseconds / count;
    }
}
