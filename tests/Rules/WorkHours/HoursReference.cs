using JmaActors.WorkHours;

namespace JmaActors.Tests.Rules.WorkHours;

/// <summary>Overtime and holiday work counted minute by minute, as the law is read, with no time line and no segments: what the fast way must agree with.</summary>
static class HoursReference
{
    const int Day = 1_440;

    public static Dictionary<int, HoursSum> Days(IReadOnlyList<Employment> employments, IReadOnlyList<WorkSpan> spans, WorkPolicy policy)
    {
        var days = new Dictionary<int, HoursSum>();
        if (spans.Count == 0) return days;
        var (usual, weeks) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        var day = 0;
        for (var minute = spans.Min(s => s.From); minute < spans.Max(s => s.To); minute++)
        {
            var (works, rests) = (Employers(spans, minute, s => s.Counts), Employers(spans, minute, s => s.Kind == HoursKind.Break));
            var working = works.Except(rests).ToList();
            var permitted = spans.Any(s => Holds(s, minute) && s.Kind == HoursKind.PermittedDuty);
            if (working.Count == 0)
            {
                // A break keeps a shift together; anything else ends it.
                if (rests.Count == 0 || permitted) day = 0;
                continue;
            }
            if (day == 0) day = minute / Day;
            if (spans.Any(s => s.Kind == HoursKind.Scheduled && s.From == minute) && !spans.Any(s => s.Kind == HoursKind.Scheduled && Holds(s, minute - 1))) day = Math.Max(day, minute / Day);
            var weekday = (DayOfWeek)((minute / Day + 1) % 7);
            var holiday = working.Any(e => employments[e].Holiday == weekday)
                || spans.Any(s => Holds(s, minute) && s.Kind == HoursKind.HolidayWork && working.Contains(s.Employer));
            if (holiday)
            {
                Add(minute / Day, 0, 1);
                continue;
            }
            var week = day - (day + 1) % 7;
            var limit = working.All(e => employments[e].SmallClinic) ? policy.SmallWeek : policy.Week;
            if (usual.GetValueOrDefault(day) >= policy.Day || weeks.GetValueOrDefault(week) >= limit)
            {
                // What the day lets through and the week does not still fills the day.
                if (usual.GetValueOrDefault(day) < policy.Day) usual[day] = usual.GetValueOrDefault(day) + 1;
                Add(day, 1, 0);
                continue;
            }
            usual[day] = usual.GetValueOrDefault(day) + 1;
            weeks[week] = weeks.GetValueOrDefault(week) + 1;
            Add(day, 0, 0);
        }
        return days;

        void Add(int of, int overtime, int holiday)
        {
            var sum = days.GetValueOrDefault(of);
            days[of] = new HoursSum(sum.Worked + 1, sum.Overtime + overtime, sum.Holiday + holiday);
        }
    }

    static bool Holds(WorkSpan span, int minute) => minute >= span.From && minute < span.To;

    static List<int> Employers(IReadOnlyList<WorkSpan> spans, int minute, Func<WorkSpan, bool> which) =>
        [.. spans.Where(s => Holds(s, minute) && which(s)).Select(s => (int)s.Employer).Distinct()];
}
