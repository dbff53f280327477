using JmaActors.WorkHours;

namespace JmaActors.Merges;

/// <summary>A ledger of working hours as a merge of two records asks it. The actor is <see cref="IWorkHoursGrain"/>; only the merge itself asks this way.</summary>
[Alias("merging-hours-grain")]
public interface IMergingHoursGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// Lets the hours count with another record, which is told of all of them and of every later change; here they count no longer. Whatever is told or recorded under this
    /// number goes on being kept here. Refused with <c>already-merged</c> or <c>holds-others</c>. Natural key: the merge.
    /// </summary>
    [Alias("lend-hours")]
    Task<Answer<long>> LendHours(string merge, MemberId to, Caller caller, CancellationToken ct);

    /// <summary>No longer counts what another record lent under a merge; later words of that merge change nothing. Natural key: the merge.</summary>
    [Alias("give-hours-back")]
    Task<Answer<long>> GiveHoursBack(MemberId of, string merge, Caller caller, CancellationToken ct);

    /// <summary>The hours count here again. Asked only once the other record has given them back. Natural key: the merge.</summary>
    [Alias("take-hours-back")]
    Task<Answer<long>> TakeHoursBack(string merge, Caller caller, CancellationToken ct);
}
