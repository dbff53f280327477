using System.Globalization;

namespace JmaActors.Benchmarks.Http;

/// <summary>One request per command, from a load generator in another process: the engine's API against the same minimal API over hand-written SQL.</summary>
static class HttpBenchmark
{
    const int Rounds = 5;
    const int WarmUpSeconds = 20;
    const int RoundSeconds = 6;
    const int EnginePort = 5091;
    const int CrudPort = 5092;
    static readonly int[] Connections = [32, 64, 128, 256, 512, 768];

    public static async Task<int> Run()
    {
        var connection = await Database.Fresh("bench_http");
        var data = System.IO.Directory.CreateTempSubdirectory("jma-bench-").FullName;
        await using var silo = ChildProcess.Silo("--postgres", connection, "--population", $"{Database.Members}", "--data", data, "--eyes", "--urls", $"http://127.0.0.1:{EnginePort}");
        await silo.Ready(EnginePort);
        await using var crud = ChildProcess.Self("crud-server", CrudPort.ToString(CultureInfo.InvariantCulture), connection);
        await crud.Ready(CrudPort);
        HttpSide[] sides = [new("engine", EnginePort, "/api/v1"), new("crud", CrudPort, "/crud"), new("crud-batch", CrudPort, "/crud-batch")];
        try
        {
            foreach (var side in sides) await side.Tune();
            await Measure(sides, connection);
        }
        finally
        {
            foreach (var side in sides) await side.DisposeAsync();
        }

        foreach (var side in sides) Figures.Print($"rate http {side.Name} /s", side.Rate, "0");
        Figures.Print("http ack p99 ms", sides[0].P99);
        Figures.Print("ratio http engine/crud", sides[0].Rate / sides[1].Rate);
        Figures.Print("ratio http engine/crud-batch", sides[0].Rate / sides[2].Rate);
        return 0;
    }

    static async Task Measure(HttpSide[] sides, string connection)
    {
        await using var admin = Npgsql.NpgsqlDataSource.Create(connection);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var side in sides)
            {
                await Database.Settle(admin);
                await side.Measure(RoundSeconds);
            }
        }
    }

    sealed class HttpSide(string name, int port, string prefix) : IAsyncDisposable
    {
        readonly ChildProcess generator = ChildProcess.Self(LoadGenerator.Inline, "load", $"{port}", prefix);
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

        public async Task Measure(int seconds)
        {
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
