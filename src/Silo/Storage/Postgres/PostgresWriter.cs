using JmaActors.Journal;
using Npgsql;

namespace JmaActors.Storage.Postgres;

/// <summary>A writer's own connection and its prepared statements; opened again after it broke.</summary>
sealed class PostgresWriter(PostgresConnections connections, PostgresDoubts doubts, TimeProvider time, int index) : IAsyncDisposable
{
    /// <summary>Rows that follow in one transaction of their own.</summary>
    const int TrailMost = 1_000;

    readonly SemaphoreSlim turn = new(1);
    readonly PostgresGroupBatch statements = new();
    readonly HeadsInMotion motion = new(time);
    readonly CommitGroup nothing = new();
    readonly NpgsqlBatch batch = new();
    NpgsqlConnection? connection;
    string name = "";

    public async ValueTask<IReadOnlyList<string>> Commit(CommitGroup group, CancellationToken ct)
    {
        if (group is { Heads.Count: 0, Events.Count: 0, Parcels.Count: 0, Delivered.Count: 0, Views.Count: 0 }) return [];
        await turn.WaitAsync(ct);
        try
        {
            // What this connection has committed counts while it lives: first the connection, then what it need not be asked.
            batch.Connection = await Connected(ct);
            return await Write(batch.Connection, group, motion.Take(HeadsInMotion.With(group.Heads.Count)));
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Brings rows up to heads that have rested for long enough, or to <paramref name="all"/>; between portions commits take their turn.</summary>
    public async Task Trail(bool all)
    {
        while (!motion.IsEmpty && await TrailSome(all))
        {
        }
    }

    async Task<bool> TrailSome(bool all)
    {
        await turn.WaitAsync();
        try
        {
            // Not on a new connection: it knows of nothing.
            if (connection is not { FullState: System.Data.ConnectionState.Open } open || motion.Take(TrailMost, all) is not { Count: > 0 } behind) return false;
            await Write(open, nothing, behind);
            return true;
        }
        finally
        {
            turn.Release();
        }
    }

    async ValueTask<IReadOnlyList<string>> Write(NpgsqlConnection open, CommitGroup group, List<HeadMove> behind)
    {
        var done = false;
        try
        {
            statements.Fill(batch, group, motion, behind, careful: false);
            var losers = await Send(open, group, behind, careful: false);
            if (done = losers.Count == 0) motion.Moved(group.Heads);
            return losers;
        }
        finally
        {
            if (!done) motion.Lag();
        }
    }

    async ValueTask<IReadOnlyList<string>> Send(NpgsqlConnection open, CommitGroup group, List<HeadMove> behind, bool careful)
    {
        try
        {
            // Once sent it is never cancelled: its outcome would be unknown.
            await batch.ExecuteNonQueryAsync(CancellationToken.None);
            return [];
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrors.HeadMoved || PostgresErrors.IsEventThere(e))
        {
            return await Losers(open, group, e);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation && !careful && group.Views.Exists(static v => v.Adds.Count > 0))
        {
            statements.Fill(batch, group, motion, behind, careful: true);
            return await Send(open, group, behind, careful: true);
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

    async ValueTask<IReadOnlyList<string>> Losers(NpgsqlConnection open, CommitGroup group, PostgresException why)
    {
        try
        {
            await using var command = HeadReads.Of(group.Heads.ConvertAll(static h => h.Ledger));
            command.Connection = open;
            var heads = await HeadReads.Read(command, CancellationToken.None);
            var losers = group.Heads.FindAll(h => !Stands(heads.GetValueOrDefault(h.Ledger, LedgerHead.None), h)).ConvertAll(static h => h.Ledger);
            if (losers.Count > 0) return losers;
            throw PostgresErrors.IsEventThere(why) ? PostgresErrors.OfCommit(why) : new JournalAwayException("A head moved and came back while the group was committed.");
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
        motion.Forget();
        await broken.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Drop();
        await batch.DisposeAsync();
        turn.Dispose();
    }
}
