using JmaActors.Members;

namespace JmaActors.Storage.Postgres;

/// <summary>Has the dead versions of the rows that name people removed at once, rather than when the server next comes to it.</summary>
public sealed class PostgresErased(PostgresConnections connections) : IErasedContent
{
    public async Task Purge(CancellationToken ct)
    {
        try
        {
            await using var command = connections.Reads.CreateCommand("VACUUM jma.member, jma.member_name, jma.member_merged, jma.person_key, jma.work_chunk, jma.credit_standing");
            await command.ExecuteNonQueryAsync(ct);
        }
        catch (Exception e) when (PostgresErrors.IsDatabase(e))
        {
            throw PostgresErrors.OfRead(e);
        }
    }
}
