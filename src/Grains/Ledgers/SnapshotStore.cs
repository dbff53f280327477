using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace JmaActors.Ledgers;

/// <summary>A ledger's folded state at a version, so that waking is one read however long the history.</summary>
[GenerateSerializer, Alias("ledger-snapshot")]
public sealed class LedgerSnapshot
{
    [Id(0)] public long Version { get; set; }

    /// <summary>The chain's hash at that version.</summary>
    [Id(1)] public byte[] Hash { get; set; } = [];

    /// <summary><see cref="LedgerDefinition{TState, TEvent}.SnapshotSchema"/> it was written with.</summary>
    [Id(2)] public int Schema { get; set; }

    /// <summary>The state, JSON in UTF-8.</summary>
    [Id(3)] public byte[] State { get; set; } = [];

    /// <summary>Highest version seen of each sender.</summary>
    [Id(4)] public Dictionary<string, long> Seen { get; set; } = [];
}

/// <summary>Keeps snapshots in Orleans' own grain storage (provider <c>snapshots</c>).</summary>
public sealed class SnapshotStore([FromKeyedServices(SnapshotStore.Provider)] IGrainStorage storage)
{
    public const string Provider = "snapshots";
    const string StateName = "ledger";

    public async Task<GrainState<LedgerSnapshot>> Read(GrainId grain)
    {
        var state = new GrainState<LedgerSnapshot>(new LedgerSnapshot());
        await storage.ReadStateAsync(StateName, grain, state);
        return state;
    }

    public Task Write(GrainId grain, GrainState<LedgerSnapshot> state) => storage.WriteStateAsync(StateName, grain, state);
}
