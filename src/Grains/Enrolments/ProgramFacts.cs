namespace JmaActors.Enrolments;

/// <summary>What a program says of itself, asked before a decision about its places.</summary>
/// <param name="Published">Shown to everybody.</param>
/// <param name="DoorsClose">From then on nobody who waits gets a place.</param>
/// <param name="PeopleMost">People who may take part for what its talks offer (<see cref="Training.OfferRules.PeopleMost(IReadOnlyList{Training.Talk}, Policies.PolicyBook)"/>); null without limit.</param>
public sealed record ProgramFacts(AssociationId Host, bool Published, bool CalledOff, DateTimeOffset DoorsClose, int? PeopleMost = null)
{
    /// <summary>The terms with no more places in the hall than may take part, whatever the talks offered when the terms were set.</summary>
    public EnrolmentTerms Bound(EnrolmentTerms terms) => PeopleMost is { } most ? terms with { Capacity = Math.Min(terms.Capacity ?? most, most) } : terms;

    /// <summary>Why the program does not allow terms; null when it does.</summary>
    public Refusal? Check(EnrolmentTerms terms) =>
        PeopleMost is not { } most ? null
        : terms.Capacity is null ? new Refusal("capacity-needed", EnrolmentRuleIds.Terms, $"What the program offers is for at most {most} people.")
        : terms.Capacity > most ? new Refusal("too-many-for-offer", EnrolmentRuleIds.Terms, $"What the program offers is for at most {most} people.")
        : null;
}
