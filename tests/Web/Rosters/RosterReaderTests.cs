using System.Text;
using JmaActors.Members;
using JmaActors.Rosters;
using JmaActors.Web.Access;
using JmaActors.Web.Files;
using JmaActors.Web.Rosters;

namespace JmaActors.Tests.Web.Rosters;

/// <summary>What a roster file becomes.</summary>
public sealed class RosterReaderTests
{
    const string Heading = "source_key,name,kana,birth_date,registry,licensed_on,card,association,layers,category";
    const string Row = "K-1,見本 太郎,ミホン タロウ,1975-04-01,012345,2000-05-01,demo0001,26-003,local+prefecture+jma,A②(B)";

    const string Other = "K-2,見本 次郎,ミホン ジロウ,1975-04-01,12346,2000-05-01,demo0002,26-003,local+prefecture+jma,A1";

    static RosterReaderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "shift_jis"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task A_row_is_read_whole_in_each_encoding(string encoding)
    {
        var chunks = await Read($"{Heading}\r\n{Row}\r\n", encoding);

        var row = Assert.Single(Assert.Single(chunks).Rows);
        Assert.Equal(
            new RosterRow(
                2, "K-1",
                new Person("見本 太郎", "ミホン タロウ", new DateOnly(1975, 4, 1), new RegistryNumber("012345"), new DateOnly(2000, 5, 1)),
                new CardNumber("DEMO0001"),
                new Membership(new AssociationId("26-003"), MembershipLayers.All, MemberCategory.A2B)),
            row);
    }

    [Fact]
    public async Task Japanese_headings_in_any_order_are_understood_and_columns_may_be_left_out()
    {
        var chunks = await Read("会員区分,氏名,医籍登録番号,所属医師会\nA1,見本 花子,77,26-U01\n,見本 次郎,78,\n", "shift_jis");

        Assert.Equal(
            [new Membership(new AssociationId("26-U01"), MembershipLayers.Local, MemberCategory.A1), Membership.None],
            Assert.Single(chunks).Rows.Select(r => r.Membership));
    }

    [Theory]
    [InlineData("K,,k,,,,,,,", "name", "bad-name")]
    [InlineData(",n,k,,,,,,,", "source_key", "no-key")]
    [InlineData("K,n,k,1975-13-01,,,,,,", "birth_date", "bad-date")]
    [InlineData("K,n,k,,12345678,,,,,", "registry", "bad-registry")]
    [InlineData("K,n,k,,,2000,,,,", "licensed_on", "bad-date")]
    [InlineData("K,n,k,,,,ab-1,,,", "card", "bad-card")]
    [InlineData("K,n,k,,,,,26,,", "association", "bad-association")]
    [InlineData("K,n,k,,,,,48-001,,", "association", "bad-association")]
    [InlineData("K,n,k,,,,,26-003,all,", "layers", "bad-layers")]
    [InlineData("K,n,k,,,,,26-003,,D", "category", "bad-category")]
    [InlineData("K,n,k,,,,,,,,x", "", "bad-row")]
    [InlineData("K,\"n,k,,,,,,,", "", "bad-quotes")]
    public async Task A_bad_row_is_named_by_line_and_column_and_spoils_no_other(string bad, string column, string reason)
    {
        var chunks = await Read($"{Heading}\n{Row}\n\n{bad}\n{Other}\n", "utf-8");

        var chunk = Assert.Single(chunks);
        var error = Assert.Single(chunk.Unreadable);
        Assert.Equal((4, column, reason), (error.Line, error.Column, error.Reason));
        Assert.Equal([2, 5], chunk.Rows.Select(r => r.Line));
    }

    [Fact]
    public async Task A_number_that_stands_in_two_lines_is_a_fault_of_the_later_one_wherever_it_stands()
    {
        var file = new StringBuilder("registry,card,source_key,name\n1,,,n\n");
        for (var i = 0; i < RosterLimits.Chunk; i++) file.Append($",,K{i},n\n");
        file.Append("1,,,n\n2,TEST0001,,n\n3,test0001,,n\n,,K7,n\n");

        var chunks = await Read(file.ToString(), "utf-8");

        Assert.Equal(
            [("registry", "duplicate-row"), ("card", "duplicate-row"), ("source_key", "duplicate-row")], chunks.SelectMany(c => c.Unreadable).Select(e => (e.Column, e.Reason)));
    }

    [Fact]
    public async Task A_file_without_columns_of_membership_says_nothing_of_it()
    {
        Assert.True((await Read("registry,name\n1,n\n", "utf-8"))[0].Rows[0].SaysNoMembership);
        Assert.False((await Read("registry,name,category\n1,n,\n", "utf-8"))[0].Rows[0].SaysNoMembership);
    }

    [Fact]
    public async Task An_error_never_repeats_what_was_in_the_field()
    {
        var chunks = await Read($"{Heading}\nK,n,k,himitsu,,,,,,\n", "utf-8");

        Assert.DoesNotContain("himitsu", Assert.Single(chunks[0].Unreadable).Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("name,kana,shoe_size\n", "Column 3")]
    [InlineData("name,氏名\n", "twice")]
    [InlineData("kana,registry\n", "column name")]
    public async Task A_heading_that_cannot_be_used_says_why(string file, string why)
    {
        var fault = await Assert.ThrowsAsync<InvalidInputException>(() => Read(file, "utf-8"));

        Assert.Contains(why, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_falls_into_the_same_chunks_whatever_is_wrong_in_it()
    {
        var file = new StringBuilder(Heading).Append('\n');
        for (var i = 0; i < RosterLimits.Chunk + 1; i++) file.Append(i % 7 == 0 ? "K,,,,,,,,,\n" : $"K{i},n,k,,,,,,,\n");

        var chunks = await Read(file.ToString(), "utf-8");

        Assert.Equal([(0, RosterLimits.Chunk), (1, 1)], chunks.Select(c => (c.Index, c.Rows.Length + c.Unreadable.Length)));
    }

    [Fact]
    public async Task A_line_without_an_end_is_refused_instead_of_kept()
    {
        var fault = await Assert.ThrowsAsync<InvalidInputException>(() => Read($"{Heading}\nK,\"{new string('x', 1_000_000)}", "utf-8"));

        Assert.Contains("line", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sample_cut_within_a_character_is_still_utf8() =>
        Assert.Equal("utf-8", FileEncoding.Of(Encoding.UTF8.GetBytes("医師会")[..^1]).WebName);

    [Fact]
    public void A_byte_order_mark_decides_whatever_follows() =>
        Assert.Equal("utf-8", FileEncoding.Of([.. Encoding.UTF8.Preamble, (byte)'a', 0x83, .. "name,kana"u8]).WebName);

    [Theory]
    [InlineData("utf-8-bom", new byte[] { 0xE5, (byte)'x' })]
    [InlineData("shift_jis", new byte[] { 0x81, 0x20, (byte)'x' })]
    public async Task Bytes_that_are_no_character_spoil_their_row_and_no_other(string encoding, byte[] broken)
    {
        byte[] bytes = [.. Bytes($"{Heading}\n{Row}\nK,見", encoding), .. broken, .. Encoding.ASCII.GetBytes(",k,,,,,,,\n")];

        var chunk = Assert.Single(await Read(bytes));

        Assert.Equal((3, "name", "bad-text"), Assert.Single(chunk.Unreadable.Select(e => (e.Line, e.Column, e.Reason))));
        Assert.Equal([2], chunk.Rows.Select(r => r.Line));
    }

    static Task<List<FileChunk<RosterRow>>> Read(string text, string encoding) => Read(Bytes(text, encoding));

    static byte[] Bytes(string text, string encoding)
    {
        return encoding switch
        {
            "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            _ => Encoding.GetEncoding(encoding).GetBytes(text),
        };
    }

    static async Task<List<FileChunk<RosterRow>>> Read(byte[] bytes)
    {
        var chunks = new List<FileChunk<RosterRow>>();
        await using var table = await FileTable.Open(bytes, TestContext.Current.CancellationToken);
        await foreach (var chunk in RosterReader.Chunks(table, RosterColumns.Set.Read(table.Headings), TestContext.Current.CancellationToken)) chunks.Add(chunk);
        return chunks;
    }
}
