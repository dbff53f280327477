using System.Globalization;
using System.Text;
using JmaActors.WorkHours;

namespace JmaActors.Benchmarks.Clock;

/// <summary>A year of a workplace's physicians as its attendance system writes it: by day, a line for each shift with its break, and nights and days off.</summary>
static class AttendanceFile
{
    const int Days = 364;

    /// <summary>Two files of half a year: a file has at most half a million lines. About 500 records of each physician, breaks counted.</summary>
    public static IEnumerable<(WorkplaceId Place, byte[] Csv)> Halves(int first, int people)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(9));
        foreach (var (from, to) in new[] { (Days, Days / 2), (Days / 2, 1) })
        {
            var text = new StringBuilder("会員番号,勤務日,勤務区分,出勤,退勤,休憩時間\r\n");
            for (var ago = from; ago > to; ago--)
            {
                var day = today.AddDays(-ago);
                for (var i = first; i < first + people; i++) Lines(text, i, day);
            }
            yield return (ClockWorld.Place(first), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())]);
        }
    }

    static void Lines(StringBuilder text, int i, DateOnly day)
    {
        void Line(string kind, string from, string to, string rest) => text.Append(CultureInfo.InvariantCulture, $"{ClockWorld.Member(i)},{day:yyyy/MM/dd},{kind},{from},{to},{rest}\r\n");
        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            if ((day.DayNumber + i) % 9 == 0) Line("当直", "8:30", "23:30", "");
            else Line("公休", "", "", "");
            return;
        }
        Line("日勤", $"8:{i % 20 + 10}", $"17:{i % 20 + 10}", "60");
    }
}
