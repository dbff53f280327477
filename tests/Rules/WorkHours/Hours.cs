using JmaActors.WorkHours;

namespace JmaActors.Tests.Rules.WorkHours;

/// <summary>Short words for cases of working hours. April 2026: the 1st is a Wednesday, the 5th a Sunday, the 6th a Monday.</summary>
static class Hours
{
    public static readonly WorkPolicy Policy = Seeds.Book.Work(new DateOnly(2026, 4, 1));

    public static readonly DateOnly AgreementFrom = new(2025, 4, 1);

    /// <summary>A minute of April 2026; hours may pass 24.</summary>
    public static int At(int day, int hour = 0, int minute = 0) => WorkMinute.Of(new DateOnly(2026, 4, 1).AddDays(day - 1)) + hour * 60 + minute;

    public static int DayOf(int day) => WorkMinute.DayOf(At(day));

    public static DaySpan April => new(DayOf(1), DayOf(30));

    public static Employment At(string workplace, WorkLevel level = WorkLevel.A, bool resident = false) =>
        new() { Workplace = new WorkplaceId(workplace), AgreementFrom = AgreementFrom, Levels = [new LevelTerm(level, AgreementFrom, null, resident)] };

    public static WorkSpan Span(int from, int to, HoursKind kind = HoursKind.Scheduled, int employer = 0, WorkMarks marks = WorkMarks.None) => new(from, to, kind, (byte)employer, marks);

    /// <summary>Scheduled 8:30 to 17:30 with an hour of break: 8 hours.</summary>
    public static IEnumerable<WorkSpan> Shift(int day, int employer = 0, WorkMarks marks = WorkMarks.None) =>
        [Span(At(day, 8, 30), At(day, 17, 30), HoursKind.Scheduled, employer, marks), Span(At(day, 12), At(day, 13), HoursKind.Break, employer, marks)];

    public static DayTable Days(IEnumerable<WorkSpan> records, params Employment[] employments) => Days(records, [], employments);

    public static DayTable Days(IEnumerable<WorkSpan> records, IEnumerable<WorkSpan> shifts, params Employment[] employments) =>
        OvertimeRules.Days(employments.Length == 0 ? [At("W1")] : employments, InOrder(records), InOrder(shifts), April, Policy);

    public static WorkCase Case(IEnumerable<WorkSpan> records, IEnumerable<WorkSpan>? shifts = null, int? asOf = null, params Employment[] employments) => new()
    {
        Employments = employments.Length == 0 ? [At("W1", WorkLevel.B)] : employments,
        Records = InOrder(records),
        Shifts = InOrder(shifts ?? []),
        AsOf = asOf ?? At(30, 24),
    };

    public static List<WorkSpan> InOrder(IEnumerable<WorkSpan> spans)
    {
        var ordered = spans.ToList();
        ordered.Sort(WorkSpan.InOrder);
        return ordered;
    }
}
