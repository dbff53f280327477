namespace JmaActors.Credits;

/// <summary>Lets a record's entries count with another record of the same person. Natural key: <paramref name="Merge"/>.</summary>
/// <param name="Merge">Name of the merge, e.g. <c>1000000001-1000000002#1</c>.</param>
/// <param name="To">The record they count with from now on.</param>
[GenerateSerializer, Immutable, Alias("lend-credits")]
public sealed record LendCredits([property: Id(0)] string Merge, [property: Id(1)] MemberId To, [property: Id(2)] Caller Caller);

/// <summary>What holding another record's entries would come to; nothing is recorded.</summary>
/// <param name="Before">The standing of today without them.</param>
/// <param name="After">The standing of today with them.</param>
/// <param name="Own">Entries of its own, voided ones among them.</param>
/// <param name="Other">Entries of the other record.</param>
/// <param name="Once">Entries both have under the same key: each counts once.</param>
/// <param name="Shared">The newest of those, at most <see cref="CreditLimits.SharedShown"/>, as they would count.</param>
/// <param name="Schemes">Totals beside CME with them.</param>
[GenerateSerializer, Immutable, Alias("loan-trial")]
public sealed record LoanTrial(
    [property: Id(0)] CmeStanding Before,
    [property: Id(1)] CmeStanding After,
    [property: Id(2)] int Own,
    [property: Id(3)] int Other,
    [property: Id(4)] int Once,
    [property: Id(5)] IReadOnlyList<CreditEntry> Shared,
    [property: Id(6)] IReadOnlyList<SchemeTotal> Schemes);
