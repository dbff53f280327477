using DocumentFormat.OpenXml.Spreadsheet;

namespace JmaActors.Web.Files;

/// <summary>Which styles of a workbook show numbers as days or times (ECMA-376 Part 1, 18.8.30).</summary>
static class XlsxFormats
{
    public static bool[] Dates(Stylesheet? styles)
    {
        var own = new Dictionary<uint, bool>();
        foreach (var format in styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
        {
            if (format.NumberFormatId?.Value is { } id) own[id] = IsDate(format.FormatCode?.Value ?? "");
        }

        return [.. (styles?.CellFormats?.Elements<CellFormat>() ?? []).Select(f => f.NumberFormatId?.Value is { } id && (own.TryGetValue(id, out var said) ? said : IsBuiltIn(id)))];
    }

    /// <summary>Built-in formats of dates and times, those of East Asia included.</summary>
    static bool IsBuiltIn(uint id) => id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    /// <summary>True when a letter of a date or time stands outside quotation marks, brackets and escapes.</summary>
    internal static bool IsDate(string code)
    {
        var (quoted, bracketed) = (false, false);
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"': quoted = !quoted; break;
                case '\\' or '_' or '*' when !quoted: i++; break;
                case '[' when !quoted: bracketed = true; break;
                case ']' when !quoted: bracketed = false; break;
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S' or 'e' or 'g' when !quoted && !bracketed: return true;
                case ';' when !quoted: return false;
            }
        }

        return false;
    }
}
