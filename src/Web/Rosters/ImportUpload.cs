using JmaActors.Rosters;
using JmaActors.Web.Access;
using JmaActors.Web.Files;
using JmaActors.Web.WorkHours;
using JmaActors.WorkHours;

namespace JmaActors.Web.Rosters;

/// <summary>What is to be done with a file.</summary>
/// <param name="Rows">Rows expected, for the progress; null when not known.</param>
/// <param name="Words">Of attendance: a workplace's own words for kinds of work.</param>
/// <param name="Columns">What each column of the file is, by names joined with commas; null to go by the headings.</param>
public sealed record ImportTerms(ImportKind Kind, ImportMode Mode, bool Post, bool DryRun, int? Rows, bool Demonstration, string? Columns, AttendanceWords? Words = null);

/// <summary>Takes a file as it arrives and hands it on in chunks, several at a time.</summary>
public sealed class ImportUpload(Gateway gateway, TimeProvider clock)
{
    /// <summary>
    /// Imports the file under a key, or looks what that would do. One that was cut off goes on and one that is finished is compared: chunks done are passed over,
    /// and another file than before is refused.
    /// </summary>
    public async Task<Answer<ImportProgress>> Import(string key, FileBody file, ImportTerms terms, Caller caller, CancellationToken ct)
    {
        // Who may not import is told so before the file is looked at, and a file that is none of its kind begins nothing.
        gateway.RequireImport(key, terms.Kind, terms.Post, caller);
        await using var table = await FileTable.Open(file.Reader, ct).ConfigureAwait(false);
        await using var chunks = Chunks(table, terms, caller, ct).GetAsyncEnumerator(ct);
        var any = await chunks.MoveNextAsync().ConfigureAwait(false);
        var begin = new StartImport(file.Name, terms.Rows, terms.Demonstration, caller, terms.Kind, terms.Mode, terms.Post);
        var begun = await gateway.StartImport(key, begin, terms.DryRun, ct).ConfigureAwait(false);
        if (begun.Refusal is not null) return begun;
        // How a file was read is kept with its dry run, which is when it was looked at.
        if (terms is { Kind: ImportKind.Attendance, DryRun: true }) await Keep(key, table, terms, caller, ct).ConfigureAwait(false);
        var refused = await Send(key, From(chunks, any), ct).ConfigureAwait(false);
        return refused ?? await gateway.FinishImport(key, terms.Kind, terms.Post, terms.DryRun, caller, ct).ConfigureAwait(false);
    }

    Task Keep(string key, FileTable table, ImportTerms terms, Caller caller, CancellationToken ct)
    {
        var columns = Map(AttendanceColumns.Set, table, terms.Columns).Columns;
        var named = table.Headings.Select((heading, i) => (Heading: heading.Trim(), Column: i < columns.Count && columns[i] is { } column ? AttendanceColumns.Set.NameOf(column) : ""))
            .Where(c => c.Heading.Length is > 0 and <= AttendanceMapping.WordLength).DistinctBy(c => c.Heading, StringComparer.Ordinal);
        return gateway.KeepAttendanceMapping(key, new AttendanceMapping(named.ToDictionary(c => c.Heading, c => c.Column), terms.Words?.Own ?? AttendanceWords.None.Own), caller, ct);
    }

    static async IAsyncEnumerable<ImportChunk> Chunks(FileTable table, ImportTerms terms, Caller caller, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        if (terms.Kind == ImportKind.Attendance)
        {
            await foreach (var chunk in AttendanceReader.Chunks(table, Map(AttendanceColumns.Set, table, terms.Columns), terms.Words ?? AttendanceWords.None, ct).ConfigureAwait(false))
                yield return new ImportChunk(chunk.Index, terms.DryRun, terms.Kind, terms.Post, [], [], chunk.Unreadable, caller, chunk.Rows);
            yield break;
        }

        if (terms.Kind == ImportKind.Credits)
        {
            await foreach (var chunk in PastCreditReader.Chunks(table, Map(PastCreditColumns.Set, table, terms.Columns), ct).ConfigureAwait(false))
                yield return new ImportChunk(chunk.Index, terms.DryRun, terms.Kind, terms.Post, [], chunk.Rows, chunk.Unreadable, caller);
            yield break;
        }

        await foreach (var chunk in RosterReader.Chunks(table, Map(RosterColumns.Set, table, terms.Columns), ct).ConfigureAwait(false))
            yield return new ImportChunk(chunk.Index, terms.DryRun, terms.Kind, terms.Post, chunk.Rows, [], chunk.Unreadable, caller);
    }

    static ColumnMap<T> Map<T>(ColumnSet<T> set, FileTable table, string? said)
        where T : struct, Enum => said is null ? set.Read(table.Headings) : set.Read(said, table.Headings.Length);

    /// <summary>The chunk an enumerator stands at, if any, and those after it.</summary>
    static async IAsyncEnumerable<ImportChunk> From(IAsyncEnumerator<ImportChunk> chunks, bool any)
    {
        for (; any; any = await chunks.MoveNextAsync().ConfigureAwait(false)) yield return chunks.Current;
    }

    /// <summary>Sends every chunk; the first refusal ends it and is the answer, null when there was none.</summary>
    async Task<Answer<ImportProgress>?> Send(string key, IAsyncEnumerable<ImportChunk> chunks, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var together = new ParallelOptions { MaxDegreeOfParallelism = WebLimits.RosterChunksInFlight, CancellationToken = stop.Token };
        Answer<ImportProgress>? refused = null;
        try
        {
            await Parallel.ForEachAsync(chunks, together, async (chunk, inner) =>
            {
                var answer = await SendOne(key, chunk, inner).ConfigureAwait(false);
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
    async Task<Answer<ImportProgress>> SendOne(string key, ImportChunk chunk, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await gateway.TakeChunk(key, chunk, ct).ConfigureAwait(false);
            }
            catch (TryAgainException) when (attempt < WebLimits.RosterChunkAttempts)
            {
                await Task.Delay(WebLimits.RosterChunkPause, clock, ct).ConfigureAwait(false);
            }
        }
    }
}
