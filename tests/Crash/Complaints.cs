using System.Collections.Concurrent;

namespace JmaActors.Crash;

/// <summary>What is not as promised.</summary>
sealed class Complaints
{
    /// <summary>Lines printed; the rest is only counted.</summary>
    const int Shown = 40;

    readonly ConcurrentQueue<string> lines = [];

    public int Count => lines.Count;

    public void Add(string line) => lines.Enqueue(line);

    /// <summary>Complains unless the two are equal.</summary>
    public void Same<T>(string what, T wanted, T found)
    {
        if (!EqualityComparer<T>.Default.Equals(wanted, found)) Add($"{what}: {wanted} was wanted, {found} is there");
    }

    public void Print()
    {
        foreach (var line in lines.Take(Shown)) Console.WriteLine($"FAIL {line}");
        if (lines.Count > Shown) Console.WriteLine($"FAIL … and {lines.Count - Shown} more");
    }
}
