namespace JmaActors.Members;

/// <summary>
/// Which members are an association's own: a layer sees and changes the members of that layer only, in its own area. One rule for what is shown, for what is
/// done to one, and for what a file does to many.
/// </summary>
public static class MembershipReach
{
    /// <summary>True when a person of this membership belongs to the association's own layer, in its own area.</summary>
    public static bool Sees(this AssociationId own, Membership membership) => own.Layer switch
    {
        AssociationLayer.National => membership.Layers.HasFlag(MembershipLayers.Jma),
        AssociationLayer.Prefecture => membership.Layers.HasFlag(MembershipLayers.Prefecture) && membership.Local?.Parent == own,
        _ => membership.Layers.HasFlag(MembershipLayers.Local) && membership.Local == own,
    };

    /// <summary>The three layers, from the local association up.</summary>
    public static readonly IReadOnlyList<MembershipLayers> Upwards = [MembershipLayers.Local, MembershipLayers.Prefecture, MembershipLayers.Jma];

    /// <summary>An association and those above it, the nearest first.</summary>
    public static IEnumerable<AssociationId> AndAbove(this AssociationId association)
    {
        for (AssociationId? at = association; at is { } here; at = here.Parent) yield return here;
    }

    /// <summary>The layer an association is of.</summary>
    public static MembershipLayers MembersOf(this AssociationId association) => association.Layer switch
    {
        AssociationLayer.National => MembershipLayers.Jma,
        AssociationLayer.Prefecture => MembershipLayers.Prefecture,
        _ => MembershipLayers.Local,
    };

    /// <summary>The association of a layer that a local one stands in.</summary>
    public static AssociationId At(this AssociationId local, MembershipLayers layer) => layer switch
    {
        MembershipLayers.Jma => AssociationId.Jma,
        MembershipLayers.Prefecture => local.Parent!.Value,
        _ => local,
    };

    /// <summary>True when nothing is joined, only left.</summary>
    public static bool Leaves(Membership before, Membership after) =>
        (after.Layers & ~before.Layers) == MembershipLayers.None && (after.Local is null || after.Local == before.Local);
}
