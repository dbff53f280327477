using JmaActors.Members;

namespace JmaActors.Rosters;

/// <summary>Does bulk work on many things, some at once.</summary>
static class SideBySide
{
    public static Task Do<T>(IReadOnlyList<T> items, int atOnce, Func<T, Task> work)
    {
        BulkWork.Begin();
        var next = 0;
        return Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
        {
            while (next < items.Count) await work(items[next++]);
        }));
    }
}
