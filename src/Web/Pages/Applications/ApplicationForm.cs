using JmaActors.Applications;
using JmaActors.Dues;
using JmaActors.Members;

namespace JmaActors.Pages.Applications;

/// <summary>What a person has filled in, and the request it makes.</summary>
sealed class ApplicationForm
{
    public ApplicationKind Kind { get; set; } = ApplicationKind.Join;

    public DateOnly? From { get; set; }

    /// <summary>The local association to be joined or moved to.</summary>
    public AssociationId? Local { get; set; }

    /// <summary>Up to which layer, as those joined.</summary>
    public MembershipLayers Layers { get; set; } = MembershipLayers.All;

    public MemberCategory Category { get; set; } = MemberCategory.A2B;

    public PracticeRole? Practice { get; set; }

    public ReductionKind Ground { get; set; } = ReductionKind.Childbirth;

    public DateOnly? Until { get; set; }

    public MembershipLayers Reduced { get; set; } = MembershipLayers.All;

    /// <summary>The lowest layer that is left.</summary>
    public MembershipLayers Lowest { get; set; } = MembershipLayers.Jma;

    /// <summary>The kinds that make sense for a person of this membership.</summary>
    public static IEnumerable<ApplicationKind> For(Membership before, bool clerk)
    {
        if (!before.Layers.HasFlag(MembershipLayers.Jma)) yield return ApplicationKind.Join;
        if (before.Layers == MembershipLayers.None) yield break;
        yield return ApplicationKind.Transfer;
        yield return ApplicationKind.Category;
        if (before.Category is not null) yield return ApplicationKind.Cover;
        yield return ApplicationKind.Reduction;
        yield return ApplicationKind.Leave;
        if (clerk) yield return ApplicationKind.Death;
    }

    /// <summary>Begins with what is recorded.</summary>
    public void Begin(Membership before)
    {
        (Category, Practice) = (before.Category ?? MemberCategory.A2B, before.Practice);
        if (Kind == ApplicationKind.Join) Local = before.Local ?? Local;
        if (Kind == ApplicationKind.Transfer && Local == before.Local) Local = null;
        Reduced = before.Layers;
        Lowest = before.Layers.HasFlag(MembershipLayers.Jma) ? MembershipLayers.Jma : before.Layers.HasFlag(MembershipLayers.Prefecture) ? MembershipLayers.Prefecture : MembershipLayers.Local;
    }

    /// <summary>Fills in what a draft says.</summary>
    public void Take(ApplicationRequest request)
    {
        (Kind, From) = (request.Kind, request.Kind == ApplicationKind.Death ? request.From.AddDays(-1) : request.From);
        if (request.Membership is { } m)
        {
            (Local, Layers, Practice) = (m.Local, m.Layers, m.Practice);
            if (m.Category is { } category) Category = category;
            Lowest = m.Layers.HasFlag(MembershipLayers.Prefecture) ? MembershipLayers.Jma : m.Layers.HasFlag(MembershipLayers.Local) ? MembershipLayers.Prefecture : MembershipLayers.Local;
        }
        if (request.Reduction is { } r) (Ground, Until, Reduced) = (r.Kind, r.Until, r.Layers);
    }

    /// <summary>The request; null while something is missing.</summary>
    public ApplicationRequest? Request(Membership before) => From is not { } from ? null : Kind switch
    {
        ApplicationKind.Join => Local is { } local ? new(Kind, Joined(before, local), from, null) : null,
        ApplicationKind.Transfer => Local is { } local ? new(Kind, before with { Local = local, Practice = Practice }, from, null) : null,
        ApplicationKind.Category => new(Kind, Changed(before), from, null),
        ApplicationKind.Cover => new(Kind, MembershipSteps.Covered(before, !before.IsCovered), from, null),
        ApplicationKind.Reduction => new(Kind, null, from, new ReductionAsked(Ground, Until, Reduced & before.Layers)),
        ApplicationKind.Leave => new(Kind, MembershipSteps.Left(before, Lowest), from, null),
        _ => new(Kind, null, from.AddDays(1), null),
    };

    Membership Joined(Membership before, AssociationId local)
    {
        var jma = Layers.HasFlag(MembershipLayers.Jma);
        return new Membership(local, Layers | before.Layers, jma ? before.Category ?? Category : null, before.Covered, Practice ?? before.Practice);
    }

    /// <summary>Another category leaves the cover as it is: whoever is in it stays in it, and who has left it comes back by another application.</summary>
    Membership Changed(Membership before)
    {
        if (before.Category is null) return before with { Practice = Practice };
        var after = before with { Category = Category, Covered = null, Practice = Practice };
        return after.IsCovered == before.IsCovered ? after : after with { Covered = before.IsCovered };
    }
}
