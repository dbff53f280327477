using System.IO.Pipelines;
using System.Text;
using JmaActors.Web.Access;
using JmaActors.Web.Sessions;

namespace JmaActors.Tests.Web.Sessions;

/// <summary>What the log of a video system becomes.</summary>
public sealed class WebLogReaderTests
{
    const string Heading = "member,enter,leave,identity,keyword";
    const string Row = "1000000001,2026/11/23 13:00,2026/11/23 14:30:05,yes,1";

    static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);
    static readonly WebLogTimes Times = new(new DateOnly(2026, 11, 23), At(12, 0), At(17, 0), At(17, 30));

    static WebLogReaderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-8-bom")]
    [InlineData("shift_jis")]
    public async Task A_line_is_read_whole_in_each_encoding(string encoding)
    {
        var file = await Read("会員番号,氏名,入室時刻,退室時刻,本人確認,キーワード\r\n1000000001,見本 太郎,2026/11/23 13:00,2026/11/23 14:30:05,○,×\r\n", encoding);

        Assert.Equal(new WebLogRow(2, new MemberId(1_000_000_001), null, null, At(13, 0), At(14, 30, 5), true, false), Assert.Single(file.Rows));
        Assert.Equal("member,enter,leave,identity,keyword", string.Join(',', file.Columns.Found.Keys));
        Assert.Equal(["氏名"], file.Columns.Ignored);
        Assert.Empty(file.Columns.Missing);
    }

    [Theory]
    [InlineData("member,enter,leave,identity,keyword", "member,enter,leave,identity,keyword")]
    [InlineData("Member ID,Join Time,Leave Time,Identity,Keyword", "member,enter,leave,identity,keyword")]
    [InlineData("カード番号,入室日時,退室日時,本人確認済み,キーワード入力", "card,enter,leave,identity,keyword")]
    [InlineData("医籍登録番号,参加時刻,退出時刻,本人認証結果,合言葉", "registry,enter,leave,identity,keyword")]
    [InlineData("受講者番号,視聴開始時刻,視聴終了時刻,視聴時間(分),本人確認,ｷｰﾜｰﾄﾞ", "person,enter,leave,identity,keyword")]
    [InlineData("氏名,会員番号（日医）,ログイン時刻,ログアウト時刻", "member,enter,leave")]
    [InlineData("ＭＥＭＢＥＲ,ＥＮＴＥＲ,ＬＥＡＶＥ", "member,enter,leave")]
    [InlineData("id,start,end", "person,enter,leave")]
    public void Headings_are_guessed_as_video_systems_name_them(string heading, string expected)
    {
        var columns = WebLogColumns.Read(heading.Split(','), out var error);

        Assert.Equal(("", expected), (error, string.Join(',', columns!.Found.Keys)));
    }

    [Theory]
    [InlineData("enter,leave,identity")]
    [InlineData("member,leave")]
    [InlineData("member,enter")]
    [InlineData("member,会員番号,enter,leave")]
    [InlineData("氏名,メール,視聴時間")]
    public void Without_who_or_when_or_with_one_of_them_twice_a_heading_is_refused_with_what_is_wanted(string heading)
    {
        Assert.Null(WebLogColumns.Read(heading.Split(','), out var error));
        Assert.NotEmpty(error);
    }

    [Fact]
    public void What_the_file_lacks_of_identity_and_keyword_is_said() =>
        Assert.Equal(["identity", "keyword"], WebLogColumns.Read(["member", "enter", "leave"], out _)!.Missing);

    [Theory]
    [InlineData("2026/11/23 13:05", 13, 5, 0)]
    [InlineData("2026/11/23 13:05:09", 13, 5, 9)]
    [InlineData("2026/11/23  13:05:09", 13, 5, 9)]
    [InlineData("2026-11-23 13:05", 13, 5, 0)]
    [InlineData("2026-11-23T13:05:09", 13, 5, 9)]
    [InlineData("2026-11-23T13:05:09.000", 13, 5, 9)]
    [InlineData("2026-11-23T13:05:09+09:00", 13, 5, 9)]
    [InlineData("2026-11-23T04:05:09Z", 13, 5, 9)]
    [InlineData("2026-11-23T04:05:09.0000000Z", 13, 5, 9)]
    [InlineData("2026-11-22 23:05:09 -05:00", 13, 5, 9)]
    [InlineData("2026年11月23日 13:05", 13, 5, 0)]
    [InlineData("2026年11月23日 13時5分9秒", 13, 5, 9)]
    [InlineData("11/23/2026 01:05:09 PM", 13, 5, 9)]
    [InlineData("2026/11/23 1:05:09 PM", 13, 5, 9)]
    [InlineData("13:05", 13, 5, 0)]
    [InlineData("13:05:09", 13, 5, 9)]
    public void A_time_is_read_as_it_is_usually_written(string text, int hour, int minute, int second) =>
        Assert.Equal(At(hour, minute, second), WebLogValues.Time(text, Times.Day));

    [Theory]
    [InlineData("")]
    [InlineData("13")]
    [InlineData("25:00")]
    [InlineData("2026/13/23 13:05")]
    [InlineData("2026/11/23")]
    [InlineData("23.11.2026 13:05")]
    [InlineData("yesterday")]
    public void What_is_no_time_is_not_guessed(string text) => Assert.Null(WebLogValues.Time(text, Times.Day));

    [Theory]
    [InlineData("yes", true), InlineData("Y", true), InlineData("1", true), InlineData("○", true), InlineData("〇", true), InlineData("◯", true), InlineData("TRUE", true)]
    [InlineData("済", true), InlineData("あり", true), InlineData("一致", true), InlineData("はい", true)]
    [InlineData("no", false), InlineData("0", false), InlineData("×", false), InlineData("", false), InlineData("false", false), InlineData("なし", false), InlineData("未", false)]
    [InlineData("maybe", null), InlineData("2", null), InlineData("ひみつ", null)]
    public void A_mark_is_yes_or_no_and_nothing_else(string text, bool? expected) => Assert.Equal(expected, WebLogValues.Mark(text));

    [Theory]
    [InlineData("1000000001", "1000000001", null, null)]
    [InlineData("123456", null, "123456", null)]
    [InlineData("demo0001", null, null, "DEMO0001")]
    [InlineData("１０００００００１", null, null, "100000001")]
    [InlineData("１２３４５６", null, "123456", null)]
    public async Task A_number_of_any_kind_is_told_by_its_form(string person, string? member, string? registry, string? card)
    {
        var row = Assert.Single((await Read($"person,enter,leave\n{person},13:00,14:00\n")).Rows);

        Assert.Equal((member, registry, card), (row.Member?.ToString(), row.Registry?.Text, row.Card?.Text));
    }

    [Theory]
    [InlineData("100,13:00,14:00,1,1", "member", "bad-member")]
    [InlineData(",13:00,14:00,1,1", "person", "no-person")]
    [InlineData("1000000001,noon,14:00,1,1", "enter", "bad-when")]
    [InlineData("1000000001,13:00,,1,1", "leave", "bad-when")]
    [InlineData("1000000001,13:00,14:00,perhaps,1", "identity", "bad-mark")]
    [InlineData("1000000001,13:00,14:00,1,secret", "keyword", "bad-mark")]
    [InlineData("1000000001,14:00,13:00,1,1", "leave", "ends-first")]
    [InlineData("1000000001,14:00,14:00,1,1", "leave", "ends-first")]
    [InlineData("1000000001,2026/11/24 13:00,2026/11/24 14:00,1,1", "enter", "outside-session")]
    [InlineData("1000000001,09:00,10:00,1,1", "enter", "outside-session")]
    [InlineData("1000000001,16:00,18:00,1,1", "leave", "not-yet")]
    [InlineData("1000000001,13:00,14:00,1,1,x", "", "bad-row")]
    [InlineData("\"1000000001,13:00,14:00,1,1", "", "bad-quotes")]
    public async Task A_bad_line_is_named_by_line_and_column_and_spoils_no_other(string bad, string column, string reason)
    {
        var file = await Read($"{Heading}\n{Row}\n\n{bad}\n{Row}\n");

        Assert.Equal([2, 5], file.Rows.Select(r => r.Line));
        Assert.Equal((4, column, reason), Assert.Single(file.Errors) is var e ? (e.Line, e.Column, e.Reason) : default);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b,c\n1,2,3\n")]
    public async Task What_is_no_web_log_is_refused_as_a_whole(string text) => await Assert.ThrowsAsync<InvalidInputException>(() => Read(text));

    static DateTimeOffset At(int hour, int minute, int second = 0) => new(2026, 11, 23, hour, minute, second, Tokyo);

    static Task<WebLogFile> Read(string text, string encoding = "utf-8")
    {
        var bytes = encoding switch
        {
            "shift_jis" => Encoding.GetEncoding(932).GetBytes(text),
            "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            _ => Encoding.UTF8.GetBytes(text),
        };
        return WebLogReader.Read(PipeReader.Create(new MemoryStream(bytes)), Times, TestContext.Current.CancellationToken);
    }
}
