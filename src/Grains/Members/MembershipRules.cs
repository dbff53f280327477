namespace JmaActors.Members;

/// <summary>
/// The three layers of membership hang on each other: who leaves the local association leaves all three, who leaves the prefecture leaves 日本医師会 too
/// (benefit rules, sections 13 and 14). A category (会員区分) is one of 日本医師会 alone.
/// </summary>
public static class MembershipRules
{
    /// <summary>Rule of the leaving cascade.</summary>
    public const string Cascade = "membership.cascade";

    /// <summary>Rule of the category.</summary>
    public const string CategoryOfJma = "membership.category";

    /// <summary>Rule of where one belongs: 郡市区等医師会 or 大学医師会.</summary>
    public const string AtLocalLayer = "membership.local";

    /// <summary>The first thing wrong with a membership; null when it is consistent.</summary>
    public static Refusal? Fault(Membership membership)
    {
        var (local, layers, category) = membership;
        if ((layers & ~MembershipLayers.All) != 0) return new Refusal("bad-layers", Cascade, "There are three layers.");
        if (local is { } id && !(AssociationId.TryParse(id.Code, out _) && id.Layer == AssociationLayer.Local))
        {
            return new Refusal("bad-association", AtLocalLayer, $"{id.Code} is no local or university association.");
        }
        if (layers.HasFlag(MembershipLayers.Local) != local.HasValue)
        {
            return new Refusal("bad-association", AtLocalLayer, "A local member belongs to a local association, and nobody else does.");
        }
        if (layers.HasFlag(MembershipLayers.Prefecture) && !layers.HasFlag(MembershipLayers.Local))
        {
            return new Refusal("bad-layers", Cascade, "Prefecture members are local members.");
        }
        if (layers.HasFlag(MembershipLayers.Jma) && !layers.HasFlag(MembershipLayers.Prefecture))
        {
            return new Refusal("bad-layers", Cascade, "JMA members are prefecture members.");
        }
        if (layers.HasFlag(MembershipLayers.Jma) != category.HasValue || (category is { } c && !Enum.IsDefined(c)))
        {
            return new Refusal("bad-category", CategoryOfJma, "JMA members have one of five categories, and nobody else has.");
        }
        return null;
    }
}
