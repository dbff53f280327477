using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using JmaActors.Rosters;
using JmaActors.Web.Access;

namespace JmaActors.Web.Files;

/// <summary>One chunk of a file: what could be read, and what could not.</summary>
public sealed record FileChunk<TRow>(int Index, TRow[] Rows, RowError[] Unreadable);

/// <summary>A row as read; null with what is wrong when it cannot be.</summary>
public delegate TRow? ReadRow<TRow>(TableLine line, out RowError? error)
    where TRow : class;

/// <summary>
/// Reads a table into chunks of <see cref="RosterLimits.Chunk"/> lines, so that the same file always falls into the same chunks. Of what was read before only
/// digests are kept, by which a line that says the same again is told wherever it stands.
/// </summary>
public static class FileChunks
{
    /// <param name="keys">What no other row of the file may have, with the column at fault.</param>
    /// <exception cref="InvalidInputException">The file as a whole cannot be read, or is too long.</exception>
    public static async IAsyncEnumerable<FileChunk<TRow>> Of<TRow>(
        FileTable table, ReadRow<TRow> read, Func<TRow, IEnumerable<(string Column, string Key)>> keys, [EnumeratorCancellation] CancellationToken ct)
        where TRow : class
    {
        var (rows, unreadable, seen) = (new List<TRow>(RosterLimits.Chunk), new List<RowError>(), new HashSet<UInt128>());
        var (index, lines) = (0, 0);
        while (await table.Next(ct).ConfigureAwait(false) is { } line)
        {
            if (++lines > RosterLimits.Rows) throw new InvalidInputException("file", $"A file has at most {RosterLimits.Rows} rows: split it.");
            var fault = line.Fault;
            if (fault is null && read(line, out fault) is { } row && (fault = Again(line.Line, keys(row), seen)) is null) rows.Add(row);
            else unreadable.Add(fault!);
            if (rows.Count + unreadable.Count < RosterLimits.Chunk) continue;
            yield return new FileChunk<TRow>(index++, [.. rows], [.. unreadable]);
            rows.Clear();
            unreadable.Clear();
        }

        if (rows.Count + unreadable.Count > 0) yield return new FileChunk<TRow>(index, [.. rows], [.. unreadable]);
    }

    /// <summary>What stands in a line before; null when nothing does.</summary>
    static RowError? Again(int line, IEnumerable<(string Column, string Key)> keys, HashSet<UInt128> seen)
    {
        RowError? again = null;
        foreach (var (column, key) in keys)
        {
            var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{column}\n{key}"));
            if (!seen.Add(BitConverter.ToUInt128(digest))) again ??= new RowError(line, column, "duplicate-row", "A line before it says the same.");
        }

        return again;
    }
}
