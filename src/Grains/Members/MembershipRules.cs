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

    /// <summary>Rule of who is covered by 日医医師賠償責任保険.</summary>
    public const string Cover = "membership.cover";

    /// <summary>Rule of where one belongs: 郡市区等医師会 or 大学医師会.</summary>
    public const string AtLocalLayer = "membership.local";

    /// <summary>The first thing wrong with a membership; null when it is consistent.</summary>
    public static Refusal? Fault(Membership membership)
    {
        var (local, layers, category, covered, practice) = membership;
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
        if (practice is { } role && !Enum.IsDefined(role)) return new Refusal("bad-practice", AtLocalLayer, "No such capacity.");
        if (covered is not null && category is null) return new Refusal("bad-cover", Cover, "The liability insurance is for JMA members.");
        return covered is true && category is (MemberCategory.B or MemberCategory.C)
            ? new Refusal("bad-cover", Cover, "B and C members are those who were left out of the liability insurance at their own request.")
            : null;
    }
}
