using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using JmaActors.Benchmarks.Http;
using JmaActors.Composition;
using JmaActors.Dues;
using Npgsql;

namespace JmaActors.Benchmarks.Dues;

/// <summary>
/// The yearly run of the whole membership on PostgreSQL: rehearsed and run; then the next year the same, the process killed in the middle and started again. Both must come to what was rehearsed, person by
/// person, and to what stands in the books, to the yen.
/// </summary>
static class DuesBenchmark
{
    const int Port = 5097;
    const int Year = 2026;

    /// <summary>The first start loads a quarter of a million people.</summary>
    static readonly TimeSpan FirstStart = TimeSpan.FromMinutes(8);
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static async Task<int> Run()
    {
        var data = System.IO.Directory.CreateTempSubdirectory("jma-bench-").FullName;
        var connection = await Database.Fresh("bench_dues");
        string[] args = ["--data", data, "--eyes", "--population", $"{SiloSettings.PopulationMost}", "--urls", $"http://127.0.0.1:{Port}", "--postgres", connection];
        using var http = new HttpClient { BaseAddress = new Uri($"http://localhost:{Port}"), Timeout = Patience };
        await using (var silo = ChildProcess.Silo(args))
        {
            await silo.Ready(Port, FirstStart);
            var (rehearsed, rehearsal) = await Do(http, Year, "rehearsals", DuesRunStage.Rehearsed);
            Figures.Print("dues people", rehearsed.Rehearsed.People, "0");
            Figures.Print("dues rehearsal s", rehearsal, "0.0");
            var (done, run) = await Do(http, Year, "runs", DuesRunStage.Done);
            Figures.Print("dues run s", run, "0.0");
            await Check(done, connection, Year);
            Figures.Print("dues run resident MB", silo.ResidentBytes / 1024.0 / 1024.0, "0");
            await Do(http, Year + 1, "rehearsals", DuesRunStage.Rehearsed);
            await Begin(http, Year + 1, "runs");
            await Until(http, Year + 1, p => p.Billed.People > p.Rehearsed.People / 3);
        }
        // Disposing killed it.
        await using var second = ChildProcess.Silo(args);
        await second.Ready(Port);
        var after = await Until(http, Year + 1, p => p.Stage == DuesRunStage.Done);
        await Check(after, connection, Year + 1);
        Figures.Note($"killed in the middle, finished: {after.Billed.People} people, {after.Different} otherwise than rehearsed");
        System.IO.Directory.Delete(data, recursive: true);
        return 0;
    }

    static async Task<(DuesRunProgress Progress, double Seconds)> Do(HttpClient http, int year, string what, DuesRunStage end)
    {
        var began = Stopwatch.GetTimestamp();
        await Begin(http, year, what);
        var progress = await Until(http, year, p => p.Stage == end);
        return (progress, Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    static Uri Address(int year, string what = "") => new($"/api/v1/associations/JMA/dues-runs/{year}{what}", UriKind.Relative);

    static async Task Begin(HttpClient http, int year, string what)
    {
        using var answer = await http.PostAsJsonAsync(Address(year, $"/{what}"), new { key = what });
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{what} of {year}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    static async Task<DuesRunProgress> Until(HttpClient http, int year, Func<DuesRunProgress, bool> reached)
    {
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < Patience)
        {
            var progress = await http.GetFromJsonAsync<DuesRunProgress>(Address(year), Json) ?? throw new InvalidOperationException("There is no such run.");
            if (reached(progress)) return progress;
            await Task.Delay(250);
        }
        throw new TimeoutException($"The run of {year} was not over within {Patience}.");
    }

    /// <summary>What was billed is what was rehearsed, and what stands in the books.</summary>
    static async Task Check(DuesRunProgress done, string connection, int year)
    {
        var (r, b) = (done.Rehearsed, done.Billed);
        if (done.Different != 0 || (r.People, r.Jma, r.Prefecture, r.Local) != (b.People, b.Jma, b.Prefecture, b.Local)) throw new InvalidOperationException($"Billed {b}, rehearsed {r}; {done.Different} people differ.");
        await using var database = NpgsqlDataSource.Create(connection);
        await using var command = database.CreateCommand($"SELECT sum(jma_billed)::bigint, sum(prefecture_billed)::bigint, sum(local_billed)::bigint FROM jma.dues_term WHERE fiscal_year = {year}");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        long[] books = [reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)];
        if (books[0] != b.Jma.Amount || books[1] != b.Prefecture.Amount || books[2] != b.Local.Amount) throw new InvalidOperationException($"The books of {year} say {string.Join(", ", books)}, the run {b}.");
        Figures.Note($"{year}: {b.People} people, JMA {b.Jma}, prefectures {b.Prefecture}, local {b.Local} yen, as rehearsed and as in the books");
    }
}
