using JmaActors.Credits;
using JmaActors.Storage.Views;

namespace JmaActors.Storage;

/// <summary>Takes away documents that no entry names a day after they came.</summary>
public sealed class LooseEvidence(IEvidenceStore store, EvidenceUses uses)
{
    /// <summary>Documents looked at in one go.</summary>
    public const int Page = 200;

    /// <summary>Looks through all that have been loose for too long; answers how many went. Several silos may do it at once.</summary>
    public async Task<int> Sweep(DateTimeOffset now, CancellationToken ct)
    {
        for (var gone = 0; ;)
        {
            var old = await store.Loose(now - EvidenceLimits.LooseFor, Page, ct);
            var attached = await uses.Attached(old, ct);
            var loose = old.Except(attached).ToList();
            if (old.Count > 0) await store.Settle(attached, loose, ct);
            gone += loose.Count;
            if (old.Count < Page) return gone;
        }
    }
}
