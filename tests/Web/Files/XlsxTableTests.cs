using System.IO.Compression;
using System.Text;
using JmaActors.Web;
using JmaActors.Web.Access;
using JmaActors.Web.Files;

namespace JmaActors.Tests.Web.Files;

/// <summary>What a workbook says, and what one may not do to who reads it.</summary>
public sealed class XlsxTableTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static async Task<(FileTable Table, List<TableLine> Lines)> Read(byte[] file)
    {
        await using var table = await FileTable.Open(file, Ct);
        var lines = new List<TableLine>();
        while (await table.Next(Ct) is { } line) lines.Add(line);
        return (table, lines);
    }

    [Fact]
    public async Task The_first_sheet_that_is_shown_is_read_and_empty_rows_are_passed_over()
    {
        var rows = $"<row r=\"1\">{Workbooks.Inline("A1", "氏名")}{Workbooks.Inline("B1", "区分")}</row><row r=\"2\"/><row r=\"5\">{Workbooks.Inline("B5", "A1")}</row>";
        var (table, lines) = await Read(Workbooks.With(rows, hidden: true));

        Assert.Equal(("xlsx", "名簿"), (table.Format, table.Detail));
        Assert.Equal(["氏名", "区分"], table.Headings);
        var line = Assert.Single(lines);
        Assert.Equal((5, ",A1", null), (line.Line, string.Join(',', line.Fields), line.Fault));
    }

    [Fact]
    public async Task Numbers_days_and_times_are_told_apart_by_their_format_and_a_reading_beside_a_text_is_no_part_of_it()
    {
        var shared = """<si><t>見本 太郎</t><rPh sb="0" eb="2"><t>ミホン</t></rPh><phoneticPr fontId="1"/></si><si><r><t>見本 </t></r><r><t>花子</t></r></si>""";
        var rows = """
            <row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="G1" t="inlineStr"><is><t>g</t></is></c></row>
            <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2"><v>123456</v></c><c r="D2" s="1"><v>27485</v></c><c r="E2" s="2"><v>27485</v></c><c r="F2" s="3"><v>45950.5625</v></c><c r="G2" s="3"><v>0.5625</v></c></row>
            <row r="3"><c r="A3"><v>1.5</v></c><c r="B3"><v>1.2E5</v></c><c r="C3" t="b"><v>1</v></c><c r="D3" t="str"><f>A1</f><v>formula</v></c></row>
            """;
        var (_, lines) = await Read(Workbooks.With(rows, shared));

        Assert.Equal(["見本 太郎", "見本 花子", "123456", "1975-04-01", "1975-04-01", "2025-10-20 13:30:00", "13:30:00"], lines[0].Fields);
        Assert.Equal(["1.5", "120000", "TRUE", "formula"], lines[1].Fields);
    }

    [Fact]
    public async Task Days_may_be_counted_from_1904()
    {
        var rows = """<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="2"><c r="A2" s="1"><v>26023</v></c></row>""";
        var (_, lines) = await Read(Workbooks.With(rows, properties: "<workbookPr date1904=\"1\"/>"));
        Assert.Equal("1975-04-01", lines[0].Fields[0]);
    }

    [Fact]
    public async Task An_error_of_a_formula_is_what_no_field_takes_and_a_cell_right_of_the_headings_spoils_its_row()
    {
        var rows = """
            <row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>
            <row r="2"><c r="A2" t="e"><v>#N/A</v></c></row><row r="3"><c r="A3"><v>1</v></c><c r="B3"><v>2</v></c></row>
            """;
        var (_, lines) = await Read(Workbooks.With(rows));
        Assert.Equal(FileEncoding.Unreadable.ToString(), lines[0].Fields[0]);
        Assert.Equal("bad-row", lines[1].Fault!.Reason);
    }

    [Fact]
    public async Task A_workbook_that_unpacks_to_more_than_is_taken_is_refused_by_its_directory()
    {
        var file = Workbooks.With("<row/>", more: zip =>
        {
            using var stream = zip.CreateEntry("xl/media/bomb.bin", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i <= WebLimits.XlsxPart / zeros.Length; i++) stream.Write(zeros);
        });
        Assert.True(file.Length < 1024 * 1024);
        var fault = await Assert.ThrowsAsync<InvalidInputException>(() => Read(file));
        Assert.Contains("unpacks", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_lies_about_its_size_gives_no_more_than_it_says()
    {
        // The sheet says it has 200 bytes, in the directory and before its data, and has ten million.
        var file = Workbooks.With($"<row r=\"1\">{Workbooks.Inline("A1", "a")}</row>{string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 400_000))}");
        var said = BitConverter.GetBytes(200);
        foreach (var place in Places(file, "xl/worksheets/sheet1.xml"u8.ToArray()))
        {
            var central = file[place - 46] == 'P' && file[place - 45] == 'K' && file[place - 44] == 1;
            said.CopyTo(file, central ? place - 46 + 24 : place - 30 + 22);
        }

        await Assert.ThrowsAsync<InvalidInputException>(() => Read(file));
    }

    [Fact]
    public async Task More_parts_than_a_workbook_has_are_refused()
    {
        var file = Workbooks.With("<row/>", more: zip => { for (var i = 0; i <= WebLimits.XlsxParts; i++) zip.CreateEntry($"x{i}"); });
        await Assert.ThrowsAsync<InvalidInputException>(() => Read(file));
    }

    [Fact]
    public async Task A_document_type_and_its_entities_are_refused()
    {
        var file = Workbooks.With("<row/>", more: zip => { });
        using var bytes = new MemoryStream();
        bytes.Write(file);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            Workbooks.Put(zip, "xl/worksheets/sheet1.xml", """<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="str"><v>&a;</v></c></row></sheetData></worksheet>""");
        }

        await Assert.ThrowsAsync<InvalidInputException>(() => Read(bytes.ToArray()));
    }

    [Theory]
    [InlineData("PK\x03\x04 and nothing more")]
    [InlineData("\xD0\xCF\x11\xE0 an old one")]
    public async Task What_only_begins_like_a_workbook_says_what_to_do(string text)
    {
        var fault = await Assert.ThrowsAsync<InvalidInputException>(() => Read(Encoding.Latin1.GetBytes(text)));
        Assert.Contains(".xlsx", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_byte_of_a_workbook_may_be_another_and_the_file_is_read_or_refused()
    {
        var file = Workbooks.Of(["name", "registry"], ["見本 太郎", "123"], ["見本 花子", "124"]);
        for (var i = 0; i < file.Length; i += 7)
        {
            var bent = (byte[])file.Clone();
            bent[i] ^= (byte)(1 + (i * 37 % 255));
            try
            {
                await Read(bent);
            }
            catch (InvalidInputException refused)
            {
                Assert.NotEmpty(refused.Message);
            }
        }
    }

    [Fact]
    public async Task However_many_workbooks_could_not_be_read_there_is_room_for_the_next()
    {
        for (var i = 0; i < 3 * WebLimits.XlsxAtOnce; i++)
        {
            await Assert.ThrowsAsync<InvalidInputException>(() => Read([.. "PK\x03\x04"u8, (byte)i]));
            await Assert.ThrowsAsync<InvalidInputException>(() => Read(Workbooks.With("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><oops")));
        }

        Assert.Single((await Read(Workbooks.Of(["a"], ["1"]))).Lines);
    }

    [Fact]
    public async Task A_reference_beyond_all_columns_is_refused()
    {
        var rows = """<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="2"><c r="XFD2"><v>1</v></c></row>""";
        await Assert.ThrowsAsync<InvalidInputException>(() => Read(Workbooks.With(rows)));
    }

    static IEnumerable<int> Places(byte[] file, byte[] name)
    {
        for (var at = file.AsSpan().IndexOf(name); at >= 0;)
        {
            yield return at;
            var next = file.AsSpan(at + 1).IndexOf(name);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }
}
