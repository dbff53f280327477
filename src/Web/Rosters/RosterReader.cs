using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using JmaActors.Rosters;
using JmaActors.Web.Access;

namespace JmaActors.Web.Rosters;

/// <summary>One chunk of a roster: what could be read, and what could not.</summary>
public sealed record RosterChunk(int Index, RosterRow[] Rows, RowError[] Unreadable);

/// <summary>
/// Reads a roster line by line into chunks of <see cref="RosterLimits.Chunk"/> lines, so that the same file always falls into the same chunks.
/// Nothing of the file is kept but the chunk being read. A line is a row: a quotation mark left open spoils its own line only.
/// </summary>
public static class RosterReader
{
    /// <exception cref="InvalidInputException">The heading, or the file as a whole, cannot be read.</exception>
    public static async IAsyncEnumerable<RosterChunk> Chunks(Stream file, Encoding encoding, [EnumeratorCancellation] CancellationToken ct)
    {
        var spoilt = new HashSet<long>();
        await using var reader = CsvReader.Create(file, Options(encoding, spoilt));
        if (!await Next(reader, ct).ConfigureAwait(false)) throw new InvalidInputException("file", "The file is empty: its first line names the columns.");
        var width = reader.FieldCount;
        var columns = RosterColumns.Read(Fields(reader), out var error) ?? throw new InvalidInputException("file", error);
        var rows = new List<RosterRow>(RosterLimits.Chunk);
        var unreadable = new List<RowError>();
        var (index, lines) = (0, 0);
        while (await Next(reader, ct).ConfigureAwait(false))
        {
            if (++lines > RosterLimits.Rows) throw new InvalidInputException("file", $"A roster has at most {RosterLimits.Rows} rows: split it.");
            var line = (int)reader.LineNumber;
            var fault = Broken(line, reader.FieldCount > width, spoilt);
            if (fault is null && RosterLine.Read(line, Fields(reader), columns, out fault) is { } row) rows.Add(row);
            else unreadable.Add(fault!);
            if (rows.Count + unreadable.Count < RosterLimits.Chunk) continue;
            yield return new RosterChunk(index++, [.. rows], [.. unreadable]);
            rows.Clear();
            unreadable.Clear();
            spoilt.Clear();
        }

        if (rows.Count + unreadable.Count > 0) yield return new RosterChunk(index, [.. rows], [.. unreadable]);
    }

    internal static string[] Fields(CsvReader reader)
    {
        var fields = new string[reader.FieldCount];
        for (var i = 0; i < fields.Length; i++) fields[i] = reader.GetString(i);
        return fields;
    }

    internal static RowError? Broken(int line, bool wide, HashSet<long> spoilt) =>
        spoilt.Contains(line) ? new RowError(line, "", "bad-quotes", "A quotation mark is not closed on its line.")
        : wide ? new RowError(line, "", "bad-row", "More fields than columns: put a field with a comma in quotation marks.")
        : null;

    internal static async Task<bool> Next(CsvReader reader, CancellationToken ct)
    {
        try
        {
            return await reader.ReadAsync(ct).ConfigureAwait(false);
        }
        catch (CsvFormatException fault)
        {
            throw new InvalidInputException("file", $"The file cannot be read on from line {fault.LineNumber}: a line has at most {WebLimits.RosterLine} bytes.");
        }
        catch (Exception fault) when (RosterBody.CutOff(fault))
        {
            throw RosterBody.Incomplete();
        }
    }

    internal static CsvReaderOptions Options(Encoding encoding, HashSet<long> spoilt) => new()
    {
        HasHeader = false,
        Encoding = encoding,
        Separator = ',',
        AllowLineBreaksInQuotes = false,
        SkipEmptyLines = true,
        TrackLineNumbers = true,
        MaxRecordSize = WebLimits.RosterLine,
        IncludeValuesInExceptions = false,
        OnMalformedRecord = record =>
        {
            if (record.Reason is CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.LineBreakInQuotes) spoilt.Add(record.LineNumber);
        },
    };
}
