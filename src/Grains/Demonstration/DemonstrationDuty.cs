using JmaActors.Time;
using JmaActors.WorkHours;
using static System.FormattableString;

namespace JmaActors.Demonstration;

/// <summary>How a made-up physician works.</summary>
public enum DutyHabit
{
    /// <summary>An hour or two beyond the schedule.</summary>
    Usual = 0,

    /// <summary>Hardly any.</summary>
    Light,

    /// <summary>Nears 80 h of a month.</summary>
    Near,

    /// <summary>Planned and worked beyond 100 h of a month.</summary>
    Heavy,

    /// <summary>Called at night in a month before: rest is owed, and where it was two months ago overdue.</summary>
    Called,
}

/// <summary>
/// Rosters and records of a made-up physician: the two months before this one and this one so far worked, this one and the next planned. The same for the same member,
/// seed and moment.
/// </summary>
public sealed class DemonstrationDuty(DemonstrationWorkplace at, int place, MemberId member, DateTimeOffset now, ulong seed)
{
    const int MonthsBack = 2;

    /// <summary>Days after which a record needs a reason; those of the demonstration come from an older system.</summary>
    const int Late = 40;

    /// <summary>Every so many days a night.</summary>
    const int NightEvery = 8;

    readonly DateOnly today = Tokyo.DateOf(now);

    /// <summary>Of each five one is heavy, one near, one light; two were once called at night.</summary>
    public DutyHabit Habit { get; } = place switch
    {
        1 => DutyHabit.Heavy,
        2 or 3 => DutyHabit.Called,
        _ => (place % 10) switch { 4 => DutyHabit.Heavy, 6 or 8 => DutyHabit.Near, 7 or 9 => DutyHabit.Light, _ => DutyHabit.Usual },
    };

    /// <summary>Whether work runs at the moment: of each three one.</summary>
    public bool OnDuty => place % 3 == 0;

    /// <summary>The name, department and level under which the physician is put on record.</summary>
    public (string Department, WorkLevel Level) Post => at.Departments[place % at.Departments.Count];

    DateOnly Month(int fromNow) => new DateOnly(today.Year, today.Month, 1).AddMonths(fromNow);

    /// <summary>The plan of each month: this one and the next, and of who was called at night also those before.</summary>
    public IEnumerable<PlanRoster> Rosters()
    {
        for (var n = Habit == DutyHabit.Called ? -MonthsBack : 0; n <= 1; n++)
        {
            var (from, to) = (Month(n), Month(n + 1).AddDays(-1));
            yield return new PlanRoster(Invariant($"demo-{from:yyyyMM}"), member, from, to, [.. Days(from, to).SelectMany(Plan)], DemonstrationWorkplace.By);
        }
    }

    /// <summary>What was worked until now, in order.</summary>
    public IEnumerable<RecordWork> Records() => Days(Month(-MonthsBack), today).SelectMany(Worked).Where(r => r.To <= now);

    /// <summary>What runs at the moment: since some hours; null when nothing does.</summary>
    public ClockIn? Running()
    {
        if (!OnDuty) return null;
        var numbers = SeededNumbers.Of(seed, DemonstrationStreams.Duty, member.Number);
        var began = Minute(now.AddMinutes(-numbers.Between(30, 420)));
        var day = Tokyo.Of(began).Hour is >= 7 and < 17;
        return new ClockIn("demo-now", at.Id, day ? HoursKind.Scheduled : HoursKind.NightDuty, DemonstrationWorkplace.By, began, Post.Department);
    }

    static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to) => Enumerable.Range(from.DayNumber, to.DayNumber - from.DayNumber + 1).Select(DateOnly.FromDayNumber);

    static bool Weekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>A weekday on whose evening a night begins.</summary>
    bool Night(DateOnly day) => Habit is not (DutyHabit.Light or DutyHabit.Called) && !Weekend(day) && day.DayOfWeek != DayOfWeek.Friday && (day.DayNumber + place) % NightEvery == 0;

    IEnumerable<RosterShift> Plan(DateOnly day)
    {
        if (Weekend(day)) yield break;
        var id = Invariant($"{day:yyyyMMdd}");
        // After a night work ends at noon.
        var noon = Night(day.AddDays(-1));
        yield return new RosterShift($"{id}-d", HoursKind.Scheduled, At(day, 8, 30), noon ? At(day, 12, 30) : At(day, 17, 30), Post.Department);
        if (!noon) yield return new RosterShift($"{id}-b", HoursKind.Break, At(day, 12, 0), At(day, 13, 0), Post.Department);
        if (Night(day)) yield return new RosterShift($"{id}-n", at.NightsPermitted(place) ? HoursKind.PermittedDuty : HoursKind.NightDuty, At(day, 17, 30), At(day.AddDays(1), 8, 30), Post.Department, at.NightsPermitted(place) ? at.PermittedPost : "");
        else if (Habit == DutyHabit.Heavy && !noon) yield return new RosterShift($"{id}-o", HoursKind.Overtime, At(day, 17, 30), At(day, 20, 0), Post.Department);
    }

    IEnumerable<RecordWork> Worked(DateOnly day)
    {
        if (Weekend(day)) yield break;
        // Whoever is on duty now has not gone home yet today.
        if (OnDuty && day == today) yield break;
        var (id, numbers) = (Invariant($"demo-{day:yyyyMMdd}"), SeededNumbers.Of(seed + (ulong)day.DayNumber, DemonstrationStreams.Duty, member.Number));
        if (day < Month(0) && Called(day)) yield return Work($"{id}-c", HoursKind.Overtime, At(day, 22, 0), At(day.AddDays(1), 4, 0), WorkMarks.Unforeseen);
        if (Night(day.AddDays(-1)))
        {
            yield return Work($"{id}-d", HoursKind.Scheduled, At(day, 8, 30), At(day, 12, 30 + numbers.Below(60)));
            yield break;
        }
        // Breaks of the months before are in the times, as older systems keep them.
        var breaks = day >= Month(0);
        yield return Work($"{id}-d", HoursKind.Scheduled, At(day, breaks ? 8 : 9, 30), At(day, 17, 30 + Beyond(ref numbers)));
        if (breaks) yield return Work($"{id}-b", HoursKind.Break, At(day, 12, 0), At(day, 13, 0));
        if (Night(day))
        {
            var permitted = at.NightsPermitted(place);
            yield return Work($"{id}-n", permitted ? HoursKind.PermittedDuty : HoursKind.NightDuty, At(day, 17, 30), At(day.AddDays(1), 8, 30), WorkMarks.None, permitted ? at.PermittedPost : "");
        }
    }

    /// <summary>Minutes beyond the schedule of a day without a night.</summary>
    int Beyond(ref SeededNumbers numbers) => Habit switch
    {
        DutyHabit.Light => numbers.Below(20),
        DutyHabit.Near => numbers.Between(80, 170),
        DutyHabit.Heavy => numbers.Between(150, 260),
        _ => numbers.Between(10, 95),
    };

    /// <summary>The night somebody was called: the second Tuesday two months ago, or of last month.</summary>
    bool Called(DateOnly day) => Habit == DutyHabit.Called && day.DayOfWeek == DayOfWeek.Tuesday && day.Day is > 7 and <= 14 && day >= Month(place == 2 ? -MonthsBack : -1);

    RecordWork Work(string key, HoursKind kind, DateTimeOffset from, DateTimeOffset to, WorkMarks marks = WorkMarks.None, string post = "") => new(
        key, at.Id, kind, from, to, WorkSource.Import, DemonstrationWorkplace.By, Post.Department, post, marks, null, today.DayNumber - Tokyo.DateOf(to).DayNumber > Late ? "(見本)勤怠システムからの移行" : "");

    static DateTimeOffset At(DateOnly day, int hour, int minute) => Tokyo.At(day, new TimeOnly(0, 0)).AddHours(hour).AddMinutes(minute);

    static DateTimeOffset Minute(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute));
}
