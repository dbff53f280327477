using JmaActors.Journal;
using JmaActors.Time;
using Microsoft.Extensions.Logging;

namespace JmaActors.Applications;

/// <summary>
/// Finds applications that were agreed and did not come on record (what a crash cut off, or a database that was away), and those whose office is late. The ledgers decide, so several silos may look.
/// </summary>
public sealed class ApplicationFollowing(IApplicationIndex index, IGrainFactory grains, TimeProvider time, ILogger<ApplicationFollowing> log)
{
    const int Size = 200;

    /// <summary>Puts on record what is left, and reminds; how many were.</summary>
    public async Task<int> Follow(CancellationToken ct)
    {
        var today = Tokyo.DateOf(time.GetUtcNow());
        return await Each(after => index.Pending(after, Size, ct), static (g, t) => g.Follow(t), ct) + await Each(after => index.Late(today, after, Size, ct), static (g, t) => g.Remind(t), ct);
    }

    async Task<int> Each(Func<string, Task<IReadOnlyList<string>>> find, Func<IApplicationGrain, CancellationToken, Task<bool>> act, CancellationToken ct)
    {
        var (done, after) = (0, "");
        while (true)
        {
            var page = await find(after).OrTryAgain();
            foreach (var id in page)
            {
                try
                {
                    if (await act(grains.GetGrain<IApplicationGrain>(id), ct)) done++;
                }
                catch (Exception e) when (!ct.IsCancellationRequested)
                {
                    ApplicationLog.NotFollowed(log, id, e);
                }
            }
            if (page.Count < Size) return done;
            after = page[^1];
        }
    }
}
