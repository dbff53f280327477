using JmaActors.Composition;
using JmaActors.Journal;
using JmaActors.Ledgers;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace JmaActors.Tests.Grains.Ledgers;

/// <summary>A silo with probes on a data folder that may be shared with, or taken over from, another silo.</summary>
sealed class ProbeHouse : IAsyncDisposable
{
    readonly InProcessTestCluster cluster;

    ProbeHouse(InProcessTestCluster cluster) => this.cluster = cluster;

    public FaultyStore Store => Service<FaultyStore>();

    public Outbox Outbox => Service<Outbox>();

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<ProbeHouse> Open(DataFolder folder, JournalLimits? journal = null, OutboxLimits? outbox = null)
    {
        var settings = new SiloSettings { Data = folder.Path, Empty = true };
        // Snapshots are kept under its name, and are to be found by the next house on the same folder.
        return new ProbeHouse(await TestCluster.Deploy(settings, services => Add(services, journal ?? new JournalLimits(), outbox ?? new OutboxLimits()), Ct, nameof(ProbeHouse)));
    }

    public IGrainFactory Grains => cluster.Client;

    public IProbeGrain Probe(string key) => cluster.Client.GetGrain<IProbeGrain>(key);

    public Task<Answer<int>> Add(string probe, string key, int amount = 1, string? tell = null) => Probe(probe).Add(new AddToProbe(key, amount, tell), Ct);

    /// <summary>Sends the same command until it is answered, as every caller does.</summary>
    public async Task<Answer<int>> Surely(string probe, string key, int amount = 1, string? tell = null)
    {
        while (true)
        {
            try
            {
                return await Add(probe, key, amount, tell);
            }
            catch (TryAgainException)
            {
                await Task.Yield();
            }
        }
    }

    /// <summary>Types of the stored events of a probe, with its chain held to be whole.</summary>
    public async Task<IReadOnlyList<string>> Stored(string probe)
    {
        var history = await Service<IJournalStore>().Read(LedgerNames.Name(ProbeLedger.Name, probe), 0, Ct);
        var hash = Array.Empty<byte>();
        for (var i = 0; i < history.Events.Count; i++)
        {
            hash = HashChain.Next(hash, history.Events[i]);
            Assert.Equal((i + 1L, Convert.ToHexString(hash)), (history.Events[i].Version, Convert.ToHexString(history.Events[i].Hash)));
        }
        Assert.Equal((history.Events.Count, Convert.ToHexString(hash)), ((int)history.Head.Version, Convert.ToHexString(history.Head.Hash)));
        return [.. history.Events.Select(e => e.Type)];
    }

    /// <summary>Parcels that wait in the database.</summary>
    public async Task<int> Owed() => (await Service<IJournalStore>().OutboxSize(Ct)).Waiting;

    public T Service<T>()
        where T : notnull => cluster.GetSiloServiceProvider().GetRequiredService<T>();

    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    static void Add(IServiceCollection services, JournalLimits journal, OutboxLimits outbox)
    {
        var real = services.Last(d => d.ServiceType == typeof(IJournalStore)).ImplementationType!;
        services.AddSingleton(real);
        services.AddSingleton(s => new FaultyStore((IJournalStore)s.GetRequiredService(real)));
        services.AddSingleton<IJournalStore>(s => s.GetRequiredService<FaultyStore>());
        services.AddSingleton<ProbeLedger>();
        services.AddSingleton<ILedgerKind>(s => s.GetRequiredService<ProbeLedger>());
        services.AddSingleton(journal);
        services.AddSingleton(outbox);
    }
}

/// <summary>A data folder that outlives the silos on it.</summary>
sealed class DataFolder : IDisposable
{
    public string Path { get; } = System.IO.Directory.CreateTempSubdirectory("jma-probe-").FullName;

    public void Dispose() => System.IO.Directory.Delete(Path, recursive: true);
}
