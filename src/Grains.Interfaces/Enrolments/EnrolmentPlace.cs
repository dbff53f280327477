namespace JmaActors.Enrolments;

/// <summary>How somebody takes part.</summary>
[GenerateSerializer, Alias("enrolment-mode")]
public enum EnrolmentMode
{
    Hall = 0,
    Web = 1,
}

/// <summary>How a sign-up stands.</summary>
[GenerateSerializer, Alias("enrolment-standing")]
public enum EnrolmentStanding
{
    /// <summary>キャンセル待ち.</summary>
    Waiting = 0,
    Confirmed = 1,
    Cancelled = 2,
}

/// <summary>How the childcare (託児) of a sign-up stands.</summary>
[GenerateSerializer, Alias("childcare-standing")]
public enum ChildcareStanding
{
    /// <summary>Not asked for.</summary>
    None = 0,
    Waiting = 1,
    Given = 2,
}

/// <summary>Which price somebody pays.</summary>
[GenerateSerializer, Alias("enrolment-tariff")]
public enum EnrolmentTariff
{
    Member = 0,
    Other = 1,
}

/// <summary>The price decided when somebody signed up; a change of fees or of membership later does not touch it.</summary>
/// <param name="Circle">Whose members paid the member's price when it was decided.</param>
[GenerateSerializer, Immutable, Alias("enrolment-price")]
public sealed record EnrolmentPrice(
    [property: Id(0)] Yen Fee,
    [property: Id(1)] EnrolmentTariff Tariff,
    [property: Id(2)] EnrolmentCircle Circle);

/// <summary>One person's place at a program, and what was paid for it.</summary>
/// <param name="Arrival">Order of arrival: who came first has the lower number.</param>
/// <param name="Number">受付番号, given with the place; 0 without one.</param>
/// <param name="Position">How many would get a place before this person, and this one: 1 is next. 0 when not waiting.</param>
/// <param name="Children">Children to look after.</param>
/// <param name="WalkIn">Added by the host at the door.</param>
/// <param name="OverCapacity">Added although all places of the hall were taken.</param>
/// <param name="Due">What is to be paid in all; 0 while waiting or after cancelling.</param>
/// <param name="Paid">What was paid less what was given back.</param>
/// <param name="Why">Why the price is what it is.</param>
/// <param name="Entries">Payments and refunds in order of their numbers.</param>
/// <param name="Version">The ledger's version shown.</param>
[GenerateSerializer, Immutable, Alias("enrolment-place")]
public sealed record EnrolmentPlace(
    [property: Id(0)] MemberId Member,
    [property: Id(1)] EnrolmentStanding Standing,
    [property: Id(2)] EnrolmentMode Mode,
    [property: Id(3)] int Arrival,
    [property: Id(4)] int Number,
    [property: Id(5)] int Position,
    [property: Id(6)] int Children,
    [property: Id(7)] ChildcareStanding Childcare,
    [property: Id(8)] bool WalkIn,
    [property: Id(9)] bool OverCapacity,
    [property: Id(10)] EnrolmentPrice Price,
    [property: Id(11)] Yen Due,
    [property: Id(12)] Yen Paid,
    [property: Id(13)] DateTimeOffset SignedUp,
    [property: Id(14)] DateTimeOffset? Cancelled,
    [property: Id(15)] Verdict Why,
    [property: Id(16)] IReadOnlyList<EnrolmentEntry> Entries,
    [property: Id(17)] long Version)
{
    /// <summary>What is still to be paid; negative when too much was paid.</summary>
    public Yen Open => Due - Paid;
}
