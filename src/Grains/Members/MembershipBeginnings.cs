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
    /// <summary>Begins what is due; how many were.</summary>
    public Task<int> Begin(CancellationToken ct) => PeopleInPages.Do(
        after => index.Due(time.GetUtcNow(), after, PeopleInPages.Size, ct).OrTryAgain(), member => grains.GetGrain<IMemberGrain>(member).Begin(ct), (member, e) => NotBegun(log, member, e), ct);

    [LoggerMessage(4401, LogLevel.Error, "What was recorded ahead for member {Member} has not come into force")]
    static partial void NotBegun(ILogger log, long member, Exception e);
}
