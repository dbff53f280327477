using JmaActors.Journal;
using Npgsql;

namespace JmaActors.Storage.Postgres;

/// <summary>What a failure of the database means for those who wait.</summary>
static class PostgresErrors
{
    /// <summary>This system's own code: a head is not where the group expected it.</summary>
    public const string HeadMoved = "JA001";

    /// <summary>An event of the group is there already: its ledger has gone on elsewhere.</summary>
    public static bool IsEventThere(PostgresException e) => e is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "ledger_event_pkey" };

    /// <summary>The exception a failed commit is answered with. Only an error the server itself reports while it lives on proves that nothing was written.</summary>
    public static Exception OfCommit(Exception failure) => failure switch
    {
        PostgresException { SqlState: var state } e when IsData(state) => new GroupFaultException($"The database refused a row ({state}, {e.TableName}.{e.ColumnName}).", e),
        PostgresException e when IsFatal(e) => new OutcomeUnknownException($"The database ended the connection while committing ({e.SqlState}).", e),
        PostgresException e => new JournalAwayException($"The database could not commit now ({e.SqlState}).", e),
        _ => new OutcomeUnknownException("The connection broke while committing.", failure),
    };

    /// <summary>The exception a failed read is answered with.</summary>
    public static Exception OfRead(Exception failure) => new JournalAwayException("The database could not be read.", failure);

    public static bool IsDatabase(Exception failure) => failure is NpgsqlException or System.Net.Sockets.SocketException or IOException or TimeoutException;

    /// <summary>Class 22 (data) and 23 (constraint), and an over-long row or index entry: trying again would fail again.</summary>
    static bool IsData(string state) => state.StartsWith("22", StringComparison.Ordinal) || state.StartsWith("23", StringComparison.Ordinal) || state.StartsWith("54", StringComparison.Ordinal);

    static bool IsFatal(PostgresException e) => e.InvariantSeverity is "FATAL" or "PANIC" || e.SqlState is "57P01" or "57P02" or "57P03";
}
