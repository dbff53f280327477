using System.Diagnostics;

namespace JmaActors.Crash;

/// <summary>Waits for something that has a name, not longer than allowed.</summary>
static class Until
{
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(25);

    /// <param name="what">Said when it does not come true.</param>
    /// <param name="seen">What stands there now, or null when it is as wanted.</param>
    public static async Task Holds(string what, TimeSpan deadline, Func<Task<string?>> seen)
    {
        var began = Stopwatch.GetTimestamp();
        while (await seen() is { } instead)
        {
            if (Stopwatch.GetElapsedTime(began) > deadline) throw new TimeoutException($"{what}: not within {deadline.TotalSeconds:0} s; {instead}");
            await Task.Delay(Look);
        }
    }
}
