using System.Globalization;
using System.Text;
using JmaActors.Rosters;
using JmaActors.Web.Access;
using JmaActors.Web.Files;
using JmaActors.Web.Rosters;
using JmaActors.Web.WorkHours;
using JmaActors.WorkHours;

namespace JmaActors.Tests.Web.WorkHours;

/// <summary>What a file of an attendance system becomes.</summary>
public sealed class AttendanceReaderTests
{
    const string Heading = "職員番号,勤務日,勤務区分,出勤,退勤,休憩時間,診療科";

    static AttendanceReaderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("8:30", null, 510)]
    [InlineData("０８：３０", null, 510)]
    [InlineData("0830", null, 510)]
    [InlineData("8時30分", null, 510)]
    [InlineData("8時", null, 480)]
    [InlineData("25:30", null, 1530)]
    [InlineData("翌1:30", null, 1530)]
    [InlineData("翌日01:30", null, 1530)]
    [InlineData("2026/4/1 8:30", "2026-04-01", 510)]
    [InlineData("2026-04-01 08:30:00", "2026-04-01", 510)]
    [InlineData("1899-12-31 01:30:00", null, 1530)]
    public void Times_are_read_as_systems_write_them(string text, string? day, int minutes)
    {
        var said = AttendanceTimes.Time(text)!.Value;
        Assert.Equal((day, minutes), (said.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), (int)said.Time.TotalMinutes));
    }

    [Theory]
    [InlineData("")]
    [InlineData("8:60")]
    [InlineData("99:00")]
    [InlineData("8.5")]
    [InlineData("朝")]
    [InlineData("2026/4/1")]
    [InlineData("いつか 8:30")]
    [InlineData("-1:30")]
    public void What_is_no_time_is_none(string text) => Assert.Null(AttendanceTimes.Time(text));

    [Theory]
    [InlineData("日勤,8:30,17:30,60", "2026-04-01 08:30>2026-04-01 17:30 Scheduled 2026-04-01 12:30>2026-04-01 13:30")]
    [InlineData("夜勤,17:00,8:30,1:00", "2026-04-01 17:00>2026-04-02 08:30 NightDuty 2026-04-02 00:15>2026-04-02 01:15")]
    [InlineData(",9:00,25:30,", "2026-04-01 09:00>2026-04-02 01:30 Scheduled")]
    [InlineData("宿日直,17:00,翌8:30,0", "2026-04-01 17:00>2026-04-02 08:30 PermittedDuty")]
    [InlineData("公休,,,", "none")]
    [InlineData("公休,9:00,10:00,", "none")]
    [InlineData("日勤,,,", "none")]
    public async Task A_line_is_read_over_midnight_and_with_its_break(string rest, string expected)
    {
        var row = Assert.Single(Assert.Single(await Read($"{Heading}\n{Line(rest)}\n")).Rows);

        Assert.Equal(("E-1", 2, "内科"), (row.Employee, row.Line, row.Department));
        Assert.Equal(expected, row.From is null ? "none" : $"{Minute(row.From)}>{Minute(row.To)} {row.Kind}{(row.BreakFrom is null ? "" : $" {Minute(row.BreakFrom)}>{Minute(row.BreakTo)}")}");
    }

    [Theory]
    [InlineData("日勤,8:30,,", "end", "no-time")]
    [InlineData("日勤,25:30,8:30,", "", "")]
    [InlineData("日勤,朝,8:30,", "start", "bad-time")]
    [InlineData("ナゾ,8:30,9:30,", "kind", "unknown-kind")]
    [InlineData("日勤,8:30,9:30,90", "break_minutes", "bad-break")]
    [InlineData("日勤,8:30,9:30,少し", "break_minutes", "bad-break")]
    public async Task What_cannot_be_read_is_said_with_its_column(string rest, string column, string reason)
    {
        var chunk = Assert.Single(await Read($"{Heading}\n{Line(rest)}\n"));
        if (reason.Length == 0)
        {
            Assert.Equal("2026-04-02 01:30>2026-04-02 08:30", $"{Minute(chunk.Rows[0].From)}>{Minute(chunk.Rows[0].To)}");
            return;
        }

        var error = Assert.Single(chunk.Unreadable);
        Assert.Equal((2, column, reason), (error.Line, error.Column, error.Reason));
    }

    [Fact]
    public async Task Days_with_the_times_a_break_from_and_to_and_words_of_the_workplace_are_read_in_shift_jis()
    {
        var text = "個人コード,開始日時,終了日時,休憩開始,休憩終了,シフト\nＥ－１,2026/04/01 20:00,2026/04/02 9:00,2:00,3:00,救急A\n";
        var chunk = Assert.Single(await Read(text, AttendanceWords.Read("救急A:nightDuty,自習:confirmedStudy"), Encoding.GetEncoding("shift_jis")));

        var row = Assert.Single(chunk.Rows);
        Assert.Equal(("E-1", HoursKind.NightDuty, "2026-04-02 02:00", "2026-04-02 03:00"), (row.Employee, row.Kind, Minute(row.BreakFrom), Minute(row.BreakTo)));
        Assert.Equal((HoursKind.Study, WorkMarks.Confirmed), AttendanceWords.Kind(AttendanceWords.Read("自習:confirmedStudy").Name("自習")!));
    }

    [Fact]
    public async Task Nothing_of_one_physician_begins_twice_and_what_is_one_persons_is_together()
    {
        var lines = Enumerable.Range(0, 30).SelectMany(day => Enumerable.Range(0, 100).Select(who => $"E-{who},2026-04-{day + 1:00},日勤,8:30,17:30,60,内科"));
        var text = $"{Heading}\n{string.Join('\n', lines)}\nE-1,2026-04-01,日勤,8:30,18:30,60,内科\n";

        var (one, other) = (await Read(text), await Read(text));

        var rows = one.SelectMany(c => c.Rows).ToList();
        Assert.Equal(3_000, rows.Count);
        Assert.Equal([("duplicate-row", 3_002)], one.SelectMany(c => c.Unreadable).Select(e => (e.Reason, e.Line)));
        Assert.Equal(100, rows.Select((r, i) => i == 0 || rows[i - 1].Employee != r.Employee ? 1 : 0).Sum());
        Assert.Equal([0, 1], one.Select(c => c.Index));
        Assert.Equal(one.Select(c => string.Join(',', c.Rows.Select(r => r.Line))), other.Select(c => string.Join(',', c.Rows.Select(r => r.Line))));
    }

    [Fact]
    public async Task Words_of_a_sample_come_with_the_unknown_first()
    {
        var bytes = Encoding.UTF8.GetBytes($"{Heading}\n{Line("日勤,8:30,9:30,")}\n{Line("ICU,8:30,9:30,")}\n{Line("日勤,9:30,9:40,")}\n");
        var head = await FileHead.Read(bytes, true, Ct);
        var chosen = FileReading.Attendance(AttendanceWords.None).Guess(head.Headings);

        Assert.Equal(["employee", "date", "kind", "start", "end", "break_minutes", "department"], chosen);
        Assert.Equal(["ICU", "日勤"], await AttendanceReader.WordsIn(bytes, true, chosen, 10, Ct));
        Assert.Equal("unknown-kind", FileReading.Attendance(AttendanceWords.None).Rows(head, chosen)[1].Cells[2].Reason);
        Assert.Null(FileReading.Attendance(AttendanceWords.Read("ICU:scheduled")).Rows(head, chosen)[1].Cells[2].Reason);
    }

    [Theory]
    [InlineData("x")]
    [InlineData(":scheduled")]
    [InlineData("当直:nothing")]
    public void Words_that_mean_no_kind_are_refused(string said) => Assert.Throws<InvalidInputException>(() => AttendanceWords.Read(said));

    static string Line(string rest) => $"E-1,2026-04-01,{rest},内科";

    static string Minute(DateTimeOffset? at) => at!.Value.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    static async Task<List<FileChunk<AttendanceRow>>> Read(string text, AttendanceWords? words = null, Encoding? encoding = null)
    {
        await using var table = await FileTable.Open((encoding ?? Encoding.UTF8).GetBytes(text), Ct);
        var chunks = new List<FileChunk<AttendanceRow>>();
        await foreach (var chunk in AttendanceReader.Chunks(table, AttendanceColumns.Set.Read(table.Headings), words ?? AttendanceWords.None, Ct)) chunks.Add(chunk);
        return chunks;
    }
}
