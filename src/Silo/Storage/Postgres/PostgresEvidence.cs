using JmaActors.Credits;
using JmaActors.Time;
using Npgsql;

namespace JmaActors.Storage.Postgres;

/// <summary>
/// Documents in the cluster's database. What touches one document or one person's documents takes turns by advisory locks, the person before the document;
/// the foreign key would refuse whatever they did not catch.
/// </summary>
public sealed class PostgresEvidence(PostgresConnections connections) : IEvidenceStore
{
    /// <summary>First halves of the locks' numbers: other locks of this database never have them.</summary>
    const int PersonLock = 0x6A6D_0003, FileLock = 0x6A6D_0004;

    const string Holding = "SELECT h.member_id, h.sha256, f.kind, f.size, h.uploaded, h.attached FROM jma.evidence_holding h JOIN jma.evidence_file f ON f.sha256 = h.sha256";

    public Task<EvidenceKept> Put(MemberId member, EvidenceFile file, DateTimeOffset at, CancellationToken ct) => Together(async (connection, transaction) =>
    {
        var when = Micros(at);
        await Run(connection, transaction, "SELECT pg_advisory_xact_lock($1, hashtext($2))", ct, PersonLock, member.ToString());
        if (await Run(connection, transaction, "UPDATE jma.evidence_holding SET uploaded = $3 WHERE member_id = $1 AND sha256 = $2", ct, member.Number, file.Sha256, when) == 1)
        {
            return EvidenceKept.Held;
        }
        var day = Micros(Tokyo.StartOf(Tokyo.DateOf(at)));
        await using var count = Command(connection, transaction, "SELECT count(*) FROM jma.evidence_holding WHERE member_id = $1 AND uploaded >= $2", member.Number, day);
        if ((long)(await count.ExecuteScalarAsync(ct))! >= EvidenceLimits.PerDayOf(member)) return EvidenceKept.TooMany;

        await Run(connection, transaction, "SELECT pg_advisory_xact_lock($1, hashtext($2))", ct, FileLock, file.Sha256);
        await Run(connection, transaction, "INSERT INTO jma.evidence_file (sha256, kind, size, content) VALUES ($1, $2, $3, $4) ON CONFLICT (sha256) DO NOTHING", ct,
            file.Sha256, (short)file.Kind, file.Content.Length, file.Content);
        await Run(connection, transaction, "INSERT INTO jma.evidence_holding (member_id, sha256, uploaded, attached) VALUES ($1, $2, $3, false)", ct, member.Number, file.Sha256, when);
        return EvidenceKept.Kept;
    }, ct);

    public Task<EvidenceHolding?> Find(MemberId member, string sha256, CancellationToken ct) => Reached(async () =>
    {
        await using var command = PlainCommand(connections.Reads, $"{Holding} WHERE h.member_id = $1 AND h.sha256 = $2", member.Number, sha256);
        return await Rows(command, ct) is [var holding] ? holding : null;
    });

    public Task<EvidenceFile?> Read(MemberId member, string sha256, CancellationToken ct) => Reached(async () =>
    {
        await using var command = PlainCommand(connections.Reads,
            "SELECT f.kind, f.content FROM jma.evidence_holding h JOIN jma.evidence_file f ON f.sha256 = h.sha256 WHERE h.member_id = $1 AND h.sha256 = $2", member.Number, sha256);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? new EvidenceFile(sha256, (EvidenceKind)reader.GetInt16(0), reader.GetFieldValue<byte[]>(1)) : null;
    });

    public Task<IReadOnlyList<EvidenceHolding>> Loose(DateTimeOffset before, int most, CancellationToken ct) => Reached(async () =>
    {
        await using var command = PlainCommand(connections.Reads, $"{Holding} WHERE NOT h.attached AND h.uploaded < $1 ORDER BY h.uploaded LIMIT $2", Micros(before), (long)most);
        return (IReadOnlyList<EvidenceHolding>)await Rows(command, ct);
    });

    public Task Settle(IReadOnlyCollection<EvidenceHolding> attached, IReadOnlyCollection<EvidenceHolding> loose, CancellationToken ct) => Together(async (connection, transaction) =>
    {
        foreach (var holding in attached)
        {
            await Run(connection, transaction, "UPDATE jma.evidence_holding SET attached = true WHERE member_id = $1 AND sha256 = $2", ct, holding.Member.Number, holding.Sha256);
        }
        // In the digests' order: two silos that sweep at once lock the same documents one after the other.
        foreach (var holding in loose.OrderBy(h => h.Sha256, StringComparer.Ordinal))
        {
            await Run(connection, transaction, "SELECT pg_advisory_xact_lock($1, hashtext($2))", ct, FileLock, holding.Sha256);
            await Run(connection, transaction, "DELETE FROM jma.evidence_holding WHERE member_id = $1 AND sha256 = $2 AND uploaded = $3 AND NOT attached", ct,
                holding.Member.Number, holding.Sha256, Micros(holding.Uploaded));
        }
        return await Drop(connection, transaction, [.. loose.Select(h => h.Sha256)], ct);
    }, ct);

    public Task Forget(MemberId member, CancellationToken ct) => Together(async (connection, transaction) =>
    {
        await Run(connection, transaction, "SELECT pg_advisory_xact_lock($1, hashtext($2))", ct, PersonLock, member.ToString());
        await using var held = Command(connection, transaction, $"{Holding} WHERE h.member_id = $1 ORDER BY h.sha256", member.Number);
        string[] digests = [.. (await Rows(held, ct)).Select(h => h.Sha256)];
        foreach (var digest in digests) await Run(connection, transaction, "SELECT pg_advisory_xact_lock($1, hashtext($2))", ct, FileLock, digest);
        await Run(connection, transaction, "DELETE FROM jma.evidence_holding WHERE member_id = $1", ct, member.Number);
        return await Drop(connection, transaction, digests, ct);
    }, ct);

    /// <summary>Documents nobody holds any more go.</summary>
    static Task<int> Drop(NpgsqlConnection connection, NpgsqlTransaction transaction, string[] digests, CancellationToken ct) => Run(connection, transaction,
        "DELETE FROM jma.evidence_file f WHERE f.sha256 = ANY($1) AND NOT EXISTS (SELECT 1 FROM jma.evidence_holding h WHERE h.sha256 = f.sha256)", ct, (object)digests);

    Task<T> Together<T>(Func<NpgsqlConnection, NpgsqlTransaction, Task<T>> work, CancellationToken ct) => Reached(async () =>
    {
        await using var connection = await connections.Writes.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var done = await work(connection, transaction);
        await transaction.CommitAsync(ct);
        return done;
    });

    static async Task<T> Reached<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (PostgresErrors.IsDatabase(e))
        {
            throw new TryAgainException("The documents cannot be reached; send the same again.", e);
        }
    }

    static async Task<int> Run(NpgsqlConnection connection, NpgsqlTransaction transaction, string sql, CancellationToken ct, params object[] values)
    {
        await using var command = Command(connection, transaction, sql, values);
        return await command.ExecuteNonQueryAsync(ct);
    }

    static NpgsqlCommand Command(NpgsqlConnection connection, NpgsqlTransaction transaction, string sql, params object[] values) =>
        Filled(new NpgsqlCommand(sql, connection, transaction), values);

    static NpgsqlCommand PlainCommand(NpgsqlDataSource source, string sql, params object[] values) => Filled(source.CreateCommand(sql), values);

    static NpgsqlCommand Filled(NpgsqlCommand command, object[] values)
    {
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    static async Task<List<EvidenceHolding>> Rows(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<EvidenceHolding> rows = [];
        while (await reader.ReadAsync(ct))
        {
            rows.Add(new EvidenceHolding(
                new MemberId(reader.GetInt64(0)), reader.GetString(1), (EvidenceKind)reader.GetInt16(2), reader.GetInt32(3),
                new DateTimeOffset(reader.GetDateTime(4), TimeSpan.Zero), reader.GetBoolean(5)));
        }
        return rows;
    }

    /// <summary>Full microseconds, as the database keeps them: what is read back is what was written.</summary>
    static DateTime Micros(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
}
