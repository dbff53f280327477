using System.Diagnostics;
using System.Globalization;
using JmaActors.WorkHours;
using Npgsql;

namespace JmaActors.Benchmarks.Clock;

/// <summary>
/// A morning: 100,000 physicians clock in within 30 minutes, replayed at 20 times the speed, and the duty lists are counted again. Then punches as fast as they
/// are taken, against the record inserted and the month computed anew in SQL.
/// </summary>
static class ClockBenchmark
{
    const int Rounds = 3;

    /// <summary>The engine is measured with as many punches in flight as it answers within this at the 99th percentile.</summary>
    const double AckMs = 50;

    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);
    static readonly TimeSpan Probe = TimeSpan.FromSeconds(3);
    static readonly TimeSpan LeadIn = TimeSpan.FromSeconds(4);
    static readonly TimeSpan Round = TimeSpan.FromSeconds(6);

    public static async Task<int> Run()
    {
        var people = Number("JMA_BENCH_PEOPLE", 100_000);
        var connection = await Database.Fresh("bench_clock");
        await using var admin = NpgsqlDataSource.Create(connection);
        await using var silo = await BenchSilo.Start(connection);
        var world = new ClockWorld(silo.Client, people);
        await world.Employ(ClockWorld.RowsIn(admin));
        var (engine, crud) = (new ClockEngineSide(world), new ClockCrudSide(connection));
        await engine.Prepare();
        await crud.Prepare();
        await Database.Settle(admin);
        await Morning.Replay(world, admin, silo.Services.GetRequiredService<LateHours>());
        foreach (var side in (Side[])[engine, crud]) await side.Tune(WarmUp, Probe, side == engine ? AckMs : null);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var side in (Side[])[engine, crud])
            {
                await Database.Settle(admin);
                await side.Measure(LeadIn, Round);
            }
        }
        Figures.Print("clock records/s", Figures.Median(engine.Rates), "0");
        Figures.Print("clock records/s by crud", Figures.Median(crud.Rates), "0");
        Figures.Print("ratio clock engine/crud", Figures.Median(engine.Rates) / Figures.Median(crud.Rates));
        Figures.Print("clock ack p99 ms at most", engine.Acks.Percentile(0.99));
        return 0;
    }

    internal static int Number(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : usual;
}
