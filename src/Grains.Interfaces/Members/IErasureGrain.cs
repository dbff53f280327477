namespace JmaActors.Members;

/// <summary>
/// Erasing a person: asked for with a reason, done after a waiting time unless it is stopped or a duty to keep stands. The actor is <see cref="IMemberGrain"/>.
/// </summary>
[Alias("erasure-grain")]
public interface IErasureGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// Asks that the person be erased; it can be done from <see cref="ErasureView.Due"/> on. Refused with <c>not-registered</c>, <c>erased</c>, <c>no-reason</c>,
    /// <c>already-merged</c> (erase the record it was merged into), <c>kept-for-members</c>, <c>kept-by-law</c>.
    /// </summary>
    [Alias("ask-erasure")]
    Task<Answer<ErasureView>> AskErasure(AskErasure command, CancellationToken ct);

    /// <summary>Stops what was asked for. Refused with <c>not-asked</c>, <c>no-reason</c>.</summary>
    [Alias("stop-erasure")]
    Task<Answer<ErasureView>> StopErasure(AskErasure command, CancellationToken ct);

    /// <summary>
    /// Erases the person and the records merged into hers: the key of the attributes is destroyed, names leave every list, passes, card and documents go; every count
    /// stays. Nothing undoes it. Refused with <c>not-asked</c>, <c>too-early</c>, <c>not-merged</c> (along with another
    /// record this one is not merged into), and as <see cref="AskErasure"/> is. A repeat finishes what a crash left. It waits some seconds
    /// for what follows; when that takes longer the answer is not <see cref="ErasureView.Done"/>, and it goes on by itself.
    /// </summary>
    [Alias("erase")]
    Task<Answer<ErasureView>> Erase(ErasePerson command, CancellationToken ct);

    /// <summary>How it stands; null when nobody is registered.</summary>
    [Alias("erasure")]
    Task<ErasureView?> Erasure(Caller caller, CancellationToken ct);
}

/// <summary>Named limits of erasures.</summary>
public static class ErasureLimits
{
    public const int ReasonLength = 200;
}

[GenerateSerializer, Immutable, Alias("ask-erasure")]
public sealed record AskErasure([property: Id(0)] string Reason, [property: Id(1)] Caller Caller);

/// <param name="Along">The record this one was merged into, when it is erased along with it; null otherwise.</param>
[GenerateSerializer, Immutable, Alias("erase-person")]
public sealed record ErasePerson([property: Id(0)] Caller Caller, [property: Id(1)] MemberId? Along = null);

/// <summary>How an erasure stands.</summary>
/// <param name="Due">From this civil date on it can be done; null when none was asked for.</param>
/// <param name="Hindrance">Why it cannot be asked for or done now; null when nothing stands against it.</param>
/// <param name="Erased">When the person was erased; null when not.</param>
/// <param name="Done">Everything that follows is done too.</param>
/// <param name="Owner">The local association the person belongs to, or belonged to last; null for somebody who never belonged to one.</param>
[GenerateSerializer, Immutable, Alias("erasure-view")]
public sealed record ErasureView(
    [property: Id(0)] MemberId Id,
    [property: Id(1)] DateOnly? Due,
    [property: Id(2)] string Reason,
    [property: Id(3)] Caller? By,
    [property: Id(4)] Refusal? Hindrance,
    [property: Id(5)] DateTimeOffset? Erased,
    [property: Id(6)] bool Done,
    [property: Id(7)] long Version,
    [property: Id(8)] Membership Membership,
    [property: Id(9)] AssociationId? Owner);
