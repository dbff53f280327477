namespace JmaActors.Web.Access;

public abstract partial record Target
{
    /// <summary>See the accounts of an association and what came on them.</summary>
    public sealed record SeeBank(AssociationId Association) : Target;

    /// <summary>Bring bank files of an association, and decide whose payments their lines are.</summary>
    public sealed record KeepBank(AssociationId Association) : Target;

    /// <summary>See and say from which account somebody's dues are drawn: the person, and who keeps the money of her associations.</summary>
    public sealed record KeepDebit(MemberId Id, JmaActors.Members.Membership Membership) : Target;
}
