using System.Text;
using JmaActors.Tests.Web.Files;
using JmaActors.Web;
using JmaActors.Web.Access;
using JmaActors.Web.Rosters;

namespace JmaActors.Tests.Web.Rosters;

/// <summary>What a clerk is shown of a file before it is sent.</summary>
public sealed class FilePreviewTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static Task<FileHead> Head(string text, bool whole = true) => FileHead.Read(Encoding.UTF8.GetBytes(text), whole, Ct);

    [Fact]
    public async Task Each_cell_is_shown_as_it_is_understood_and_each_fault_at_its_cell()
    {
        var head = await Head("氏名,誕生日,医籍,備考,区分\n見本 太郎,S50.4.1,123,x,A①\n,いつか,12345678,y,Z\n");
        var chosen = FileReading.Roster.Guess(head.Headings);
        var rows = FileReading.Roster.Rows(head, chosen);

        Assert.Equal(["name", "birth_date", "registry", "", "category"], chosen);
        Assert.Equal(["見本 太郎", "1975-04-01", "123", "A1"], rows[0].Cells.Select(c => c.Text));
        Assert.All(rows[0].Cells, c => Assert.Null(c.Reason));
        Assert.Equal([("", "bad-name"), ("いつか", "bad-date"), ("12345678", "bad-registry"), ("Z", "bad-category")], rows[1].Cells.Select(c => (c.Text, c.Reason)));
    }

    [Fact]
    public async Task What_is_missing_in_a_column_the_file_does_not_have_is_said_of_the_line()
    {
        var head = await Head("氏名\n見本 太郎\n");
        var row = Assert.Single(FileReading.Roster.Rows(head, FileReading.Roster.Guess(head.Headings)));
        Assert.Equal("no-key", row.Reason);
    }

    [Fact]
    public async Task Of_a_long_file_its_beginning_is_shown_and_a_line_that_was_cut_is_not()
    {
        var head = await Head(string.Concat("name\n", string.Concat(Enumerable.Range(0, 7).Select(i => $"n{i}\n")), "cut of"), whole: false);
        Assert.Equal(7, head.Lines.Count);
        Assert.Equal(WebLimits.PreviewRows, (await Head("name\n" + string.Concat(Enumerable.Repeat("n\n", 100)))).Lines.Count);
    }

    [Fact]
    public async Task A_workbook_is_shown_the_same_way()
    {
        var head = await FileHead.Read(Workbooks.Of(["氏名", "カナ"], ["見本 太郎", "ミホン"]), true, Ct);
        Assert.Equal(("xlsx", "名簿", "ミホン"), (head.Format, head.Detail, head.Example(1)));
        Assert.Equal(["name", "kana"], FileReading.Roster.Guess(head.Headings));
    }

    [Fact]
    public async Task Columns_that_are_wanted_and_not_there_are_named()
    {
        Assert.Equal(["name"], FileReading.Roster.Missing(["registry", ""]));
        Assert.Equal(["name", "date", "subject", "units", "title", "source"], FileReading.Credits.Missing(["member"]));
        Assert.Equal("-,name", FileReading.Roster.Written(["", "name"]));
        await Assert.ThrowsAsync<InvalidInputException>(() => Head(""));
    }

    [Fact]
    public async Task Past_credits_are_shown_in_the_words_they_are_kept_by()
    {
        var head = await Head("医籍登録番号,氏名,受講日,制度,コード,単位,研修会名,主催,根拠資料\n１２３,見本 太郎,令和6年10月20日,認定産業医,11,1.5単位,講習会,京都府医師会,研修手帳\n,見本,2024,産科,x,1.55,,,口頭\n");
        var rows = FileReading.Credits.Rows(head, FileReading.Credits.Guess(head.Headings));
        Assert.Equal(["１２３", "見本 太郎", "2024-10-20", "occupational", "11", "1.5", "講習会", "京都府医師会", "booklet"], rows[0].Cells.Select(c => c.Text));
        Assert.Equal([null, null, "bad-date", "unknown-scheme", "unknown-subject", "bad-units", "bad-title", null, "bad-source"], rows[1].Cells.Select(c => c.Reason));
        Assert.Equal("no-person", rows[1].Reason);
    }
}
