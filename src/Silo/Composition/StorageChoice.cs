using JmaActors.Journal;
using JmaActors.Ledgers;
using JmaActors.Storage;

namespace JmaActors.Composition;

/// <summary>Which database this process is on, opened with its tables in place.</summary>
public abstract class StorageChoice
{
    /// <summary>Opens the database the settings name and makes its tables.</summary>
    public static async Task<StorageChoice> Open(SiloSettings settings, CancellationToken ct)
    {
        StorageChoice choice = settings.Postgres is { } connection ? new PostgresChoice(connection, settings.Data) : new SqliteChoice(settings.Data);
        await choice.Prepare(ViewTables.In(typeof(LedgerRegistration).Assembly), ct);
        return choice;
    }

    protected abstract Task Prepare(IReadOnlyList<ViewTable> views, CancellationToken ct);

    public abstract void ConfigureSilo(ISiloBuilder silo, string cluster);

    public abstract void ConfigureClient(IClientBuilder client, string cluster);
}
