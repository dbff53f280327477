using JmaActors.Composition;
using JmaActors.Tests.Grains;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

[assembly: AssemblyFixture(typeof(SharedHouse))]

namespace JmaActors.Tests.Grains;

/// <summary>All actors in one process on the real SQLite journal in a folder of its own.</summary>
public sealed class ActorHouse : IAsyncDisposable
{
    readonly string folder;

    ActorHouse(InProcessTestCluster cluster, string folder) => (Cluster, this.folder) = (cluster, folder);

    public InProcessTestCluster Cluster { get; }

    public IGrainFactory Grains => Cluster.Client;

    /// <summary>Where the silo keeps its data.</summary>
    public string Folder => folder;

    public IServiceProvider Silo => Cluster.GetSiloServiceProvider();

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="more">What a test replaces or adds before the silo starts, e.g. the time.</param>
    /// <param name="folder">Where a house before this one left its data; null for a folder of its own.</param>
    public static async Task<ActorHouse> Open(Action<IServiceCollection>? more = null, string? folder = null)
    {
        folder ??= System.IO.Directory.CreateTempSubdirectory("jma-actors-").FullName;
        var settings = new SiloSettings { Data = folder, Empty = true };
        return new ActorHouse(await TestCluster.Deploy(settings, more, CancellationToken.None), folder);
    }

    public T Service<T>()
        where T : notnull => Silo.GetRequiredService<T>();

    /// <summary>Ends the silo in the middle of what it does; its folder stays for the next.</summary>
    public Task Kill() => Cluster.KillSiloAsync(Cluster.Silos[0]);

    public async ValueTask DisposeAsync()
    {
        await Cluster.DisposeAsync();
        if (System.IO.Directory.Exists(folder)) System.IO.Directory.Delete(folder, recursive: true);
    }
}

/// <summary>One house for every test that needs nothing of its own; each test uses people, cards and associations nobody else does.</summary>
public sealed class SharedHouse : IAsyncLifetime
{
    ActorHouse? house;

    public ActorHouse House => house ?? throw new InvalidOperationException("The house is opened before the first test.");

    public async ValueTask InitializeAsync() => house = await ActorHouse.Open();

    public ValueTask DisposeAsync() => house?.DisposeAsync() ?? ValueTask.CompletedTask;
}
