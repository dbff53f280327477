namespace JmaActors.Members;

/// <summary>What a membership is after a step that has a name. Pure.</summary>
public static class MembershipSteps
{
    /// <summary>The membership with the liability cover left, or taken up again; the same where the category knows no cover to leave.</summary>
    public static Membership Covered(Membership before, bool covered) => (before.Category, covered) switch
    {
        (MemberCategory.A2B, false) => before with { Category = MemberCategory.B, Covered = null },
        (MemberCategory.A2C, false) => before with { Category = MemberCategory.C, Covered = null },
        (MemberCategory.B, true) => before with { Category = MemberCategory.A2B, Covered = null },
        (MemberCategory.C, true) => before with { Category = MemberCategory.A2C, Covered = null },
        (MemberCategory.A1, false) => before with { Covered = false },
        (MemberCategory.A1 or MemberCategory.A2B or MemberCategory.A2C, true) => before with { Covered = null },
        _ => before,
    };

    /// <summary>The membership with everything from a layer up left.</summary>
    public static Membership Left(Membership before, MembershipLayers lowest)
    {
        var kept = before.Layers & (lowest - 1);
        return kept == MembershipLayers.None ? Membership.None
            : before with { Layers = kept, Category = kept.HasFlag(MembershipLayers.Jma) ? before.Category : null, Covered = kept.HasFlag(MembershipLayers.Jma) ? before.Covered : null };
    }
}
