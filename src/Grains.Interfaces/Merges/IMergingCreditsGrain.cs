using JmaActors.Credits;

namespace JmaActors.Merges;

/// <summary>A credit ledger as a merge of two records asks it. The actor is <see cref="ICreditLedgerGrain"/>; only the merge itself asks this way.</summary>
[Alias("merging-credits-grain")]
public interface IMergingCreditsGrain : IGrainWithIntegerKey
{
    /// <summary>Every entry of the record itself, wherever they count; at most 50,000.</summary>
    [Alias("own")]
    Task<Immutable<CreditEntry[]>> Own(CancellationToken ct);

    /// <summary>What holding another record's entries would come to; nothing is recorded.</summary>
    [Alias("try-hold")]
    Task<LoanTrial> TryHold(MemberId of, Immutable<CreditEntry[]> entries, CancellationToken ct);

    /// <summary>
    /// Lets the entries count with another record, which is told of all of them and of every later change; here they count no longer. Whatever is told or
    /// reported under this number goes on being kept here. Refused with <c>already-merged</c> or <c>holds-others</c>.
    /// </summary>
    [Alias("lend")]
    Task<Answer<long>> Lend(LendCredits command, CancellationToken ct);

    /// <summary>No longer counts what another record lent under a merge; later words of that merge change nothing. Natural key: the merge.</summary>
    [Alias("give-back")]
    Task<Answer<long>> GiveBack(MemberId of, string merge, Caller caller, CancellationToken ct);

    /// <summary>The entries count here again. Asked only once the other record has given them back. Natural key: the merge.</summary>
    [Alias("take-back")]
    Task<Answer<long>> TakeBack(string merge, Caller caller, CancellationToken ct);
}
