using JmaActors.Design;
using JmaActors.Enrolments;
using JmaActors.Resources;
using Microsoft.Extensions.Localization;

namespace JmaActors.Pages.Enrolments;

/// <summary>Figures of sign-up in words.</summary>
public static class EnrolmentText
{
    public static string Yen(IStringLocalizer<Texts> texts, Yen amount) => texts["Enrol.Yen", Show.N(amount.Amount)];

    /// <summary>A fee, or that there is none.</summary>
    public static string Fee(IStringLocalizer<Texts> texts, Yen fee) => fee == JmaActors.Yen.Zero ? texts["Enrol.Free"] : Yen(texts, fee);

    /// <summary>Both fees, or the one that everybody pays.</summary>
    public static string Fees(IStringLocalizer<Texts> texts, EnrolmentTerms terms) =>
        terms.MemberFee == terms.OtherFee ? Fee(texts, terms.MemberFee) : texts["Enrol.Fees", Show.N(terms.MemberFee.Amount), Show.N(terms.OtherFee.Amount)];

    /// <summary>What is paid, open, or too much; null when there is nothing to say.</summary>
    public static (Mark Mark, string Text)? Money(IStringLocalizer<Texts> texts, EnrolmentPlace place) => place.Open.Amount switch
    {
        > 0 => (Mark.Near, texts["Enrol.Pay.Open", Show.N(place.Open.Amount)]),
        < 0 => (Mark.Over, texts["Enrol.Pay.Over", Show.N(-place.Open.Amount)]),
        _ => place.Paid.Amount > 0 ? (Mark.Ok, texts["Enrol.Pay.Paid"]) : null,
    };

    public static Mark MarkOf(EnrolmentStanding standing) => standing switch
    {
        EnrolmentStanding.Confirmed => Mark.Ok,
        EnrolmentStanding.Waiting => Mark.Near,
        _ => Mark.Unknown,
    };
}
