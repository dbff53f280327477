using JmaActors.Pages.WorkHours;
using JmaActors.WorkHours;

namespace JmaActors.Tests.Web.Pages;

/// <summary>The shorthand of a roster: what is typed is read as shifts, and shifts are written as they are typed.</summary>
public sealed class RosterCodesTests
{
    static readonly DateOnly Day = new(2026, 12, 7);

    static readonly PermitLine Permit = new("", "病棟当直", new TimeOnly(17, 0), new TimeOnly(8, 30), new DateOnly(2026, 4, 1), null);

    static IReadOnlyList<RosterShift>? Read(string text) => RosterCodes.Read(text, Day, "外科", [Permit]);

    static string Told(RosterShift s) => $"{s.Kind} {s.From:dd HH:mm}-{s.To:dd HH:mm} {s.Department} {s.Post}".TrimEnd();

    [Theory]
    [InlineData("日", "Scheduled 07 08:30-07 17:30 外科|Break 07 12:00-07 13:00 外科")]
    [InlineData("d", "Scheduled 07 08:30-07 17:30 外科|Break 07 12:00-07 13:00 外科")]
    [InlineData("半夜", "Scheduled 07 08:30-07 12:30 外科|NightDuty 07 17:30-08 08:30 外科")]
    [InlineData("宿", "PermittedDuty 07 17:30-08 08:30 外科 病棟当直")]
    [InlineData("Q", "PermittedDuty 07 08:30-07 17:30 外科")]
    [InlineData("9-21", "Scheduled 07 09:00-07 21:00 外科")]
    [InlineData("１９：３０〜７", "Scheduled 07 19:30-08 07:00 外科")]
    [InlineData("22-32:30", "Scheduled 07 22:00-08 08:30 外科")]
    [InlineData(" ", "")]
    public void What_is_typed_is_read_as_shifts(string text, string shifts)
    {
        var read = Read(text);

        Assert.Equal(shifts, string.Join('|', read!.Select(Told)));
        Assert.Equal(read!.Count, read.Select(s => s.Id).Distinct().Count());
    }

    [Theory, InlineData("x"), InlineData("日?"), InlineData("9-"), InlineData("25:61-3"), InlineData("99-100"), InlineData("日日日日日日日日日日日日日日日日日日日日日日日日日")]
    public void What_cannot_be_read_is_not_guessed(string text) => Assert.Null(Read(text));

    [Theory, InlineData("日"), InlineData("半夜"), InlineData("宿"), InlineData("9-21"), InlineData("19:30-31"), InlineData("休"), InlineData("")]
    public void Shifts_are_written_as_they_were_typed(string text) => Assert.Equal(text, RosterCodes.Write(Read(text)!, Day, english: false));

    [Fact]
    public void A_month_is_copied_from_the_same_weekdays_of_the_month_before()
    {
        for (var day = new DateOnly(2026, 1, 1); day.Year < 2028; day = day.AddDays(1))
        {
            var source = RosterCodes.Source(day);
            Assert.Equal((day.DayOfWeek, day.AddMonths(-1).Month), (source.DayOfWeek, source.Month));
        }
        var moved = RosterCodes.Move(Read("夜")![0], Day, Day.AddDays(28), 0);
        Assert.Equal(("20270104-0", "NightDuty 04 17:30-05 08:30 外科"), (moved.Id, Told(moved)));
    }
}
