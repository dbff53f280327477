namespace JmaActors.Ledgers;

/// <summary>What is recorded with every event.</summary>
/// <param name="Version">The ledger's version this event makes.</param>
/// <param name="Recorded">When it was recorded, to the microsecond.</param>
/// <param name="Effective">From when it holds, civil date in Asia/Tokyo.</param>
/// <param name="Caller">Who caused it, in which function.</param>
/// <param name="Edition">Policy edition that decided it; empty when none.</param>
/// <param name="Sender">The ledger whose parcel caused it; null when a command did.</param>
/// <param name="SenderVersion">That parcel's version.</param>
public readonly record struct EventMeta(
    long Version, DateTimeOffset Recorded, DateOnly Effective, Caller Caller, string Edition, string? Sender, long SenderVersion);
