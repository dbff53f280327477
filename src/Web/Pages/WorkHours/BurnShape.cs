using System.Text;
using JmaActors.WorkHours;
using Show = JmaActors.Design.Show;

namespace JmaActors.Pages.WorkHours;

/// <summary>Geometry of hours used against their limits, drawn on a 1,000 × 1,000 square that the page stretches.</summary>
public sealed class BurnShape
{
    const double Side = 1000;

    /// <summary>Above the line that matters there is a little room.</summary>
    const double Air = 1.1;

    readonly HoursCurve curve;
    readonly int days;

    public BurnShape(HoursCurve curve, DateOnly today)
    {
        this.curve = curve;
        days = curve.To.DayNumber - curve.From.DayNumber + 1;
        Elapsed = Math.Clamp(today.DayNumber - curve.From.DayNumber + 1, 0, days);
        Used = curve.Used.Count > 0 ? curve.Used[^1] : 0;
        var most = Math.Max(Math.Max(Used, curve.Planned.Count > 0 ? curve.Planned[^1] : 0), curve.PaceEnd);
        var shown = curve.Limits.Count > 1 ? curve.Limits.Skip(1) : curve.Limits;
        Top = Math.Max(1, (shown.FirstOrDefault(l => l.Minutes >= most)?.Minutes ?? most) * Air);
    }

    /// <summary>Days of the period that have begun.</summary>
    public int Elapsed { get; }

    /// <summary>Minutes used so far.</summary>
    public int Used { get; }

    /// <summary>Minutes at the upper edge.</summary>
    public double Top { get; }

    /// <summary>Limits that are in the picture.</summary>
    public IEnumerable<CurveLimit> Limits => curve.Limits.Where(l => l.Minutes <= Top);

    /// <summary>Share of the width, 0 to 1, where a day ends.</summary>
    public double X(int day) => Math.Clamp((double)day / days, 0, 1);

    /// <summary>Share of the height from the top, 0 to 1.</summary>
    public double Y(double minutes) => 1 - Math.Clamp(minutes / Top, 0, 1);

    /// <summary>What was used, up to today.</summary>
    public string Line() => Path([(0, 0), .. curve.Used.Select((minutes, i) => (Math.Min((i + 1) * curve.Step, Elapsed), (double)minutes))]);

    /// <summary>The same closed down to the base.</summary>
    public string Area() => $"{Line()}L{Px(X(Elapsed))},{Px(1)}L0,{Px(1)}Z";

    /// <summary>From today to the end with the plan; empty when the period is over.</summary>
    public string Plan() => Elapsed >= days ? "" : Path([
        (Elapsed, Used), .. curve.Planned.Select((minutes, i) => (Day: Math.Min((i + 1) * curve.Step, days), Minutes: (double)minutes)).Where(p => p.Day > Elapsed)]);

    /// <summary>From today to the end at the pace of the last weeks.</summary>
    public string Pace() => Elapsed >= days ? "" : Path([(Elapsed, Used), Edge(curve.PaceEnd)]);

    /// <summary>Between the lightest and the heaviest of the last weeks.</summary>
    public string Fan() => Elapsed >= days ? "" : $"{Path([(Elapsed, Used), Edge(curve.HighEnd)])}{Path([(days, Math.Min(curve.HighEnd, Top)), Edge(curve.LowEnd)]).Replace('M', 'L')}Z";

    /// <summary>Where a straight line from today leaves the picture: at its right edge or, when it is steep, at its upper.</summary>
    (int Day, double Minutes) Edge(int end) => end <= Top ? (days, end) : (Elapsed + (int)((Top - Used) / (end - Used) * (days - Elapsed)), Top);

    /// <summary>Days the axis names: the first, a few between, the last.</summary>
    public IEnumerable<(double X, DateOnly Day)> Days()
    {
        const int Parts = 4;
        for (var part = 0; part <= Parts; part++)
        {
            var day = Math.Min(part * days / Parts, days - 1);
            yield return (X(day), curve.From.AddDays(day));
        }
    }

    string Path(IEnumerable<(int Day, double Minutes)> points)
    {
        var path = new StringBuilder();
        foreach (var (day, minutes) in points) path.Append(path.Length == 0 ? 'M' : 'L').Append(Px(X(day))).Append(',').Append(Px(Y(minutes)));
        return path.ToString();
    }

    static string Px(double share) => Show.Css(share * Side);
}
