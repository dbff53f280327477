using System.Globalization;

namespace JmaActors.Benchmarks;

/// <summary>One figure a line, for people and machines.</summary>
static class Figures
{
    public static void Print(string name, double value, string format = "0.00") =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} = {value.ToString(format, CultureInfo.InvariantCulture)}"));

    public static void Note(string text) => Console.WriteLine($"# {text}");

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
