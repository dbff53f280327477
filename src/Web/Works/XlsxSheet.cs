using System.Globalization;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace JmaActors.Web.Works;

/// <summary>Rows as one sheet of a workbook. Texts are cells of text: nothing in them is ever a formula.</summary>
static class XlsxSheet
{
    /// <summary>Columns whose values are numbers.</summary>
    static readonly HashSet<string> NumberColumns = new(["total", "units", "codes", "pending", "reached"], StringComparer.Ordinal);

    public static bool[] Numbers(IReadOnlyList<string> columns) => [.. columns.Select(NumberColumns.Contains)];

    public static async Task Write(Stream body, string[] headings, bool[] numbers, IAsyncEnumerable<List<string[]>> chunks, CancellationToken ct)
    {
        await using var workbook = await Spreadsheet.CreateNewAsync(body, cancellationToken: ct).ConfigureAwait(false);
        var bold = workbook.AddStyle(new Style { Font = { Bold = true } });
        await workbook.StartWorksheetAsync("Members", new WorksheetOptions { FrozenRows = 1 }, ct).ConfigureAwait(false);
        await workbook.AddRowAsync([.. headings.Select(h => new StyledCell(h, bold))], ct).ConfigureAwait(false);
        var cells = new DataCell[headings.Length];
        await foreach (var rows in chunks.WithCancellation(ct).ConfigureAwait(false))
        {
            foreach (var row in rows)
            {
                for (var i = 0; i < cells.Length; i++) cells[i] = Cell(row[i], numbers[i]);
                await workbook.AddRowAsync(cells, ct).ConfigureAwait(false);
            }
        }
        await workbook.FinishAsync(ct).ConfigureAwait(false);
    }

    static DataCell Cell(string text, bool number) =>
        number && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? new DataCell(value) : new DataCell(text);
}
