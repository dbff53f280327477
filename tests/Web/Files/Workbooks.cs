using System.IO.Compression;
using System.Text;

namespace JmaActors.Tests.Web.Files;

/// <summary>Workbooks written by hand, so that what spreadsheets write and what nobody should can both be tried.</summary>
static class Workbooks
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A sheet of texts.</summary>
    public static byte[] Of(params string[][] rows) =>
        With(string.Concat(rows.Select((row, r) => $"<row r=\"{r + 1}\">{string.Concat(row.Select((cell, c) => Inline($"{(char)('A' + c)}{r + 1}", cell)))}</row>")));

    public static string Inline(string reference, string text) => $"<c r=\"{reference}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{System.Security.SecurityElement.Escape(text)}</t></is></c>";

    /// <param name="rows">What stands in <c>sheetData</c>.</param>
    /// <param name="shared">What stands in <c>sst</c>.</param>
    /// <param name="hidden">A hidden sheet stands before it.</param>
    /// <param name="properties">What stands in the workbook before its sheets.</param>
    /// <param name="more">Parts besides.</param>
    public static byte[] With(string rows, string shared = "", bool hidden = false, string properties = "", Action<ZipArchive>? more = null)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                <Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
                """);
            Put(zip, "_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Put(zip, "xl/_rels/workbook.xml.rels", $"""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{Relations}/worksheet" Target="worksheets/sheet2.xml"/>
                <Relationship Id="r3" Type="{Relations}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r4" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
                """);
            var before = hidden ? """<sheet name="秘" sheetId="2" state="hidden" r:id="r2"/>""" : "";
            Put(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}">{properties}<sheets>{before}<sheet name="名簿" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Put(zip, "xl/styles.xml", $"""<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="22"/></cellXfs></styleSheet>""");
            Put(zip, "xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{shared}</sst>""");
            Put(zip, "xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>""");
            Put(zip, "xl/worksheets/sheet2.xml", $"""<worksheet xmlns="{Main}"><sheetData><row r="1">{Inline("A1", "hidden")}</row></sheetData></worksheet>""");
            more?.Invoke(zip);
        }

        return bytes.ToArray();
    }

    public static void Put(ZipArchive zip, string name, string text)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
