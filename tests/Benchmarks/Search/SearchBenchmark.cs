using System.Diagnostics;
using JmaActors.Composition;
using JmaActors.Directory;
using JmaActors.Journal;
using JmaActors.Storage.Views;
using Npgsql;

namespace JmaActors.Benchmarks.Search;

/// <summary>The 200 searches of <c>queries.txt</c> at full size on both databases: pages and facets as the actors answer them, one at a time, and an export of everybody.</summary>
static class SearchBenchmark
{
    const int Rounds = 5, FacetRounds = 2;

    public static async Task<int> Run()
    {
        var exports = new[] { await On("postgres", await Database.Fresh("bench_search")), await On("sqlite", null) };
        Figures.Print("export s", exports.Max(), "0.0");
        return 0;
    }

    static async Task<double> On(string database, string? connection)
    {
        await using var silo = await BenchSilo.Start(connection, site: true);
        var began = Stopwatch.GetTimestamp();
        var people = await SearchData.Fill(silo.Services.GetRequiredService<IJournalStore>(), DateTimeOffset.UtcNow, CancellationToken.None);
        // What the server does by itself within a minute of so many new rows.
        if (connection is not null) await Database.Execute(NpgsqlDataSource.Create(connection), "VACUUM ANALYZE");
        Figures.Note($"{people} people in {database} after {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");
        var queries = SearchQuery.All();
        var grain = silo.Client.GetGrain<IMemberSearchGrain>(0);

        var pages = await Measure(queries, Rounds, async q => (await grain.Find(q.Find, q.Caller, CancellationToken.None)).Value!.Members.Count);
        var facets = await Measure(queries, FacetRounds, async q => (int)(await grain.Facets(q.Find.Filter, q.Caller, CancellationToken.None)).Value!.Total);
        Figures.Print($"search p50 ms {database}", pages.Percentile(0.5));
        Figures.Print($"search p95 ms {database}", pages.Percentile(0.95));
        Figures.Print($"facets p50 ms {database}", facets.Percentile(0.5));
        Figures.Print($"facets p95 ms {database}", facets.Percentile(0.95));
        return await ExportSide.Run(silo, database);
    }

    static async Task<Latencies> Measure(IReadOnlyList<SearchQuery> queries, int rounds, Func<SearchQuery, Task<int>> ask)
    {
        var (latencies, slow) = (new Latencies(), new List<(double Ms, int Found, SearchQuery Query)>());
        for (var round = -1; round < rounds; round++)
        {
            foreach (var query in queries)
            {
                var began = Stopwatch.GetTimestamp();
                var found = await ask(query);
                var took = Stopwatch.GetElapsedTime(began);
                // The first round warms up.
                if (round < 0) continue;
                latencies.Add(took);
                slow.Add((took.TotalMilliseconds, found, query));
            }
        }
        if (Environment.GetEnvironmentVariable("JMA_BENCH_SLOWEST") is not null)
        {
            foreach (var (ms, found, q) in slow.OrderByDescending(s => s.Ms).DistinctBy(s => s.Query).Take(25))
                Figures.Note($"{ms:0.0} ms {found} of {q.Caller.Subject} {q.Find.Filter.Text} {string.Join('&', q.Find.Filter.Terms.Select(t => $"{t.Name}={t.Value}"))} {q.Find.Sort}");
        }
        return latencies;
    }
}
