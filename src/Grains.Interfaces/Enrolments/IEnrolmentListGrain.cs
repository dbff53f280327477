using JmaActors.Training;

namespace JmaActors.Enrolments;

/// <summary>Lists over the view of sign-ups, each within the caller's scope. Stateless.</summary>
[Alias("enrolment-list-grain")]
public interface IEnrolmentListGrain : IGrainWithIntegerKey
{
    /// <summary>Attendees of one program in order of arrival; a keyset page. Its host sees them, and nobody else.</summary>
    [Alias("attendees")]
    Task<AttendeePage> Attendees(AttendeeQuery query, Caller caller, CancellationToken ct);

    /// <summary>A person's sign-ups, the newest program first; a keyset page. Only the person sees them.</summary>
    [Alias("of-member")]
    Task<MemberEnrolmentPage> OfMember(MemberId member, string? after, int size, Caller caller, CancellationToken ct);
}

/// <param name="Text">Part of a name, start of kana, member id, registry number, card or 受付番号; empty for all.</param>
/// <param name="Standing">Only those who stand so; null for all.</param>
/// <param name="After">Cursor from the page before; null for the first.</param>
[GenerateSerializer, Immutable, Alias("attendee-query")]
public sealed record AttendeeQuery(
    [property: Id(0)] ProgramId Program,
    [property: Id(1)] string Text,
    [property: Id(2)] EnrolmentStanding? Standing,
    [property: Id(3)] string? After,
    [property: Id(4)] int Size = 50);

/// <summary>One attendee as the host's list shows it.</summary>
/// <param name="Name">Empty when the person is not on record any more.</param>
/// <param name="Registry">医籍登録番号; null when not known. Its last three digits (<c>…789</c>) as long as the host signed the person up, who has not been there.</param>
/// <param name="Due">What is to be paid in all; 0 while waiting or after cancelling.</param>
[GenerateSerializer, Immutable, Alias("attendee-line")]
public sealed record AttendeeLine(
    [property: Id(0)] MemberId Member,
    [property: Id(1)] string Name,
    [property: Id(2)] string Kana,
    [property: Id(3)] string? Registry,
    [property: Id(4)] EnrolmentStanding Standing,
    [property: Id(5)] EnrolmentMode Mode,
    [property: Id(6)] int Arrival,
    [property: Id(7)] int Number,
    [property: Id(8)] int Children,
    [property: Id(9)] ChildcareStanding Childcare,
    [property: Id(10)] bool WalkIn,
    [property: Id(11)] bool OverCapacity,
    [property: Id(12)] EnrolmentTariff Tariff,
    [property: Id(13)] Yen Due,
    [property: Id(14)] Yen Paid,
    [property: Id(15)] DateTimeOffset SignedUp,
    [property: Id(16)] bool Demonstration);

[GenerateSerializer, Immutable, Alias("attendee-page")]
public sealed record AttendeePage([property: Id(0)] IReadOnlyList<AttendeeLine> Attendees, [property: Id(1)] string? Next);

/// <summary>One sign-up as the person's own list shows it.</summary>
[GenerateSerializer, Immutable, Alias("member-enrolment")]
public sealed record MemberEnrolment(
    [property: Id(0)] ProgramId Program,
    [property: Id(1)] SessionId Session,
    [property: Id(2)] string Title,
    [property: Id(3)] string Place,
    [property: Id(4)] string HostName,
    [property: Id(5)] DateTimeOffset Start,
    [property: Id(6)] DateTimeOffset End,
    [property: Id(7)] SessionStatus Status,
    [property: Id(8)] EnrolmentStanding Standing,
    [property: Id(9)] EnrolmentMode Mode,
    [property: Id(10)] int Number,
    [property: Id(11)] Yen Due,
    [property: Id(12)] Yen Paid);

[GenerateSerializer, Immutable, Alias("member-enrolment-page")]
public sealed record MemberEnrolmentPage([property: Id(0)] IReadOnlyList<MemberEnrolment> Enrolments, [property: Id(1)] string? Next);
