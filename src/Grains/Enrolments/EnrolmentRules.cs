using JmaActors.Members;

namespace JmaActors.Enrolments;

/// <summary>Rules of sign-up: who may, at which price, and whether there is room. Every figure is one of the host's terms.</summary>
public static class EnrolmentRules
{
    /// <summary>True when somebody of this membership belongs to the circle. A host's members are those of its own layer.</summary>
    public static bool Belongs(EnrolmentCircle circle, Membership membership, AssociationId host) => circle switch
    {
        EnrolmentCircle.HostMembers => host.Layer switch
        {
            AssociationLayer.National => membership.Layers.HasFlag(MembershipLayers.Jma),
            AssociationLayer.Prefecture => membership.Layers.HasFlag(MembershipLayers.Prefecture) && membership.Local?.Parent == host,
            _ => membership.Layers.HasFlag(MembershipLayers.Local) && membership.Local == host,
        },
        EnrolmentCircle.JmaMembers => membership.Layers.HasFlag(MembershipLayers.Jma),
        _ => true,
    };

    /// <summary>The price of somebody of this membership who signs up now.</summary>
    public static EnrolmentPrice Price(EnrolmentTerms terms, Membership membership, AssociationId host) =>
        Belongs(terms.MemberPrice, membership, host)
            ? new EnrolmentPrice(terms.MemberFee, EnrolmentTariff.Member, terms.MemberPrice)
            : new EnrolmentPrice(terms.OtherFee, EnrolmentTariff.Other, terms.MemberPrice);

    /// <summary>Places free when so many are held; null: as many as come. Never below 0, though a host may take away more places than are free.</summary>
    public static int? Free(EnrolmentTerms terms, EnrolmentMode mode, int held) => mode switch
    {
        EnrolmentMode.Web when !terms.Web => 0,
        EnrolmentMode.Web => terms.WebCapacity is { } web ? Math.Max(0, web - held) : null,
        _ => terms.Capacity is { } hall ? Math.Max(0, hall - held) : null,
    };

    /// <summary>Why nobody of this membership may sign up like this at that moment; null when one may. Says nothing about room.</summary>
    public static Refusal? Fault(EnrolmentTerms terms, SignUp command, Membership membership, AssociationId host, DateTimeOffset now)
    {
        if (now < terms.Opens) return new Refusal("sign-up-not-open", EnrolmentRuleIds.Period, "Sign-up has not begun.");
        if (now >= terms.Closes) return new Refusal("sign-up-closed", EnrolmentRuleIds.Period, "Sign-up is over.");
        if (!Belongs(terms.Who, membership, host)) return new Refusal("not-eligible", EnrolmentRuleIds.Audience, $"Sign-up is for {terms.Who}.");
        if (command.Mode == EnrolmentMode.Web && !terms.Web) return new Refusal("no-web", EnrolmentRuleIds.Terms, "The program is held in the hall only.");
        if (command.Children == 0) return null;
        if (command.Mode == EnrolmentMode.Web) return new Refusal("childcare-in-hall-only", EnrolmentRuleIds.Childcare, "Childcare is for who comes to the hall.");
        if (command.Children > Math.Min(terms.Childcare, EnrolmentLimits.Children))
        {
            return new Refusal("too-many-children", EnrolmentRuleIds.Childcare, $"At most {Math.Min(terms.Childcare, EnrolmentLimits.Children)} children.");
        }
        return null;
    }

    /// <summary>What is wrong with terms; null when nothing is.</summary>
    public static Refusal? Check(EnrolmentTerms terms)
    {
        if (terms.Capacity is < 1 or > EnrolmentLimits.People || terms.WebCapacity is < 1 or > EnrolmentLimits.People)
        {
            return new Refusal("bad-capacity", EnrolmentRuleIds.Terms, $"A capacity is 1 to {EnrolmentLimits.People}, or left open.");
        }
        if (!IsFee(terms.MemberFee) || !IsFee(terms.OtherFee)) return new Refusal("bad-fee", EnrolmentRuleIds.Terms, $"A fee is 0 to {EnrolmentLimits.Fee} yen.");
        if (terms.Opens >= terms.Closes) return new Refusal("bad-period", EnrolmentRuleIds.Terms, "Sign-up opens before it closes.");
        if (terms.CancelBy < terms.Opens) return new Refusal("bad-period", EnrolmentRuleIds.Terms, "One may cancel for a while after sign-up opens.");
        if (terms.Childcare is < 0 or > EnrolmentLimits.Childcare) return new Refusal("bad-childcare", EnrolmentRuleIds.Terms, $"Childcare is for 0 to {EnrolmentLimits.Childcare} children.");
        return Enum.IsDefined(terms.Who) && Enum.IsDefined(terms.MemberPrice) ? null : new Refusal("bad-circle", EnrolmentRuleIds.Terms, "A circle is everybody, hostMembers or jmaMembers.");
    }

    static bool IsFee(Yen fee) => fee.Amount is >= 0 and <= EnrolmentLimits.Fee;
}
