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

    /// <summary>A weekday within the schedule; else who is on duty is so since the evening, or on a weekend since the morning.</summary>
    bool ByDay => !Weekend(today) && Tokyo.Of(now).TimeOfDay is { TotalHours: >= 8.75 and < 17.5 };

    /// <summary>The day on which the night began that runs now.</summary>
    DateOnly Evening => Tokyo.Of(now).Hour < 9 ? today.AddDays(-1) : today;

    /// <summary>Of each five one is heavy, one near, one light; two were once called at night.</summary>
    public DutyHabit Habit { get; } = place switch
    {
        1 => DutyHabit.Heavy,
        3 or 7 => DutyHabit.Called,
        _ => (place % 10) switch { 4 => DutyHabit.Heavy, 6 or 8 => DutyHabit.Near, 9 => DutyHabit.Light, _ => DutyHabit.Usual },
    };

    /// <summary>Whether work runs at the moment: of each three one by day, of each six one by night and at weekends.</summary>
    public bool OnDuty => place % (ByDay ? 3 : 6) == 0;

    /// <summary>Whether the interview of a heavy month was missed.</summary>
    public bool Missed => place == 14;

    /// <summary>When the interview of a heavy month was held: before much of it had passed.</summary>
    public DateTimeOffset SeenAt => now.AddDays(-1) is var yesterday && At(Month(0).AddDays(11), 16, 0) is var middle && middle < yesterday ? middle : yesterday;

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
        var began = (ByDay ? At(today, 8, 30) : Began).AddMinutes(-numbers.Below(20));
        return new ClockIn("demo-now", at.Id, ByDay ? HoursKind.Scheduled : HoursKind.NightDuty, DemonstrationWorkplace.By, began, Post.Department);
    }

    /// <summary>When the duty outside the schedule began that runs now.</summary>
    DateTimeOffset Began => Weekend(Evening) && At(Evening, 8, 30) <= now && Tokyo.Of(now).Hour is >= 9 and < 18 ? At(Evening, 8, 30) : At(Evening, 17, 30) <= now ? At(Evening, 17, 30) : At(Evening.AddDays(-1), 17, 30);

    /// <summary>A day that the duty running now, or the night it began in, leaves nothing of.</summary>
    bool Taken(DateOnly day) => OnDuty && (day == today || (!ByDay && (day == Evening || day == Evening.AddDays(1))));

    static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to) => Enumerable.Range(from.DayNumber, to.DayNumber - from.DayNumber + 1).Select(DateOnly.FromDayNumber);

    static bool Weekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>A weekday on whose evening a night begins.</summary>
    bool Night(DateOnly day) => !Taken(day) && !Taken(day.AddDays(1)) && Habit is not (DutyHabit.Light or DutyHabit.Called) && !Weekend(day) && day.DayOfWeek != DayOfWeek.Friday && (day.DayNumber + place) % NightEvery == 0;

    IEnumerable<RosterShift> Plan(DateOnly day)
    {
        var id = Invariant($"{day:yyyyMMdd}");
        if (OnDuty && !ByDay && day == Tokyo.DateOf(Began)) yield return new RosterShift($"{id}-x", HoursKind.NightDuty, Began, At(day.AddDays(1), 8, 30), Post.Department);
        if (Weekend(day) || (!ByDay && Taken(day))) yield break;
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
        // Whoever is on duty now has not gone home yet.
        if (Taken(day)) yield break;
        var (id, numbers) = (Invariant($"demo-{day:yyyyMMdd}"), SeededNumbers.Of(seed + (ulong)day.DayNumber, DemonstrationStreams.Duty, member.Number));
        if (Called(day)) yield return Work($"{id}-c", HoursKind.Overtime, At(day, 22, 0), At(day.AddDays(1), 4, 0), WorkMarks.Unforeseen);
        if (Night(day.AddDays(-1)))
        {
            yield return Work($"{id}-d", HoursKind.Scheduled, At(day, 8, 30), At(day, 12, numbers.Below(31)));
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
        DutyHabit.Near => numbers.Between(120, 220),
        DutyHabit.Heavy => numbers.Between(200, 320),
        _ => numbers.Between(10, 95),
    };

    /// <summary>The night somebody was called: the second Tuesday two months ago, or of last month.</summary>
    bool Called(DateOnly day) => Habit == DutyHabit.Called && day.DayOfWeek == DayOfWeek.Tuesday && day.Day is > 7 and <= 14 && day >= Month(place == 3 ? -MonthsBack : -1) && day < Month(place == 3 ? -1 : 0);

    RecordWork Work(string key, HoursKind kind, DateTimeOffset from, DateTimeOffset to, WorkMarks marks = WorkMarks.None, string post = "") => new(
        key, at.Id, kind, from, to, WorkSource.Import, DemonstrationWorkplace.By, Post.Department, post, marks, null, today.DayNumber - Tokyo.DateOf(to).DayNumber > Late ? "(見本)勤怠システムからの移行" : "");

    static DateTimeOffset At(DateOnly day, int hour, int minute) => Tokyo.At(day, new TimeOnly(0, 0)).AddHours(hour).AddMinutes(minute);
}
