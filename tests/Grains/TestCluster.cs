using JmaActors.Composition;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.TestingHost;

namespace JmaActors.Tests.Grains;

/// <summary>A real silo in this process, on the data of a folder.</summary>
static class TestCluster
{
    // Orleans makes room for a million addresses beforehand, and a silo that has ended stays in memory until the process ends: every collection would walk through all of it.
    const int AddressesKept = 4_096;

    /// <param name="service">Names what snapshots are kept under; one of its own when null.</param>
    /// <param name="more">What a test replaces or adds before the silo starts.</param>
    public static async Task<InProcessTestCluster> Deploy(SiloSettings settings, Action<IServiceCollection>? more, CancellationToken ct, string? service = null)
    {
        var storage = await StorageChoice.Open(settings, ct);
        var builder = new InProcessTestClusterBuilder(1);
        if (service is not null) builder.Options.ServiceId = service;
        builder.ConfigureSilo((_, silo) =>
        {
            SiloHost.ConfigureSilo(silo, settings, storage);
            silo.Services.Configure<GrainDirectoryOptions>(static o => o.CacheSize = AddressesKept);
            more?.Invoke(silo.Services);
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }
}
