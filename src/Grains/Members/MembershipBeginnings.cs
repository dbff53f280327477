using JmaActors.Journal;
using JmaActors.Records;
using Microsoft.Extensions.Logging;

namespace JmaActors.Members;

/// <summary>
/// Lets memberships that were recorded ahead come into force where lists and boards show them. The views say who is due; the person's own ledger decides, so
/// that several silos may try and each beginning is recorded once.
/// </summary>
public sealed partial class MembershipBeginnings(IRecordIndex index, IGrainFactory grains, TimeProvider time, ILogger<MembershipBeginnings> log)
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
                if (await Begin(member, ct)) begun++;
            }
            if (due.Count < Page) return begun;
            after = due[^1];
        }
    }

    /// <summary>A record that cannot be opened keeps nobody behind it from beginning.</summary>
    async Task<bool> Begin(long member, CancellationToken ct)
    {
        try
        {
            return await grains.GetGrain<IMemberGrain>(member).Begin(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            NotBegun(log, member, e);
            return false;
        }
    }

    [LoggerMessage(4401, LogLevel.Error, "What was recorded ahead for member {Member} has not come into force")]
    static partial void NotBegun(ILogger log, long member, Exception e);
}
