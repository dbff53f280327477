using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using JmaActors.Rosters;
using JmaActors.Web.Access;

namespace JmaActors.Web.Files;

/// <summary>The first sheet of a workbook that is not hidden, read row by row. Formulas are not computed: what they last came to is taken.</summary>
sealed class XlsxTable : FileTable
{
    readonly XlsxBytes bytes;
    readonly SpreadsheetDocument document;
    readonly XlsxCells cells;
    readonly OpenXmlReader reader;
    int row;

    XlsxTable(XlsxBytes bytes, SpreadsheetDocument document, XlsxCells cells, OpenXmlReader reader, string sheet) =>
        (this.bytes, this.document, this.cells, this.reader, Detail) = (bytes, document, cells, reader, sheet);

    public override string Format => "xlsx";

    public override string Detail { get; }

    /// <param name="bytes">Belongs to the table from here on.</param>
    public static FileTable Open(XlsxBytes bytes)
    {
        SpreadsheetDocument? document = null;
        try
        {
            document = SpreadsheetDocument.Open(bytes.Stream, false, new OpenSettings { MaxCharactersInPart = WebLimits.XlsxPart });
            var book = document.WorkbookPart ?? throw Unreadable();
            var sheet = book.Workbook?.Sheets?.Elements<Sheet>().FirstOrDefault(s => s.State is null || s.State.Value == SheetStateValues.Visible) ?? throw Unreadable();
            if (sheet.Id?.Value is not { } id || book.GetPartById(id) is not WorksheetPart part) throw Unreadable();
            var table = new XlsxTable(bytes, document, XlsxCells.Of(book), OpenXmlReader.Create(part), sheet.Name?.Value ?? "");
            table.Headings = table.Read()?.Fields ?? throw Empty();
            return table;
        }
        catch (Exception fault)
        {
            // Room is made whatever the library makes of closing what it could not open.
            using (bytes) document?.Dispose();
            if (IsOfFile(fault)) throw Unreadable();
            throw;
        }
    }

    public override ValueTask<TableLine?> Next(CancellationToken ct)
    {
        try
        {
            while (Read() is { } line)
            {
                ct.ThrowIfCancellationRequested();
                if (!IsBlank(line.Fields)) return ValueTask.FromResult<TableLine?>(line.Fields.Length > Headings.Length ? Cut(line) : line);
            }

            return ValueTask.FromResult<TableLine?>(null);
        }
        catch (Exception fault) when (IsOfFile(fault))
        {
            throw Unreadable();
        }
    }

    public override ValueTask DisposeAsync()
    {
        using (bytes)
        using (document) reader.Dispose();
        return base.DisposeAsync();
    }

    internal static InvalidInputException Unreadable() => new("file", "The workbook cannot be read: save it as .xlsx again, or as CSV.");

    /// <summary>Cells to the right of the last heading are of no column: empty ones are nothing, others are a fault.</summary>
    TableLine Cut(TableLine line) => IsBlank(line.Fields[Headings.Length..]) ? line with { Fields = line.Fields[..Headings.Length] } : line with { Fault = TooWide(line.Line) };

    TableLine? Read()
    {
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement) continue;
            if (reader.LoadCurrentElement() is not Row element) continue;
            row = (int)Math.Min(element.RowIndex?.Value ?? (uint)(row + 1), int.MaxValue);
            return new TableLine(row, cells.Fields(element), null);
        }

        return null;
    }

    /// <summary>True for what a broken or hostile file makes the library throw.</summary>
    static bool IsOfFile(Exception fault) => fault is XmlException or OpenXmlPackageException or InvalidDataException or FormatException or FileFormatException or InvalidOperationException or OverflowException
        or ArgumentException or IOException or KeyNotFoundException or UriFormatException or NotSupportedException or InvalidCastException or NullReferenceException;
}
