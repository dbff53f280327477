namespace JmaActors.WorkHours;

/// <summary>Minutes of a span of days.</summary>
/// <param name="Worked">Worked in all, over all employers.</param>
/// <param name="Overtime">Of it legal overtime.</param>
/// <param name="Holiday">Of it on a statutory holiday.</param>
public readonly record struct HoursSum(int Worked, int Overtime, int Holiday)
{
    /// <summary>時間外・休日労働: what the limits are about.</summary>
    public int Beyond => Overtime + Holiday;
}

/// <summary>Worked minutes, legal overtime and holiday work, day by day: over all employers, and of each employment what lies beyond.</summary>
public sealed class DayTable(DaySpan days, int employments) : IDayFigures
{
    readonly HoursSum[] sums = new HoursSum[days.Days];
    readonly int[] own = new int[days.Days * employments];

    /// <summary>The days it covers.</summary>
    public DaySpan Days { get; } = days;

    /// <summary>One day; nothing outside <see cref="Days"/>.</summary>
    public HoursSum this[int day] => Days.Holds(day) ? sums[day - Days.First] : default;

    /// <summary>The sum over days, as far as they are covered.</summary>
    public HoursSum Sum(DaySpan over)
    {
        var (worked, overtime, holiday) = (0, 0, 0);
        for (var day = Math.Max(over.First, Days.First); day <= Math.Min(over.Last, Days.Last); day++)
        {
            ref readonly var sum = ref sums[day - Days.First];
            (worked, overtime, holiday) = (worked + sum.Worked, overtime + sum.Overtime, holiday + sum.Holiday);
        }
        return new HoursSum(worked, overtime, holiday);
    }

    /// <summary>Overtime and holiday work of a day, over all employers.</summary>
    public int On(int day) => this[day].Beyond;

    /// <summary>Overtime and holiday work over days, over all employers.</summary>
    public int Over(DaySpan days) => Sum(days).Beyond;

    /// <summary>Overtime and holiday work at one employment.</summary>
    public int Own(int employment, DaySpan over)
    {
        var minutes = 0;
        for (var day = Math.Max(over.First, Days.First); day <= Math.Min(over.Last, Days.Last); day++) minutes += own[(day - Days.First) * employments + employment];
        return minutes;
    }

    /// <summary>Adds worked minutes to a day: how much of them is overtime or holiday work, and at which employments.</summary>
    public void Add(int day, int worked, int overtime, int holiday, uint employers)
    {
        if (!Days.Holds(day)) return;
        ref var sum = ref sums[day - Days.First];
        sum = new HoursSum(sum.Worked + worked, sum.Overtime + overtime, sum.Holiday + holiday);
        if (overtime + holiday == 0) return;
        for (var e = 0; e < employments; e++)
        {
            if ((employers & 1u << e) != 0) own[(day - Days.First) * employments + e] += overtime + holiday;
        }
    }

    /// <summary>Takes another table's days in the place of its own.</summary>
    public void Replace(DayTable by)
    {
        var (first, last) = (Math.Max(Days.First, by.Days.First), Math.Min(Days.Last, by.Days.Last));
        if (first > last) return;
        Array.Copy(by.sums, first - by.Days.First, sums, first - Days.First, last - first + 1);
        Array.Copy(by.own, (first - by.Days.First) * employments, own, (first - Days.First) * employments, (last - first + 1) * employments);
    }
}
