using System.IO.Pipelines;
using CsvHelper;
using JmaActors.Rosters;
using JmaActors.Web.Access;
using JmaActors.Web.Rosters;

namespace JmaActors.Web.Sessions;

/// <summary>A web log as read: what could be, and what could not.</summary>
public sealed record WebLogFile(WebLogColumns Columns, IReadOnlyList<WebLogRow> Rows, IReadOnlyList<RowError> Errors);

/// <summary>Reads a web log: CSV in UTF-8 or Shift_JIS, a line is a row, the first names the columns.</summary>
public static class WebLogReader
{
    /// <exception cref="InvalidInputException">The heading, or the file as a whole, cannot be read.</exception>
    public static async Task<WebLogFile> Read(PipeReader file, WebLogTimes times, CancellationToken ct)
    {
        var encoding = await RosterEncoding.Probe(file, ct).ConfigureAwait(false);
        var spoilt = new HashSet<long>();
        await using var reader = CsvReader.Create(file.AsStream(leaveOpen: true), RosterReader.Options(encoding, spoilt));
        if (!await RosterReader.Next(reader, ct).ConfigureAwait(false)) throw new InvalidInputException("file", "The file is empty: its first line names the columns.");
        var width = reader.FieldCount;
        var columns = WebLogColumns.Read(RosterReader.Fields(reader), out var error) ?? throw new InvalidInputException("file", error);
        var rows = new List<WebLogRow>();
        var errors = new List<RowError>();
        while (await RosterReader.Next(reader, ct).ConfigureAwait(false))
        {
            if (rows.Count + errors.Count >= WebLimits.WebLogLines) throw new InvalidInputException("file", $"A web log has at most {WebLimits.WebLogLines} lines: split it.");
            var line = (int)reader.LineNumber;
            var fields = RosterReader.Fields(reader);
            if (Array.TrueForAll(fields, string.IsNullOrWhiteSpace)) continue;
            var fault = RosterReader.Broken(line, reader.FieldCount > width, spoilt);
            if (fault is null && WebLogLine.Read(line, fields, columns, times, out fault) is { } row) rows.Add(row);
            else errors.Add(fault!);
        }

        return new WebLogFile(columns, rows, errors);
    }
}
