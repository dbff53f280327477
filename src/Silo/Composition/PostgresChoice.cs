using System.Net;
using JmaActors.Credits;
using JmaActors.Journal;
using JmaActors.Members;
using JmaActors.Storage;
using JmaActors.Storage.Postgres;
using JmaActors.Storage.Views;
using Npgsql;
using Orleans.Configuration;

namespace JmaActors.Composition;

/// <summary>PostgreSQL for everything: journal, views, snapshots, reminders, and the silos of the cluster.</summary>
sealed class PostgresChoice(string connection, string data) : StorageChoice
{
    protected override async Task Prepare(IReadOnlyList<ViewTable> views, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await OrleansSchema.EnsurePostgres(source, ct);
        await using var connections = new PostgresConnections(connection);
        await using var store = new PostgresJournalStore(connections);
        await store.EnsureSchema(views, ct);
    }

    public override void ConfigureSilo(ISiloBuilder silo, string cluster)
    {
        var (siloPort, gatewayPort) = FreePort.Kept(data);
        silo.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (cluster, cluster));
        silo.ConfigureEndpoints(IPAddress.Loopback, siloPort, gatewayPort);
        silo.UsePostgresStorage(connection);
        silo.Services.AddSingleton(_ => new PostgresConnections(connection));
        silo.Services.AddSingleton<IJournalStore, PostgresJournalStore>();
        silo.Services.AddSingleton<IViewDatabase, PostgresViews>();
        silo.Services.AddSingleton<IEvidenceStore, PostgresEvidence>();
        silo.Services.AddSingleton<IErasedContent, PostgresErased>();
        silo.Services.AddViewSearches();
    }

    public override void ConfigureClient(IClientBuilder client, string cluster)
    {
        client.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (cluster, cluster));
        client.UsePostgresStorage(connection);
        client.Services.AddSingleton(_ => new PostgresConnections(connection));
        client.Services.AddSingleton<IEvidenceStore, PostgresEvidence>();
    }
}
