using System.Globalization;
using JmaActors.Benchmarks.Who;
using JmaActors.Members;

namespace JmaActors.Benchmarks.Http;

/// <summary>
/// One request per command, from a load generator in another process: the engine's API, which finds out by a token who asks and whether they may, against a minimal API over
/// hand-written SQL that answers everybody.
/// </summary>
static class HttpBenchmark
{
    const int Rounds = 5;
    const int WarmUpSeconds = 20;
    const int LeadInSeconds = 4;
    const int RoundSeconds = 6;

    /// <summary>More than the fastest round needs at the rate one token is held to.</summary>
    const int Tokens = 128;
    const int CrudPort = 5092;
    static readonly int[] Connections = [32, 64, 128, 256, 512, 768];

    public static async Task<int> Run()
    {
        var connection = await Database.Fresh("bench_http");
        await using var silo = await BenchSilo.Start(connection, site: true, signIn: true);
        await using var crud = ChildProcess.Self("crud-server", CrudPort.ToString(CultureInfo.InvariantCulture), connection);
        await crud.Ready(CrudPort);
        await Register(silo.Client);
        var tokens = await Issue(silo.Client);
        HttpSide[] sides = [new("engine", silo.Port, "/api/v1", tokens), new("crud", CrudPort, "/crud"), new("crud-batch", CrudPort, "/crud-batch")];
        try
        {
            foreach (var side in sides) await side.Tune();
            await Measure(sides, connection);
        }
        finally
        {
            foreach (var side in sides) await side.DisposeAsync();
            File.Delete(tokens);
        }

        foreach (var side in sides) Figures.Print($"rate http {side.Name} /s", side.Rate, "0");
        Figures.Print("http ack p99 ms", sides[0].P99);
        Figures.Print("ratio http engine/crud", sides[0].Rate / sides[1].Rate);
        Figures.Print("ratio http engine/crud-batch", sides[0].Rate / sides[2].Rate);
        return 0;
    }

    /// <summary>Everybody credit is recorded for, in seven hundred local associations.</summary>
    static async Task Register(IClusterClient client)
    {
        await Parallel.ForAsync(0, Database.Members, async (i, ct) =>
        {
            var local = new AssociationId(string.Create(CultureInfo.InvariantCulture, $"{1 + i % 47:00}-{1 + i / 47 % 15:000}"));
            var person = new Person($"見本 {Kana(i)}", $"ミホン {Kana(i)}", new DateOnly(1950, 1, 1).AddDays(i), null, new DateOnly(2006, 4, 10));
            var command = new RegisterMember(person, null, new Membership(local, MembershipLayers.All, MemberCategory.A1), true, new DateOnly(2026, 4, 1), Caller.System);
            var answer = await client.GetGrain<IMemberGrain>(MemberId.First + i).Register(command, ct);
            if (!answer.Accepted) throw new InvalidOperationException($"A member was not registered: {answer.Refusal?.Reason}");
        });
    }

    /// <summary>A name of its own for each: who is alike is looked for.</summary>
    static string Kana(int i) => string.Concat(i.ToString(CultureInfo.InvariantCulture).Select(static digit => "アカサタナハマヤラワ"[digit - '0']));

    /// <summary>A file with tokens of programs that record for everybody.</summary>
    static async Task<string> Issue(IClusterClient client)
    {
        var file = System.IO.Path.GetTempFileName();
        var tokens = new string[Tokens];
        for (var i = 0; i < Tokens; i++) tokens[i] = await BenchTokens.Issue(client, CallerRole.Operator, "*");
        await File.WriteAllLinesAsync(file, tokens);
        return file;
    }

    static async Task Measure(HttpSide[] sides, string connection)
    {
        await using var admin = Npgsql.NpgsqlDataSource.Create(connection);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var side in sides)
            {
                await Database.Settle(admin);
                await side.Measure(LeadInSeconds, RoundSeconds);
            }
        }
    }

    sealed class HttpSide(string name, int port, string prefix, string? tokens = null) : IAsyncDisposable
    {
        readonly ChildProcess generator = ChildProcess.Self(LoadGenerator.Inline, tokens is null ? ["load", $"{port}", prefix] : ["load", $"{port}", prefix, tokens]);
        readonly List<double> rates = [];
        readonly List<double> p99s = [];
        int connections = Connections[^1];
        long first;

        public string Name => name;

        public double Rate => Figures.Median(rates);

        public double P99 => Figures.Median(p99s);

        public async Task Tune()
        {
            await Load(WarmUpSeconds);
            var (best, rate) = (0, 0.0);
            foreach (var candidate in Connections)
            {
                connections = candidate;
                var (measured, _) = await Load(3);
                if (measured > rate) (best, rate) = (candidate, measured);
            }
            connections = best;
            Figures.Note($"http {name}: {best} connections suit it best ({rate:0}/s)");
        }

        /// <param name="leadIn">For how many seconds it works before it is counted: after a checkpoint the first change of a page writes the whole page into the log.</param>
        /// <param name="seconds">For how many it is counted.</param>
        public async Task Measure(int leadIn, int seconds)
        {
            await Load(leadIn);
            var (rate, p99) = await Load(seconds);
            rates.Add(rate);
            p99s.Add(p99);
        }

        async Task<(double Rate, double P99)> Load(int seconds)
        {
            var parts = (await generator.Ask($"{connections} {seconds} {first}")).Split(' ');
            first += long.Parse(parts[0], CultureInfo.InvariantCulture) + connections + 1;
            return (double.Parse(parts[1], CultureInfo.InvariantCulture), double.Parse(parts[3], CultureInfo.InvariantCulture));
        }

        public ValueTask DisposeAsync() => generator.DisposeAsync();
    }
}
