using JmaActors.Rosters;
using JmaActors.Web.Access;

namespace JmaActors.Web.Rosters;

/// <summary>Takes a roster as it arrives and hands it on in chunks, several at a time.</summary>
public sealed class RosterUpload(Gateway gateway, TimeProvider clock)
{
    /// <summary>
    /// Imports the file under a key. One that was cut off goes on and one that is finished is compared: chunks done are passed over, and another file
    /// than before is refused.
    /// </summary>
    public async Task<Answer<ImportProgress>> Import(string key, RosterBody file, int? expected, bool demonstration, Caller caller, CancellationToken ct)
    {
        // Who may not import is told so before the file is looked at, and a file that is no roster begins nothing.
        gateway.RequireImport(caller);
        var encoding = await RosterEncoding.Probe(file.Reader, ct).ConfigureAwait(false);
        await using var chunks = RosterReader.Chunks(file.Reader.AsStream(leaveOpen: true), encoding, ct).GetAsyncEnumerator(ct);
        var any = await chunks.MoveNextAsync().ConfigureAwait(false);
        var begun = await gateway.StartImport(key, new StartImport(file.Name, expected, demonstration, caller), ct).ConfigureAwait(false);
        if (begun.Refusal is not null) return begun;
        var refused = await Send(key, From(chunks, any), caller, ct).ConfigureAwait(false);
        return refused ?? await gateway.FinishImport(key, caller, ct).ConfigureAwait(false);
    }

    /// <summary>The chunk an enumerator stands at, if any, and those after it.</summary>
    static async IAsyncEnumerable<RosterChunk> From(IAsyncEnumerator<RosterChunk> chunks, bool any)
    {
        for (; any; any = await chunks.MoveNextAsync().ConfigureAwait(false)) yield return chunks.Current;
    }

    /// <summary>Sends every chunk; the first refusal ends it and is the answer, null when there was none.</summary>
    async Task<Answer<ImportProgress>?> Send(string key, IAsyncEnumerable<RosterChunk> chunks, Caller caller, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var together = new ParallelOptions { MaxDegreeOfParallelism = WebLimits.RosterChunksInFlight, CancellationToken = stop.Token };
        Answer<ImportProgress>? refused = null;
        try
        {
            await Parallel.ForEachAsync(chunks, together, async (chunk, inner) =>
            {
                var answer = await SendOne(key, chunk, caller, inner).ConfigureAwait(false);
                if (answer.Accepted) return;
                Interlocked.CompareExchange(ref refused, answer, null);
                await stop.CancelAsync().ConfigureAwait(false);
            }).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (refused is not null)
        {
            // Stopped here because of the refusal, which is the answer.
            return refused;
        }

        return refused;
    }

    /// <summary>A journal that is full or away for a moment is waited for: bulk work is what fills it.</summary>
    async Task<Answer<ImportProgress>> SendOne(string key, RosterChunk chunk, Caller caller, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await gateway.ImportChunk(key, chunk.Index, chunk.Rows, chunk.Unreadable, caller, ct).ConfigureAwait(false);
            }
            catch (TryAgainException) when (attempt < WebLimits.RosterChunkAttempts)
            {
                await Task.Delay(WebLimits.RosterChunkPause, clock, ct).ConfigureAwait(false);
            }
        }
    }
}
