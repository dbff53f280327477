using System.Text;
using JmaActors.Web.Enrolments;
using JmaActors.Works;

namespace JmaActors.Web.Works;

/// <summary>Rows as CSV. What a spreadsheet would take for a formula is kept as text.</summary>
static class CsvSheet
{
    public static async Task Write(Stream body, bool shiftJis, string[] headings, IAsyncEnumerable<List<string[]>> chunks, CancellationToken ct)
    {
        await using var writer = new StreamWriter(body, shiftJis ? ShiftJisText.Writing : new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 64 * 1024, leaveOpen: true);
        await writer.WriteAsync(Line(headings, shiftJis)).ConfigureAwait(false);
        var text = new StringBuilder();
        await foreach (var rows in chunks.WithCancellation(ct).ConfigureAwait(false))
        {
            text.Clear();
            foreach (var row in rows) Append(text, row, shiftJis);
            await writer.WriteAsync(text, ct).ConfigureAwait(false);
        }
    }

    static string Line(string[] row, bool shiftJis) => Append(new StringBuilder(), row, shiftJis).ToString();

    static StringBuilder Append(StringBuilder text, string[] row, bool shiftJis)
    {
        for (var i = 0; i < row.Length; i++)
        {
            if (i > 0) text.Append(',');
            // Folded first: what a sign becomes may be what a spreadsheet would run.
            text.Append(AttendeeFile.Cell(shiftJis ? ShiftJisText.Fitting(row[i]) : row[i]));
        }
        return text.Append("\r\n");
    }
}
