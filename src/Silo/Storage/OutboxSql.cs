namespace JmaActors.Storage;

/// <summary>Outbox SQL both databases share.</summary>
static class OutboxSql
{
    /// <summary>
    /// Senders that owe parcels not parked, one index step each however many parcels a sender owes.
    /// </summary>
    public static string Senders(string schema, string after, string limit) =>
        $"""
        WITH RECURSIVE s(sender) AS (
            SELECT min(o.sender) FROM {schema}outbox o WHERE o.sender > {after} AND o.parked_at IS NULL
            UNION ALL
            SELECT (SELECT min(o.sender) FROM {schema}outbox o WHERE o.sender > s.sender AND o.parked_at IS NULL) FROM s WHERE s.sender IS NOT NULL
        )
        SELECT sender FROM s WHERE sender IS NOT NULL LIMIT {limit}
        """;
}
