using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using JmaActors.Web.Access;

namespace JmaActors.Web.Files;

/// <summary>What the cells of a workbook say, as text.</summary>
/// <param name="shared">Texts that several cells share.</param>
/// <param name="dates">Of each style of cells, whether its numbers are days.</param>
/// <param name="since1904">Days are counted from 1904.</param>
sealed class XlsxCells(string[] shared, bool[] dates, bool since1904)
{
    const int From1904 = 1462;
    const double LastDay = 2_958_465;

    public static XlsxCells Of(WorkbookPart book) => new(Shared(book.SharedStringTablePart), XlsxFormats.Dates(book.WorkbookStylesPart?.Stylesheet), book.Workbook?.WorkbookProperties?.Date1904?.Value ?? false);

    /// <summary>The cells of a row in their places; those left out are empty.</summary>
    public string[] Fields(Row row)
    {
        var fields = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var place = Place(cell.CellReference?.Value) ?? fields.Count;
            if (place >= WebLimits.TableColumns) throw new InvalidInputException("file", $"A table has at most {WebLimits.TableColumns} columns.");
            while (fields.Count <= place) fields.Add("");
            fields[place] = Text(cell);
        }

        while (fields.Count > 0 && fields[^1].Length == 0) fields.RemoveAt(fields.Count - 1);
        return [.. fields];
    }

    string Text(Cell cell)
    {
        var raw = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value;
        if (type == CellValues.SharedString) return int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Length ? shared[at] : Unreadable;
        if (type == CellValues.InlineString) return cell.InlineString is { } inline ? Plain(inline) : "";
        if (type == CellValues.Error) return Unreadable;
        if (type == CellValues.Boolean) return raw == "1" ? "TRUE" : "FALSE";
        if (type == CellValues.String || type == CellValues.Date) return raw;
        return raw.Length == 0 ? "" : Number(raw, cell.StyleIndex?.Value is { } style && style < dates.Length && dates[style]);
    }

    string Number(string raw, bool date)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return Unreadable;
        if (date && value is >= 0 and <= LastDay) return Moment(value);
        return decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? exact.ToString("0.############", CultureInfo.InvariantCulture) : raw;
    }

    string Moment(double value)
    {
        // Seconds are what spreadsheets mean; the rest is what is left of a fraction of a day.
        var at = DateTime.FromOADate(value + (since1904 ? From1904 : 0)).AddMilliseconds(500);
        if (value < 1) return at.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return at.ToString(at.TimeOfDay < TimeSpan.FromSeconds(1) ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>An error of a formula stands as what no field takes.</summary>
    static string Unreadable => FileEncoding.Unreadable.ToString();

    static string[] Shared(SharedStringTablePart? part)
    {
        if (part is null) return [];
        var texts = new List<string>();
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement && reader.LoadCurrentElement() is SharedStringItem item) texts.Add(Plain(item));
        }

        return [.. texts];
    }

    /// <summary>The text without the reading that Japanese spreadsheets keep beside it.</summary>
    static string Plain(OpenXmlElement rich)
    {
        var text = new StringBuilder();
        foreach (var part in rich.ChildElements)
        {
            if (part is Text plain) text.Append(plain.Text);
            else if (part is Run run) text.Append(run.Text?.Text);
        }

        return text.ToString();
    }

    /// <summary>The column of a reference like <c>AB12</c>, from 0; null when it has none.</summary>
    static int? Place(string? reference)
    {
        var place = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetter(c) || place > WebLimits.TableColumns) break;
            place = (place * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
        }

        return place == 0 ? null : place - 1;
    }
}
