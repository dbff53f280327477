namespace JmaActors.Enrolments;

/// <summary>How money changed hands.</summary>
[GenerateSerializer, Alias("payment-method")]
public enum PaymentMethod
{
    Cash = 0,
    Transfer = 1,
    Card = 2,
}

/// <summary>What an entry is.</summary>
[GenerateSerializer, Alias("enrolment-entry-kind")]
public enum EnrolmentEntryKind
{
    Payment = 0,
    Refund = 1,
}

/// <summary>A payment or a refund. It is never changed: one made by mistake is voided, with a reason, and keeps its number.</summary>
/// <param name="No">Number of the receipt: 1, 2, 3 … within the program, without a gap.</param>
/// <param name="Amount">Above 0, for a refund too.</param>
/// <param name="PaidOn">Civil date (Asia/Tokyo) on which the money came or went.</param>
/// <param name="Reference">A mark by which the bank's or the terminal's reference is known again; empty without one. The reference itself, often the payer's name, is not kept.</param>
/// <param name="Reason">Why it was given back; empty for a payment.</param>
/// <param name="Voided">Why it does not count; null when it does.</param>
/// <param name="TaxPercent">Percent of consumption tax contained in a payment.</param>
[GenerateSerializer, Immutable, Alias("enrolment-entry")]
public sealed record EnrolmentEntry(
    [property: Id(0)] int No,
    [property: Id(1)] EnrolmentEntryKind Kind,
    [property: Id(2)] MemberId Member,
    [property: Id(3)] Yen Amount,
    [property: Id(4)] PaymentMethod Method,
    [property: Id(5)] DateOnly PaidOn,
    [property: Id(6)] string Reference,
    [property: Id(7)] string Reason,
    [property: Id(8)] DateTimeOffset Recorded,
    [property: Id(9)] string? Voided,
    [property: Id(10)] int TaxPercent = 0)
{
    /// <summary>What the entry adds to what was paid.</summary>
    public Yen Counts => Voided is not null ? Yen.Zero : Kind == EnrolmentEntryKind.Refund ? -Amount : Amount;
}
