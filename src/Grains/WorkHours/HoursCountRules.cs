using JmaActors.Benefits;
using static System.FormattableString;

namespace JmaActors.WorkHours;

/// <summary>Behind the month's figure: day by day what was worked, and what of it is overtime or holiday work.</summary>
static class HoursCountRules
{
    /// <summary>The days of the month that stands worst on which work was done, newest first.</summary>
    public static Counted Of(HoursReading reading)
    {
        if (reading.Month is not { } month) return new Counted(WorkVerdicts.Benefit, reading.On, [], 0, 0);
        var lines = new List<CountedLine>();
        for (var day = Math.Min(month.Month.Last, WorkMinute.DayOf(reading.AsOf)); day >= month.Month.First; day--)
        {
            if (reading.Tables.Worked[day] is { Worked: > 0 } sum) lines.Add(Line(reading, DateOnly.FromDayNumber(day), sum));
        }
        return new Counted(WorkVerdicts.Benefit, reading.On, lines, 0, WorkVerdicts.Hours(month.Minutes));
    }

    static CountedLine Line(HoursReading reading, DateOnly on, HoursSum sum)
    {
        var (from, to) = (WorkMinute.Of(on), WorkMinute.Of(on) + WorkMinute.Day);
        var places = reading.Facts.Records.Where(r => r.Counts && r.From < to && r.To > from).Select(r => r.Employer).Distinct()
            .Select(e => reading.State.Employments[e] is { Name.Length: > 0 } named ? named.Name : reading.State.Employments[e].Workplace);
        var (overtime, holiday, worked) = (WorkMinute.Length(sum.Overtime), WorkMinute.Length(sum.Holiday), WorkMinute.Length(sum.Worked));
        return new CountedLine(
            $"{on:yyyy-MM-dd}", on, string.Join("・", places), new Words($"労働 {worked}", $"Worked {worked}"), WorkVerdicts.Hours(sum.Worked), WorkVerdicts.Hours(sum.Beyond),
            sum.Beyond == 0 ? new Words("法定労働時間の中です。", "Within legal hours.")
            : new Words(Invariant($"法定時間外 {overtime}、法定休日 {holiday}。"), Invariant($"Overtime {overtime}, statutory holiday {holiday}.")),
            sum.Holiday > 0 ? WorkRuleIds.Holiday : sum.Overtime > 0 ? WorkRuleIds.Day : "");
    }
}
