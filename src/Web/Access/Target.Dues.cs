using JmaActors.Members;

namespace JmaActors.Web.Access;

public abstract partial record Target
{
    /// <summary>See what somebody owes the associations, and what was paid; try what a change would come to.</summary>
    public sealed record SeeDues(MemberId Id, Membership Membership) : Target;

    /// <summary>Reckon and send somebody's statement, record payments and give money back, remind her or hold reminders back.</summary>
    public sealed record TakeDues(MemberId Id, Membership Membership) : Target;

    /// <summary>Lessen what one creditor is owed, by a credit note or a write-off.</summary>
    public sealed record LessenDues(MemberId Id, Membership Membership, AssociationId Creditor) : Target;

    /// <summary>Approve a reduction of what layers ask of somebody, or end it: each layer decides for itself.</summary>
    public sealed record ReduceDues(MemberId Id, Membership Membership, MembershipLayers Layers) : Target;

    /// <summary>See a yearly run of an association, which names its people and what they are billed.</summary>
    public sealed record SeeDuesRun(AssociationId Association) : Target;

    /// <summary>See who of an association owes what.</summary>
    public sealed record ListDues(AssociationId Association) : Target;

    /// <summary>See what of a year is billed and received at an association and below it, in figures that name nobody.</summary>
    public sealed record SeeDuesBoard(AssociationId Association) : Target;

    /// <summary>Decide what an association's own dues are, and in which terms it collects.</summary>
    public sealed record KeepDuesTariff(AssociationId Association) : Target;

    /// <summary>Rehearse a yearly run, and run it.</summary>
    public sealed record RunDues(AssociationId Association) : Target;
}
