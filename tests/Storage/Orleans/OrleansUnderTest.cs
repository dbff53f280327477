using System.Net;
using System.Net.Sockets;
using JmaActors.Storage;
using JmaActors.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Orleans.Configuration;
using Orleans.Hosting;

namespace JmaActors.Tests.Storage.Orleans;

/// <summary>A silo on an empty database of its own; its providers are asked directly.</summary>
public sealed class OrleansUnderTest : IAsyncDisposable
{
    readonly IHost host;
    readonly Func<ValueTask> clean;

    OrleansUnderTest(IHost host, Func<ValueTask> clean) => (this.host, this.clean) = (host, clean);

    public IServiceProvider Services => host.Services;

    public static async Task<OrleansUnderTest> OnPostgres()
    {
        var database = await TestDatabase.Create();
        await using (var source = NpgsqlDataSource.Create(database.ConnectionString))
        {
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => OrleansSchema.EnsurePostgres(source, CancellationToken.None)));
        }
        var host = Build(silo => silo
            .Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = ("test", "test"))
            .ConfigureEndpoints(IPAddress.Loopback, Ports.Free(), Ports.Free())
            .UsePostgresStorage(database.ConnectionString));
        await host.StartAsync();
        return new OrleansUnderTest(host, database.DisposeAsync);
    }

    public static async Task<OrleansUnderTest> OnSqlite()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("jma-orleans-");
        var path = Path.Combine(folder.FullName, "orleans.db");
        OrleansSchema.EnsureSqlite(path);
        OrleansSchema.EnsureSqlite(path);
        var host = Build(silo => silo.UseLocalhostClustering(Ports.Free(), Ports.Free(), serviceId: "test", clusterId: "test").UseSqliteStorage(path));
        await host.StartAsync();
        return new OrleansUnderTest(host, () =>
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
            return ValueTask.CompletedTask;
        });
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        await clean();
    }

    static IHost Build(Action<ISiloBuilder> configure)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleans(configure);
        return builder.Build();
    }
}
