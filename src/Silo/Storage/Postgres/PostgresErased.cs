using JmaActors.Members;

namespace JmaActors.Storage.Postgres;

/// <summary>Has the dead versions of the rows that name people removed at once, rather than when the server next comes to it.</summary>
public sealed class PostgresErased(PostgresConnections connections) : IErasedContent
{
    /// <summary>How long the server may take: the tables have a row or more for everybody, and no reader waits for it.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public async Task Purge(CancellationToken ct)
    {
        try
        {
            // A connection of its own: what others wait for is never behind it.
            await using var connection = connections.Writer("jma-erased");
            await connection.OpenAsync(ct);
            await using var command = connection.CreateCommand();
            command.CommandTimeout = (int)Patience.TotalSeconds;
            command.CommandText = "VACUUM jma.member, jma.member_name, jma.member_merged, jma.person_key, jma.work_chunk, jma.credit_standing";
            await command.ExecuteNonQueryAsync(ct);
        }
        catch (Exception e) when (PostgresErrors.IsDatabase(e))
        {
            throw PostgresErrors.OfRead(e);
        }
    }
}
