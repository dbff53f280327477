namespace JmaActors.Passes;

/// <summary>Which passes of a person are good, as a door reads it: a row of <c>pass</c>. Nobody's passes were taken back who has none.</summary>
/// <param name="Generation">The generation that is good.</param>
/// <param name="RevokedAt">When it began.</param>
public sealed record PassRow(long MemberId, int Generation, DateTimeOffset RevokedAt);
