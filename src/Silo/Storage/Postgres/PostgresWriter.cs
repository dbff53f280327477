using JmaActors.Journal;
using Npgsql;

namespace JmaActors.Storage.Postgres;

/// <summary>A writer's own connection and its prepared statements; opened again after it broke.</summary>
sealed class PostgresWriter(PostgresConnections connections, PostgresDoubts doubts, int index) : IAsyncDisposable
{
    readonly SemaphoreSlim turn = new(1);
    readonly PostgresGroupBatch statements = new();
    readonly NpgsqlBatch batch = new();
    NpgsqlConnection? connection;
    string name = "";

    public async ValueTask<IReadOnlyList<string>> Commit(CommitGroup group, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            statements.Fill(batch, group, careful: false);
            if (batch.BatchCommands.Count == 0) return [];
            var open = await Connected(ct);
            batch.Connection = open;
            return await Send(open, group, careful: false);
        }
        finally
        {
            turn.Release();
        }
    }

    async ValueTask<IReadOnlyList<string>> Send(NpgsqlConnection open, CommitGroup group, bool careful)
    {
        try
        {
            // Once sent it is never cancelled: its outcome would be unknown.
            await batch.ExecuteNonQueryAsync(CancellationToken.None);
            return [];
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrors.HeadMoved)
        {
            return await Losers(open, group);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation && !careful && group.Views.Exists(static v => v.Adds.Count > 0))
        {
            statements.Fill(batch, group, careful: true);
            return await Send(open, group, careful: true);
        }
        catch (Exception e) when (PostgresErrors.IsDatabase(e))
        {
            var answer = PostgresErrors.OfCommit(e);
            if (answer is OutcomeUnknownException)
            {
                doubts.Add(name);
                await Drop();
            }
            throw answer;
        }
    }

    async ValueTask<IReadOnlyList<string>> Losers(NpgsqlConnection open, CommitGroup group)
    {
        try
        {
            await using var command = HeadReads.Of(group.Heads.ConvertAll(static h => h.Ledger));
            command.Connection = open;
            var heads = await HeadReads.Read(command, CancellationToken.None);
            var losers = group.Heads.FindAll(h => !Stands(heads.GetValueOrDefault(h.Ledger, LedgerHead.None), h)).ConvertAll(static h => h.Ledger);
            return losers.Count > 0 ? losers : throw new JournalAwayException("A head moved and came back while the group was committed.");
        }
        catch (Exception e) when (PostgresErrors.IsDatabase(e))
        {
            await Drop();
            throw PostgresErrors.OfRead(e);
        }
    }

    static bool Stands(in LedgerHead now, in HeadMove move) =>
        now.Version == move.Expected && (move.Expected == 0 || now.Hash.AsSpan().SequenceEqual(move.ExpectedHash));

    async ValueTask<NpgsqlConnection> Connected(CancellationToken ct)
    {
        if (connection is { FullState: System.Data.ConnectionState.Open } open) return open;
        await Drop();
        name = $"jma-writer-{index}-{Guid.NewGuid():N}";
        var fresh = connections.Writer(name);
        try
        {
            await doubts.Settle(ct);
            await fresh.OpenAsync(ct);
            return connection = fresh;
        }
        catch (Exception e) when (PostgresErrors.IsDatabase(e))
        {
            await fresh.DisposeAsync();
            throw new JournalAwayException("The database cannot be reached.", e);
        }
    }

    async ValueTask Drop()
    {
        if (connection is null) return;
        var broken = connection;
        connection = null;
        batch.Connection = null;
        await broken.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Drop();
        await batch.DisposeAsync();
        turn.Dispose();
    }
}
