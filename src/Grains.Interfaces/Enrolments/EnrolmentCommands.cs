namespace JmaActors.Enrolments;

/// <summary>Sets the terms. The same terms again change nothing.</summary>
[GenerateSerializer, Immutable, Alias("set-enrolment-terms")]
public sealed record SetEnrolmentTerms([property: Id(0)] EnrolmentTerms Terms, [property: Id(1)] Caller Caller);

/// <summary>Signs somebody up.</summary>
/// <param name="Children">Children to look after; 0 for none. Only for the hall.</param>
/// <param name="Key">Natural within the person: the same again gets the first answer.</param>
[GenerateSerializer, Immutable, Alias("sign-up")]
public sealed record SignUp(
    [property: Id(0)] MemberId Member,
    [property: Id(1)] EnrolmentMode Mode,
    [property: Id(2)] int Children,
    [property: Id(3)] string Key,
    [property: Id(4)] Caller Caller);

/// <summary>Gives a place back, or leaves the waiting list.</summary>
/// <param name="Key">Natural within the person.</param>
[GenerateSerializer, Immutable, Alias("cancel-sign-up")]
public sealed record CancelSignUp([property: Id(0)] MemberId Member, [property: Id(1)] string Key, [property: Id(2)] Caller Caller);

/// <summary>The host lets somebody in who stands at the door (当日参加). Succeeds also when all is full, and says so.</summary>
/// <param name="Key">Natural within the person.</param>
[GenerateSerializer, Immutable, Alias("add-attendee")]
public sealed record AddAttendee([property: Id(0)] MemberId Member, [property: Id(1)] string Key, [property: Id(2)] Caller Caller);

/// <summary>Records money that came in.</summary>
/// <param name="Key">Natural within the program: one payment is counted once.</param>
[GenerateSerializer, Immutable, Alias("record-payment")]
public sealed record RecordPayment(
    [property: Id(0)] MemberId Member,
    [property: Id(1)] Yen Amount,
    [property: Id(2)] PaymentMethod Method,
    [property: Id(3)] DateOnly PaidOn,
    [property: Id(4)] string Reference,
    [property: Id(5)] string Key,
    [property: Id(6)] Caller Caller);

/// <summary>Records money that was given back.</summary>
/// <param name="Key">Natural within the program.</param>
[GenerateSerializer, Immutable, Alias("record-refund")]
public sealed record RecordRefund(
    [property: Id(0)] MemberId Member,
    [property: Id(1)] Yen Amount,
    [property: Id(2)] PaymentMethod Method,
    [property: Id(3)] DateOnly PaidOn,
    [property: Id(4)] string Reason,
    [property: Id(5)] string Key,
    [property: Id(6)] Caller Caller);

/// <summary>An entry was a mistake and does not count. Natural key: its number.</summary>
[GenerateSerializer, Immutable, Alias("void-enrolment-entry")]
public sealed record VoidEntry(
    [property: Id(0)] MemberId Member, [property: Id(1)] int No, [property: Id(2)] string Reason, [property: Id(3)] Caller Caller);
