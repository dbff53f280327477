using System.IO.Pipelines;
using JmaActors.Rosters;
using JmaActors.Web.Access;
using JmaActors.Web.Files;

namespace JmaActors.Web.Sessions;

/// <summary>A web log as read: what could be, and what could not.</summary>
public sealed record WebLogFile(WebLogColumns Columns, IReadOnlyList<WebLogRow> Rows, IReadOnlyList<RowError> Errors);

/// <summary>Reads a web log: CSV in UTF-8 or Shift_JIS, or a workbook; a line is a row, the first names the columns.</summary>
public static class WebLogReader
{
    /// <exception cref="InvalidInputException">The heading, or the file as a whole, cannot be read.</exception>
    public static async Task<WebLogFile> Read(PipeReader file, WebLogTimes times, CancellationToken ct)
    {
        await using var table = await FileTable.Open(file, ct).ConfigureAwait(false);
        var columns = WebLogColumns.Read(table.Headings, out var error) ?? throw new InvalidInputException("file", error);
        var rows = new List<WebLogRow>();
        var errors = new List<RowError>();
        while (await table.Next(ct).ConfigureAwait(false) is { } line)
        {
            if (rows.Count + errors.Count >= WebLimits.WebLogLines) throw new InvalidInputException("file", $"A web log has at most {WebLimits.WebLogLines} lines: split it.");
            var fault = line.Fault;
            if (fault is null && WebLogLine.Read(line.Line, line.Fields, columns, times, out fault) is { } row) rows.Add(row);
            else errors.Add(fault!);
        }

        return new WebLogFile(columns, rows, errors);
    }
}
