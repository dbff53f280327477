namespace JmaActors.WorkHours;

/// <summary>宿日直許可 of a workplace: for a department, a post and a band of the day, from a date to a date.</summary>
/// <param name="Department">The department; empty for all.</param>
/// <param name="Post">The post, e.g. 病棟当直; empty for all.</param>
/// <param name="FromOfDay">Minute of the day the band begins.</param>
/// <param name="ToOfDay">Minute it ends, over midnight when not after the beginning; equal to it for the whole day.</param>
public sealed record DutyPermit(string Department, string Post, int FromOfDay, int ToOfDay, DateOnly From, DateOnly? To = null);

/// <summary>
/// Which part of a night or day duty is permitted (rule <c>work.permitted-duty</c>). A permit for ward duty need not cover the emergency room; what no permit
/// covers is unpermitted night duty and counts as work.
/// </summary>
public static class PermitRules
{
    /// <summary>Cuts a duty into what permits cover and what they do not, in order.</summary>
    public static IEnumerable<(int From, int To, bool Permitted)> Split(int from, int to, string department, string post, IReadOnlyList<DutyPermit> permits)
    {
        var bands = Bands(from, to, department, post, permits);
        var at = from;
        foreach (var (begin, end) in bands)
        {
            if (end <= at) continue;
            if (begin > at) yield return (at, begin, false);
            yield return (Math.Max(at, begin), end, true);
            at = end;
        }
        if (at < to) yield return (at, to, false);
    }

    /// <summary>Stretches that permits cover, in order and cut to the duty, touching ones joined.</summary>
    static List<(int From, int To)> Bands(int from, int to, string department, string post, IReadOnlyList<DutyPermit> permits)
    {
        var bands = new List<(int From, int To)>();
        foreach (var permit in permits)
        {
            if (permit.Department.Length > 0 && permit.Department != department || permit.Post.Length > 0 && permit.Post != post) continue;
            // A band of the evening before may reach into the first morning.
            for (var day = WorkMinute.DayOf(from) - 1; day <= WorkMinute.DayOf(to); day++)
            {
                var on = DateOnly.FromDayNumber(day);
                if (on < permit.From || on > permit.To) continue;
                var begin = day * WorkMinute.Day + permit.FromOfDay;
                var end = day * WorkMinute.Day + permit.ToOfDay + (permit.ToOfDay <= permit.FromOfDay ? WorkMinute.Day : 0);
                if (Math.Max(begin, from) < Math.Min(end, to)) bands.Add((Math.Max(begin, from), Math.Min(end, to)));
            }
        }
        bands.Sort();
        var joined = new List<(int From, int To)>(bands.Count);
        foreach (var band in bands)
        {
            if (joined.Count > 0 && band.From <= joined[^1].To) joined[^1] = (joined[^1].From, Math.Max(joined[^1].To, band.To));
            else joined.Add(band);
        }
        return joined;
    }
}
