using System.Globalization;
using System.Text;

namespace JmaActors.Design;

/// <summary>
/// Geometry of an attendance curve: people inside by minute, drawn on a 1,000 × 1,000 square that the page stretches.
/// Minutes come as <c>HH:mm</c> in Asia/Tokyo; one before the first minute of the axis belongs to the next day.
/// </summary>
public sealed class CurveShape
{
    /// <summary>Side of the square the curve is drawn on.</summary>
    public const double Side = 1000;

    readonly int start;
    readonly int length;

    CurveShape(int start, int length, int top, IReadOnlyList<(int Minute, int Inside)> points) =>
        (this.start, this.length, Top, Points) = (start, length, top, points);

    /// <summary>The figure at the upper edge: a round number above the highest.</summary>
    public int Top { get; }

    /// <summary>Minutes from the start of the axis, ascending, and people inside.</summary>
    public IReadOnlyList<(int Minute, int Inside)> Points { get; }

    public static CurveShape Of(IReadOnlyDictionary<string, int> curve, DateTimeOffset from, DateTimeOffset to)
    {
        var start = MinuteOf(Show.Time(from));
        var length = Math.Max(30, (int)(to - from).TotalMinutes);
        var points = new List<(int Minute, int Inside)>(curve.Count + 1);
        foreach (var (minute, inside) in curve)
        {
            var at = (MinuteOf(minute) - start + 1440) % 1440;
            if (at <= length + 360) points.Add((at, inside));
        }

        points.Sort();
        if (points.Count > 0) length = Math.Max(length, points[^1].Minute);
        return new CurveShape(start, length, RoundUp(points.Count == 0 ? 0 : points.Max(p => p.Inside)), points);
    }

    /// <summary>Share of the width, 0 to 1, of a moment.</summary>
    public double X(DateTimeOffset at) => X((MinuteOf(Show.Time(at)) - start + 1440) % 1440);

    public double X(int minute) => Math.Clamp((double)minute / length, 0, 1);

    /// <summary>Share of the height from the top, 0 to 1.</summary>
    public double Y(int inside) => 1 - Math.Clamp((double)inside / Top, 0, 1);

    /// <summary>The line as an SVG path; empty without points.</summary>
    public string Line()
    {
        var path = new StringBuilder();
        foreach (var (minute, inside) in Points)
        {
            path.Append(path.Length == 0 ? 'M' : 'L').Append(Text(X(minute) * Side)).Append(',').Append(Text(Y(inside) * Side));
        }

        return path.ToString();
    }

    /// <summary>The line closed down to the base.</summary>
    public string Area() => Points.Count == 0
        ? ""
        : $"{Line()}L{Text(X(Points[^1].Minute) * Side)},{Side}L{Text(X(Points[0].Minute) * Side)},{Side}Z";

    /// <summary>Labels of the time axis: full or half hours, five to nine of them, the first and last minute included.</summary>
    public IEnumerable<(double X, string Text)> Hours()
    {
        var step = length <= 150 ? 30 : length <= 420 ? 60 : 120;
        for (var minute = (step - start % step) % step; minute <= length; minute += step)
        {
            var at = (start + minute) % 1440;
            yield return (X(minute), string.Create(CultureInfo.InvariantCulture, $"{at / 60:D2}:{at % 60:D2}"));
        }
    }

    static int MinuteOf(string hhmm) =>
        hhmm.Length == 5 && int.TryParse(hhmm.AsSpan(0, 2), out var h) && int.TryParse(hhmm.AsSpan(3, 2), out var m) ? h * 60 + m : 0;

    static int RoundUp(int value)
    {
        if (value <= 10) return 10;
        var unit = (int)Math.Pow(10, Math.Floor(Math.Log10(value)));
        foreach (var factor in (int[])[10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100])
        {
            if (value * 1.05 <= factor * unit / 10.0) return factor * unit / 10;
        }

        return 12 * unit;
    }

    static string Text(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
