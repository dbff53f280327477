using Npgsql;

namespace JmaActors.Benchmarks.Credits;

/// <summary>The credit-accrual command through its actor against a plain actor, hand-written SQL and the bare group-commit writer.</summary>
static class CreditsBenchmark
{
    const int Rounds = 5;

    /// <summary>The engine is measured with as many commands in flight as it answers well within 50 ms at the 99th percentile, not with its fastest.</summary>
    const double AckMs = 44;

    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);
    static readonly TimeSpan Probe = TimeSpan.FromSeconds(5);
    static readonly TimeSpan LeadIn = TimeSpan.FromSeconds(4);
    static readonly TimeSpan Round = TimeSpan.FromSeconds(6);

    public static async Task<int> Run()
    {
        var connection = await Database.Fresh("bench_credits");
        await using var admin = NpgsqlDataSource.Create(connection);
        await using var silo = await BenchSilo.Start(connection);
        var engine = new EngineSide(silo.Client);
        var stock = new StockSide(silo.Client, silo.Services.GetRequiredService<StockTotals>(), connection);
        var crud = new CrudSide(connection);
        var batch = new CrudBatchSide(connection);
        var limit = new LimitSide(silo.Services);
        Side[] sides = [engine, stock, crud, batch, limit];
        foreach (var side in sides)
        {
            await side.Prepare();
            await side.Tune(WarmUp, Probe, side == engine ? AckMs : null);
        }
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var side in sides)
            {
                await Database.Settle(admin);
                await side.Measure(LeadIn, Round);
            }
        }
        foreach (var side in sides) Figures.Note($"{side.Name}: {string.Join(" ", side.Rates.Select(r => $"{r:0}"))}; collector stopped all ms/full {string.Join(" ", side.Paused)}");
        foreach (var side in sides) Figures.Print($"rate {side.Name} /s", Figures.Median(side.Rates), "0");
        Ratio(engine, stock);
        Ratio(engine, crud);
        Ratio(engine, batch);
        Ratio(engine, limit);
        Figures.Print("ack p50 ms", engine.Acks.Percentile(0.50));
        Figures.Print("ack p99 ms", engine.Acks.Percentile(0.99));
        await engine.Check(admin);
        return 0;
    }

    static void Ratio(Side engine, Side other) =>
        Figures.Print($"ratio {engine.Name}/{other.Name}", Figures.Median(engine.Rates) / Figures.Median(other.Rates));
}
