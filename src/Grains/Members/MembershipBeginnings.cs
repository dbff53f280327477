using JmaActors.Journal;
using JmaActors.Records;

namespace JmaActors.Members;

/// <summary>
/// Lets memberships that were recorded ahead come into force where lists and boards show them. The views say who is due; the person's own ledger decides, so
/// that several silos may try and each beginning is recorded once.
/// </summary>
public sealed class MembershipBeginnings(IRecordIndex index, IGrainFactory grains, TimeProvider time)
{
    /// <summary>People asked for at once.</summary>
    const int Page = 200;

    /// <summary>Begins what is due; how many were.</summary>
    public async Task<int> Begin(CancellationToken ct)
    {
        var (begun, after) = (0, 0L);
        while (true)
        {
            var due = await index.Due(time.GetUtcNow(), after, Page, ct).OrTryAgain();
            foreach (var member in due)
            {
                if (await grains.GetGrain<IMemberGrain>(member).Begin(ct)) begun++;
            }
            if (due.Count < Page) return begun;
            after = due[^1];
        }
    }
}
