using Npgsql;

namespace JmaActors.Storage.Postgres;

/// <summary>Connections tuned for each use, made from the one connection string an operator gives.</summary>
public sealed class PostgresConnections : IAsyncDisposable
{
    /// <summary>Connections that read side by side; further reads wait for one.</summary>
    public const int Readers = 16;

    /// <summary>Connections Orleans' own providers may use side by side.</summary>
    public const int OrleansConnections = 32;

    /// <summary>How long a statement may take before its outcome counts as unknown.</summary>
    public static readonly TimeSpan CommandTimeout = TimeSpan.FromSeconds(4);

    /// <summary>How long connecting may take before the database counts as away.</summary>
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(3);

    // Statements come by the same few shapes for ever: plan each once. A group's keys are always found by index, in the order given, so that
    // two groups lock rows in the same order.
    const string WriterSettings = "-c default_transaction_isolation=read\\ committed -c plan_cache_mode=force_generic_plan -c jit=off -c enable_hashjoin=off -c enable_mergejoin=off -c enable_seqscan=off";

    // A read of several statements sees one moment. Many read at once and none for long: to start helpers for one of them takes longer than they save (docs/decisions/0015).
    const string ReaderSettings =
        "-c default_transaction_isolation=repeatable\\ read -c default_transaction_read_only=on -c jit=off -c max_parallel_workers_per_gather=0";

    // Ledgers are found by key, also in a table that has grown since the server last looked at its size: an import would have it read whole.
    const string HistorySettings = $"{ReaderSettings} -c enable_seqscan=off";

    readonly string given;

    public PostgresConnections(string connectionString)
    {
        given = connectionString;
        Reads = NpgsqlDataSource.Create(Tuned("jma-read", Readers, ReaderSettings).ConnectionString);
        Histories = NpgsqlDataSource.Create(Tuned("jma-history", Readers, HistorySettings).ConnectionString);
        Writes = NpgsqlDataSource.Create(Tuned("jma-write", Readers, "-c jit=off").ConnectionString);
    }

    /// <summary>For reading: one snapshot for all statements of a batch.</summary>
    public NpgsqlDataSource Reads { get; }

    /// <summary>For reading heads and histories, by key only.</summary>
    public NpgsqlDataSource Histories { get; }

    /// <summary>For the few small writes that are no commits: notes on parcels, seals.</summary>
    public NpgsqlDataSource Writes { get; }

    /// <summary>A connection of its own for a journal writer, not yet open, known to the server under <paramref name="name"/>.</summary>
    public NpgsqlConnection Writer(string name)
    {
        var settings = Tuned(name, 1, WriterSettings);
        settings.Pooling = false;
        settings.AutoPrepareMinUsages = 1;
        settings.WriteBufferSize = 64 * 1024;
        settings.CancellationTimeout = -1;
        return new NpgsqlConnection(settings.ConnectionString);
    }

    /// <summary>The connection string Orleans' ADO.NET providers get: reset and parse cost more than their statements otherwise.</summary>
    public static string ForOrleans(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            NoResetOnClose = true,
            MaxAutoPrepare = 40,
            AutoPrepareMinUsages = 2,
            MaxPoolSize = OrleansConnections,
            SearchPath = "jma",
            Timeout = (int)ConnectTimeout.TotalSeconds,
        };
        settings.ApplicationName ??= "jma-orleans";
        return settings.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        await Reads.DisposeAsync();
        await Histories.DisposeAsync();
        await Writes.DisposeAsync();
    }

    NpgsqlConnectionStringBuilder Tuned(string name, int pool, string options)
    {
        var settings = new NpgsqlConnectionStringBuilder(given)
        {
            ApplicationName = name,
            NoResetOnClose = true,
            MaxPoolSize = pool,
            MaxAutoPrepare = 128,
            AutoPrepareMinUsages = 2,
            CommandTimeout = (int)CommandTimeout.TotalSeconds,
            Timeout = (int)ConnectTimeout.TotalSeconds,
        };
        settings.Options = string.IsNullOrEmpty(settings.Options) ? options : $"{settings.Options} {options}";
        return settings;
    }
}
