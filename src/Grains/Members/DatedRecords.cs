namespace JmaActors.Members;

/// <summary>A membership as recorded: from a date on, until something recorded later holds.</summary>
/// <param name="Version">The event that recorded it; a correction leaves it in its place.</param>
/// <param name="From">From when it holds, civil date in Asia/Tokyo.</param>
/// <param name="TakenOver">Taken over from a register or another record: nobody joined by it.</param>
public sealed record DatedMembership(long Version, DateOnly From, Membership Membership, bool TakenOver = false);

/// <summary>Identity attributes as recorded.</summary>
/// <inheritdoc cref="DatedMembership" />
public sealed record DatedIdentity(long Version, DateOnly From, byte[] Sealed, CardNumber? Card);
