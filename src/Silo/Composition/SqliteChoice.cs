using JmaActors.Credits;
using JmaActors.Journal;
using JmaActors.Members;
using JmaActors.Storage;
using JmaActors.Storage.Sqlite;
using JmaActors.Storage.Views;

namespace JmaActors.Composition;

/// <summary>The embedded database: the journal in one file of the data folder, what Orleans keeps in another, documents in a third. One process only.</summary>
sealed class SqliteChoice(string data) : StorageChoice
{
    readonly string orleans = Path.Combine(data, "orleans.db");

    protected override async Task Prepare(IReadOnlyList<ViewTable> views, CancellationToken ct)
    {
        System.IO.Directory.CreateDirectory(data);
        OrleansSchema.EnsureSqlite(orleans);
        SqliteEvidence.EnsureSchema(EvidenceFile);
        using var database = new SqliteDatabase(JournalFile);
        await new SqliteJournalStore(database).EnsureSchema(views, ct);
    }

    string EvidenceFile => Path.Combine(data, "evidence.db");

    string JournalFile => Path.Combine(data, "journal.db");

    public override void ConfigureSilo(ISiloBuilder silo, string cluster)
    {
        var (siloPort, gatewayPort) = FreePort.Two();
        silo.UseLocalhostClustering(siloPort, gatewayPort, serviceId: cluster, clusterId: cluster);
        silo.UseSqliteStorage(orleans);
        silo.Services.AddSingleton(_ => new SqliteDatabase(JournalFile));
        silo.Services.AddSingleton<IJournalStore, SqliteJournalStore>();
        silo.Services.AddSingleton<IViewDatabase, SqliteViews>();
        silo.Services.AddSingleton<IEvidenceStore>(_ => new SqliteEvidence(EvidenceFile));
        silo.Services.AddSingleton<IErasedContent, SqliteErased>();
        silo.Services.AddViewSearches();
    }

    public override void ConfigureClient(IClientBuilder client, string cluster) =>
        throw new InvalidOperationException("A process of role web needs --postgres: SQLite is for one process.");
}
