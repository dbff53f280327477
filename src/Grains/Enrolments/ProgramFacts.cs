using JmaActors.Training;

namespace JmaActors.Enrolments;

/// <summary>What a program says of itself, asked before a decision about its places.</summary>
/// <param name="Published">Shown to everybody.</param>
/// <param name="DoorsOpen">From then on somebody is added at the door.</param>
/// <param name="DoorsClose">From then on nobody who waits gets a place.</param>
/// <param name="PeopleMost">People who may take part for what its talks offer (<see cref="Training.OfferRules.PeopleMost(IReadOnlyList{Training.Talk}, Policies.PolicyBook)"/>); null without limit.</param>
/// <param name="Delivery">How it is held.</param>
public sealed record ProgramFacts(AssociationId Host, bool Published, bool CalledOff, DateTimeOffset DoorsOpen, DateTimeOffset DoorsClose, int? PeopleMost = null,
    ProgramDelivery Delivery = ProgramDelivery.Both)
{
    /// <summary>The terms with no more places in the hall than may take part, and on the web only where it is held there, whatever the program was when the terms were set.</summary>
    public EnrolmentTerms Bound(EnrolmentTerms terms)
    {
        var held = Delivery switch
        {
            ProgramDelivery.Hall => terms with { Web = false },
            ProgramDelivery.Web => terms with { Web = true },
            _ => terms,
        };
        return PeopleMost is { } most ? held with { Capacity = Math.Min(held.Capacity ?? most, most) } : held;
    }

    /// <summary>Why nobody takes part like this; null when one may.</summary>
    public Refusal? Check(EnrolmentMode mode) => (Delivery, mode) switch
    {
        (ProgramDelivery.Hall, EnrolmentMode.Web) => new Refusal("hall-only", EnrolmentRuleIds.Terms, "The program is held in a hall only."),
        (ProgramDelivery.Web, EnrolmentMode.Hall) => new Refusal("web-only", EnrolmentRuleIds.Terms, "The program is held on the web only."),
        _ => null,
    };

    /// <summary>Why the program does not allow terms; null when it does.</summary>
    public Refusal? Check(EnrolmentTerms terms) =>
        Delivery == ProgramDelivery.Hall && terms.Web ? new Refusal("hall-only", EnrolmentRuleIds.Terms, "The program is held in a hall only.")
        : Delivery == ProgramDelivery.Web && !terms.Web ? new Refusal("web-only", EnrolmentRuleIds.Terms, "The program is held on the web only.")
        : PeopleMost is not { } most ? null
        : terms.Capacity is null ? new Refusal("capacity-needed", EnrolmentRuleIds.Terms, $"What the program offers is for at most {most} people.")
        : terms.Capacity > most ? new Refusal("too-many-for-offer", EnrolmentRuleIds.Terms, $"What the program offers is for at most {most} people.")
        : null;
}
