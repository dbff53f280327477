using JmaActors.Ledgers;

namespace JmaActors.Passes;

/// <summary>
/// What a person shows at a door instead of a card: a QR code that is signed, expires and changes by itself, so that a screenshot is worth nothing.
/// Keyed by <see cref="MemberId.Number"/>. Showing a pass writes nothing; only taking passes back is an event.
/// </summary>
[Alias("pass-grain")]
public interface IPassGrain : IGrainWithIntegerKey, ILedgerGrain
{
    /// <summary>A pass that holds from now on. Every call gives another one; what was given before holds until it expires.</summary>
    [Alias("show")]
    Task<ShownPass> Show(Caller caller, CancellationToken ct);

    /// <summary>
    /// Takes back every pass shown so far (the phone is lost); the next one shown is of the next generation. Natural key: <see cref="RevokePasses.Key"/>.
    /// Refused with <c>bad-key</c>, <c>no-reason</c>, <c>reason-too-long</c>, <c>ledger-full</c>.
    /// </summary>
    [Alias("revoke")]
    Task<Answer<PassView>> Revoke(RevokePasses command, CancellationToken ct);

    /// <summary>Which generation of passes is good.</summary>
    [Alias("read")]
    Task<PassView> Read(Caller caller, CancellationToken ct);
}

/// <summary>Named limits of passes.</summary>
public static class PassLimits
{
    /// <summary>Characters of a pass as text; a card number has at most 24.</summary>
    public const int TokenLength = 52;

    public const int KeyLength = 100;
    public const int ReasonLength = 500;

    /// <summary>How often one person's passes can be taken back.</summary>
    public const int Generations = 1_000;
}

/// <param name="Key">The sender's own, 1 to 100 characters: the same again changes nothing.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
[GenerateSerializer, Immutable, Alias("revoke-passes")]
public sealed record RevokePasses(
    [property: Id(0)] string Key,
    [property: Id(1)] string Reason,
    [property: Id(2)] Caller Caller);

/// <summary>A pass and how long it holds.</summary>
/// <param name="Token">What the QR code says: capital letters, digits and one dot, <see cref="PassLimits.TokenLength"/> characters.</param>
/// <param name="From">Holds from here, by the house's clock.</param>
/// <param name="Until">Holds up to here.</param>
/// <param name="Next">When the next one should be shown.</param>
[GenerateSerializer, Immutable, Alias("shown-pass")]
public sealed record ShownPass(
    [property: Id(0)] MemberId Member,
    [property: Id(1)] string Token,
    [property: Id(2)] DateTimeOffset From,
    [property: Id(3)] DateTimeOffset Until,
    [property: Id(4)] DateTimeOffset Next);

/// <summary>Which passes of a person are good.</summary>
/// <param name="Generation">How often passes were taken back: those of this generation are good, older ones are not.</param>
/// <param name="RevokedAt">When this generation began; null while nothing was ever taken back.</param>
[GenerateSerializer, Immutable, Alias("pass-view")]
public sealed record PassView(
    [property: Id(0)] MemberId Member,
    [property: Id(1)] int Generation,
    [property: Id(2)] DateTimeOffset? RevokedAt,
    [property: Id(3)] long Version);
