using Npgsql;

namespace JmaActors.Benchmarks.Credits;

/// <summary>A plain actor: one <c>WriteStateAsync</c> through the ADO.NET provider and one upsert of the searchable total per command.</summary>
[Alias("bench-stock-grain")]
interface IStockGrain : IGrainWithIntegerKey
{
    [Alias("accrue")]
    Task<int> Accrue(string key, int code, int tenths);
}

[GenerateSerializer, Alias("bench-stock-state")]
public sealed class StockState
{
    [Id(0)] public int Tenths { get; set; }

    [Id(1)] public int Count { get; set; }

    /// <summary>Only the latest entries, so that the state written each time stays small: the best form of this side.</summary>
    [Id(2)] public Queue<string> Latest { get; set; } = new();
}

sealed class StockGrain([PersistentState("stock", "snapshots")] IPersistentState<StockState> state, StockTotals totals) : Grain, IStockGrain
{
    const int Kept = 16;

    public async Task<int> Accrue(string key, int code, int tenths)
    {
        if (state.State.Latest.Contains(key)) return state.State.Tenths;
        state.State.Tenths += tenths;
        state.State.Count++;
        state.State.Latest.Enqueue(key);
        if (state.State.Latest.Count > Kept) state.State.Latest.Dequeue();
        await state.WriteStateAsync();
        await totals.Upsert(this.GetPrimaryKeyLong(), state.State.Tenths, code);
        return state.State.Tenths;
    }
}

/// <summary>The searchable total of the plain actor.</summary>
public sealed class StockTotals : IAsyncDisposable
{
    NpgsqlDataSource? source;

    public async Task Open(string connection)
    {
        source = Database.Tuned(connection, 64);
        await Database.Execute(source, "CREATE TABLE stock_total (member_id bigint PRIMARY KEY, tenths int NOT NULL, code int NOT NULL) WITH (fillfactor = 70)");
    }

    public async Task Upsert(long member, int tenths, int code)
    {
        await using var command = source!.CreateCommand(
            "INSERT INTO stock_total VALUES ($1, $2, $3) ON CONFLICT (member_id) DO UPDATE SET tenths = excluded.tenths, code = excluded.code");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = member });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = tenths });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = code });
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => source?.DisposeAsync() ?? ValueTask.CompletedTask;
}

sealed class StockSide(IClusterClient client, StockTotals totals, string connection) : Side("stock", 16, 32, 64, 128)
{
    readonly IStockGrain[] grains = new IStockGrain[Database.Members];

    public override async Task Prepare()
    {
        await totals.Open(connection);
        for (var i = 0; i < grains.Length; i++) grains[i] = client.GetGrain<IStockGrain>(MemberId.First + i);
    }

    protected override Task Command(int worker, long n) => grains[MemberOf(n)].Accrue(EngineSide.Key(n), (int)(1 + n % 84), 5);
}
