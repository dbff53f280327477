using JmaActors.Members;

namespace JmaActors.Web.Access;

public abstract partial record Target
{
    /// <summary>Write, hand in and take back a person's applications, and try what one would come to: the person herself, or a clerk of her association.</summary>
    /// <param name="BegunBy">Who began the one it is about: code of an office, empty for the person herself; null for a new one.</param>
    public sealed record Apply(MemberId Id, Membership Membership, string? BegunBy = null) : Target;

    /// <summary>Tell that somebody has died: a clerk of her association.</summary>
    public sealed record TellDeath(MemberId Id, Membership Membership) : Target;

    /// <summary>See an application: the person herself and the associations on its way. <paramref name="Id"/> is null for an association's list.</summary>
    /// <param name="Of">Membership of the person, where a clerk acts for her; null where it does not matter.</param>
    public sealed record SeeApplication(MemberId? Id, IReadOnlyList<AssociationId> Offices, Membership? Of = null) : Target;

    /// <summary>Return an application for correction, for the association that is asked.</summary>
    public sealed record ReturnApplication(AssociationId Office) : Target;

    /// <summary>Approve or refuse an application for the association that is asked, and undo what it approved.</summary>
    public sealed record DecideApplication(AssociationId Office) : Target;
}
