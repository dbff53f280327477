namespace JmaActors.Members;

/// <param name="Of">Version of the event that recorded what is wrong.</param>
/// <param name="Membership">What holds in its place.</param>
/// <param name="EffectiveFrom">From when it holds in its place.</param>
/// <param name="Reason">Why, 1 to <see cref="MemberLimits.ReasonLength"/> characters.</param>
/// <param name="Newest">Refused with <c>changed-since</c> where anything was recorded of the membership after it.</param>
[GenerateSerializer, Immutable, Alias("correct-membership-command")]
public sealed record CorrectMembership(
    [property: Id(0)] string Key,
    [property: Id(1)] long Of,
    [property: Id(2)] Membership Membership,
    [property: Id(3)] DateOnly EffectiveFrom,
    [property: Id(4)] string Reason,
    [property: Id(5)] Caller Caller,
    [property: Id(6)] bool Newest = false);

/// <param name="Of">Version of the event that recorded what is wrong.</param>
/// <param name="EffectiveFrom">From when it holds in its place.</param>
/// <param name="Reason">Why, 1 to <see cref="MemberLimits.ReasonLength"/> characters.</param>
[GenerateSerializer, Immutable, Alias("correct-identity-command")]
public sealed record CorrectIdentity(
    [property: Id(0)] string Key,
    [property: Id(1)] long Of,
    [property: Id(2)] Person Person,
    [property: Id(3)] CardNumber? Card,
    [property: Id(4)] DateOnly EffectiveFrom,
    [property: Id(5)] string Reason,
    [property: Id(6)] Caller Caller);

/// <summary>A membership as recorded by one event, corrected where it was.</summary>
[GenerateSerializer, Immutable, Alias("recorded-membership")]
public sealed record RecordedMembership([property: Id(0)] long Version, [property: Id(1)] DateOnly From, [property: Id(2)] Membership Membership);

/// <summary>Identity attributes as recorded by one event, corrected where they were.</summary>
[GenerateSerializer, Immutable, Alias("recorded-identity")]
public sealed record RecordedIdentity(
    [property: Id(0)] long Version, [property: Id(1)] DateOnly From, [property: Id(2)] Person Person, [property: Id(3)] CardNumber? Card);

/// <summary>A membership in force over a time.</summary>
/// <param name="Until">The last day; null when nothing that is recorded ends it.</param>
/// <param name="Version">The event that recorded it.</param>
[GenerateSerializer, Immutable, Alias("membership-period")]
public sealed record MembershipPeriod(
    [property: Id(0)] DateOnly From, [property: Id(1)] DateOnly? Until, [property: Id(2)] Membership Membership, [property: Id(3)] long Version);

/// <summary>A person's record with its dates.</summary>
/// <param name="Memberships">The last <see cref="MemberLimits.Recorded"/> in the order recorded: on a date, the last of those that hold from it or earlier is in force.</param>
/// <param name="Periods">What that comes to, oldest first.</param>
[GenerateSerializer, Immutable, Alias("member-record")]
public sealed record MemberRecord(
    [property: Id(0)] MemberView Member,
    [property: Id(1)] IReadOnlyList<RecordedMembership> Memberships,
    [property: Id(2)] IReadOnlyList<RecordedIdentity> Identities,
    [property: Id(3)] IReadOnlyList<MembershipPeriod> Periods);

/// <summary>What a correction of the membership would come to.</summary>
/// <param name="Refusal">Why it would be refused; null when it would not.</param>
[GenerateSerializer, Immutable, Alias("membership-trial")]
public sealed record MembershipTrial(
    [property: Id(0)] Refusal? Refusal, [property: Id(1)] IReadOnlyList<MembershipPeriod> Before, [property: Id(2)] IReadOnlyList<MembershipPeriod> After);

/// <summary>Picture of the topic <c>member/{id}/record</c>: that the record has changed. What it says is read by whoever may; nothing personal is in it.</summary>
[GenerateSerializer, Immutable, Alias("member-picture")]
public sealed record MemberPicture([property: Id(0)] string Member, [property: Id(1)] long Version);
