using JmaActors.WorkHours;

namespace JmaActors.Tests.Grains.WorkHours;

/// <summary>Short words for stories of working hours. They happen on Monday, 23 November 2026 at 10:00 in Tokyo.</summary>
static class Duty
{
    public static readonly WorkplaceId W1 = new("W26-001"), W2 = new("W26-002");

    public static readonly DateOnly Agreement = new(2026, 4, 1);

    public static DateTimeOffset At(int day, int hour, int minute = 0) => new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.FromHours(9)).AddDays(day - 1).AddHours(hour).AddMinutes(minute);

    public static int Minute(int day, int hour, int minute = 0) => WorkMinute.Of(At(day, hour, minute));

    public static EmploymentKept Employed(WorkplaceId at, WorkLevel level = WorkLevel.B, params DutyPermit[] permits) =>
        new(at.Code, new EmploymentTerms(Agreement, level == WorkLevel.A ? [] : [new LevelTerm(level, Agreement)], Permits: permits));

    public static ClockIn In(string key, int day, int hour, int minute = 0, HoursKind kind = HoursKind.Scheduled) => new(key, W1, kind, Caller.System, At(day, hour, minute));

    public static ClockOut Out(string key, int day, int hour, int minute = 0) => new(key, W1, Caller.System, At(day, hour, minute));

    public static RecordWork Work(string key, int day, int from, int to, HoursKind kind = HoursKind.Scheduled, WorkplaceId? at = null) =>
        new(key, at ?? W1, kind, At(day, from), At(day, to), WorkSource.Workplace, Caller.System);

    public static RosterShift Shift(string id, int day, double from, double to, HoursKind kind = HoursKind.Scheduled) => new(id, kind, At(day, 0).AddHours(from), At(day, 0).AddHours(to));
}
