using JmaActors.Enrolments;

namespace JmaActors.Web.Enrolments;

/// <summary>Everything a receipt (領収書) or a refund note says.</summary>
/// <param name="Held">When the program's doors open.</param>
/// <param name="No">Number within the program, without a gap.</param>
/// <param name="Name">Who paid; empty when the person is not on record any more.</param>
/// <param name="Issued">When it was recorded.</param>
/// <param name="Reason">Why it was given back; empty for a payment.</param>
/// <param name="Voided">Why it does not count; null when it does.</param>
/// <param name="TaxPercent">Percent of consumption tax contained in the amount.</param>
/// <param name="Demonstration">Whoever paid is made up.</param>
public sealed record EnrolmentReceipt(
    ProgramId Program, string Title, string Place, DateTimeOffset Held, AssociationId Host, string HostName,
    int No, EnrolmentEntryKind Kind, MemberId Member, string Name, Yen Amount, EnrolmentTariff Tariff,
    PaymentMethod Method, DateOnly PaidOn, DateTimeOffset Issued, string Reason, string? Voided, int TaxPercent, bool Demonstration)
{
    /// <summary>Consumption tax contained in the amount, fractions of a yen left out.</summary>
    public Yen Tax => new(Amount.Amount * TaxPercent / (100 + TaxPercent));
}
