using JmaActors.Members;

namespace JmaActors.Applications;

/// <summary>Who is asked about an application, in order. Pure.</summary>
public static class ApplicationChain
{
    /// <param name="before">The membership on the date it is for.</param>
    /// <param name="request">Sound, see <see cref="ApplicationRules"/>.</param>
    public static IReadOnlyList<ApplicationStep> Of(ApplicationPolicy policy, ApplicationRequest request, Membership before)
    {
        var after = request.Membership ?? (request.Kind == ApplicationKind.Reduction ? before : Membership.None);
        return policy.Via[request.Kind] switch
        {
            ApplicationVia.Lowest => [new(Office(before, MembershipReach.Upwards.First(l => before.Layers.HasFlag(l) && !after.Layers.HasFlag(l))), ApplicationPart.Releases)],
            ApplicationVia.Asked => [.. MembershipReach.Upwards.Where(l => request.Reduction?.Layers.HasFlag(l) ?? false).Select(l => new ApplicationStep(Office(before, l), ApplicationPart.Admits))],
            _ => [.. MembershipReach.Upwards.Where(l => (before.Layers | after.Layers).HasFlag(l)).SelectMany(l => Layer(before, after, l))],
        };
    }

    /// <summary>Of one layer: whoever is left lets go, then whoever is joined, or stays, agrees.</summary>
    static IEnumerable<ApplicationStep> Layer(Membership before, Membership after, MembershipLayers layer)
    {
        AssociationId? left = before.Layers.HasFlag(layer) ? Office(before, layer) : null, joined = after.Layers.HasFlag(layer) ? Office(after, layer) : null;
        if (left is { } gone && gone != joined) yield return new ApplicationStep(gone, ApplicationPart.Releases);
        if (joined is { } admits) yield return new ApplicationStep(admits, ApplicationPart.Admits);
    }

    static AssociationId Office(Membership membership, MembershipLayers layer) => membership.Local!.Value.At(layer);
}
