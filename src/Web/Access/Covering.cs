using JmaActors.Members;

namespace JmaActors.Web.Access;

/// <summary>Which associations' functions see a person, by the one place that decides.</summary>
public static class Covering
{
    /// <summary>From the nation's down to the local one.</summary>
    public static IReadOnlyList<AssociationId> Of(MemberId id, Membership membership) =>
        [.. Above(membership).Where(office => Scopes.Allows(Caller.Office(office) with { Duties = OfficeDuties.None }, new Target.SeeMember(id, membership)))];

    static IEnumerable<AssociationId> Above(Membership membership)
    {
        yield return AssociationId.Jma;
        if (membership.Local is not { } local) yield break;
        if (local.Parent is { } prefecture) yield return prefecture;
        yield return local;
    }
}
