using JmaActors.Ledgers;

namespace JmaActors.Accounts;

/// <summary>
/// Which account a member's own function belongs to: one at a time. Keyed by the member's number. One actor has one order, so of two accounts that are to
/// become one member at the same moment one does; and the member finds here, in her own history, who linked whom to her record.
/// </summary>
[Alias("member-account-grain")]
public interface IMemberAccountGrain : IGrainWithIntegerKey, ILedgerGrain
{
    /// <summary>Links an account unless another is linked; the answer's value is which one is now, which may be another: that is no refusal.</summary>
    [Alias("link")]
    Task<Answer<string>> Link(LinkAccount command, CancellationToken ct);

    /// <summary>Ends the link when it is to this account; refused with <c>not-holder</c> when it is to another.</summary>
    [Alias("unlink")]
    Task<Answer<string>> Unlink(LinkAccount command, CancellationToken ct);

    /// <summary>The account linked; null when none is.</summary>
    [Alias("linked")]
    Task<string?> Linked(CancellationToken ct);
}

/// <param name="Account">Key of the account.</param>
/// <param name="Reason">Why the function was given or withdrawn.</param>
[GenerateSerializer, Immutable, Alias("link-account")]
public sealed record LinkAccount([property: Id(0)] string Account, [property: Id(1)] string Reason, [property: Id(2)] Caller Caller);
