using JmaActors.WorkHours;
using static JmaActors.Tests.Rules.WorkHours.Hours;

namespace JmaActors.Tests.Rules.WorkHours;

public class DutyRulesTests
{
    static readonly DutyLine Line = new(
        new MemberId(1_000_000_001), WorkLevel.B, null, null, null, 0, 0, MonthOutcome.Under, 0, 1_860 * 60, 0, 1_860 * 60, 0, null, null, "", default);

    public static TheoryData<DutyLine, Mark> Lines => new()
    {
        { Line, Mark.Ok },
        { Line with { MonthExpected = 79 * 60 + 59 }, Mark.Ok },
        { Line with { MonthExpected = 80 * 60 }, Mark.Near },
        { Line with { Outcome = MonthOutcome.InterviewDue }, Mark.Near },
        { Line with { Outcome = MonthOutcome.Met }, Mark.Ok },
        { Line with { Outcome = MonthOutcome.Breached }, Mark.Over },
        { Line with { Force = FindingForce.Effort }, Mark.Near },
        { Line with { Force = FindingForce.Breach }, Mark.Over },
        { Line with { Total = 1_488 * 60 - 1 }, Mark.Ok },
        { Line with { Total = 1_488 * 60 }, Mark.Near },
        { Line with { Own = 1_860 * 60 + 1 }, Mark.Over },
    };

    [Theory, MemberData(nameof(Lines))]
    public void A_line_is_over_when_something_is_broken_and_near_when_something_is_due(DutyLine line, Mark mark) => Assert.Equal(mark, DutyRules.Mark(line, Policy));

    [Fact]
    public void Totals_are_of_all_lines()
    {
        DutyLine[] lines =
        [
            Line with { OnSince = DateTimeOffset.UnixEpoch, OnKind = HoursKind.NightDuty, RestOpen = 30, RestDue = new DateOnly(2026, 5, 31) },
            Line with { OnSince = DateTimeOffset.UnixEpoch, OnKind = HoursKind.Scheduled, Month = 101 * 60, Outcome = MonthOutcome.Breached, RestOpen = 60, RestDue = new DateOnly(2026, 4, 30) },
            Line with { MonthExpected = 90 * 60, Total = 1_500 * 60 },
        ];

        Assert.Equal(new DutyTotals(3, 2, 1, 1, 1, 1, 1, 90, 2, new DateOnly(2026, 4, 30), 1), DutyRules.Totals(lines, Policy));
        Assert.Equal(new DutyTotals(0, 0, 0, 0, 0, 0, 0, 0, 0, null, 0), DutyRules.Totals([], Policy));
    }

    [Fact]
    public void How_days_are_known_is_kept_in_one_number()
    {
        var by = ReachBits.Of(ReachKind.Pace, 0) | ReachBits.Of(ReachKind.Plan, 1) | ReachBits.Of(ReachKind.Reached, 2) | ReachBits.Of(ReachKind.Pace, 3);
        var day = new DateOnly(2026, 4, 20);

        Assert.Equal([ReachKind.Pace, ReachKind.Plan, ReachKind.Reached, ReachKind.Pace], Enumerable.Range(0, 4).Select(p => ReachBits.Of(day, by, p)!.Value.By));
        Assert.Null(ReachBits.Of(null, by, 1));
    }
}
