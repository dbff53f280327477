using JmaActors.Members;

namespace JmaActors.Applications;

/// <summary>What can be applied for. Pure.</summary>
public static class ApplicationRules
{
    /// <summary>What stands against a request on a day; null when nothing does. Reductions are judged by <c>ReductionRules</c> beside this.</summary>
    /// <param name="periods">What is recorded of the membership, oldest first.</param>
    public static Refusal? Fault(ApplicationPolicy policy, ApplicationRequest request, IReadOnlyList<MembershipPeriod> periods, DateOnly today)
    {
        if (Shape(request) is { } bad) return bad;
        if (request.From < today.AddDays(-policy.Dates.Back) || request.From > today.AddDays(policy.Dates.Ahead))
            return new Refusal("bad-date", ApplicationPolicy.DatesRule, $"It can begin from {policy.Dates.Back} days ago to {policy.Dates.Ahead} days ahead.");
        if (request.Kind == ApplicationKind.Death && request.From > today.AddDays(1)) return new Refusal("bad-date", ApplicationPolicy.DatesRule, "A death is told when it has happened.");
        var (before, rule) = (On(periods, request.From), ApplicationPolicy.Rule(request.Kind));
        if (request.Kind == ApplicationKind.Reduction)
        {
            return (request.Reduction!.Layers & ~before.Layers) != 0 || before.Layers == MembershipLayers.None ? new Refusal("not-a-member", rule, "Dues are reduced where one is a member.") : null;
        }
        // A change from a day on takes the place of all that is recorded for later.
        if (request.Kind != ApplicationKind.Death && periods.Any(p => p.From > request.From)) return new Refusal("changed-later", rule, "Something else is recorded for a later date; choose a date after it, or have that corrected first.");
        return Consistent(request, before) is { } refusal ? new Refusal(refusal.Reason, refusal.Rule.Length > 0 ? refusal.Rule : rule, refusal.Detail) : null;
    }

    /// <summary>The membership on a day, as recorded.</summary>
    public static Membership On(IReadOnlyList<MembershipPeriod> periods, DateOnly on) => periods.FirstOrDefault(p => p.From <= on && (p.Until is null || on <= p.Until))?.Membership ?? Membership.None;

    /// <summary>What is wrong with a request whatever is on record.</summary>
    public static Refusal? Shape(ApplicationRequest request)
    {
        if (!Enum.IsDefined(request.Kind)) return new Refusal("bad-application", "", "No such application.");
        if (PersonRules.Fault(request.From) is { } bad) return bad;
        var (membership, reduction) = (request.Membership, request.Reduction);
        if (reduction is not null != (request.Kind == ApplicationKind.Reduction) || membership is not null != (request.Kind is not (ApplicationKind.Reduction or ApplicationKind.Death)))
            return new Refusal("bad-application", "", "A reduction says what is reduced; a death says nothing but the date; every other application says what the membership is to be.");
        if (reduction is { } asked && (!Enum.IsDefined(asked.Kind) || asked.Layers == MembershipLayers.None || (asked.Layers & ~MembershipLayers.All) != 0)) return new Refusal("bad-reduction", "", "Say the ground, and whose dues.");
        return membership is { } given ? MembershipRules.Fault(given) : null;
    }

    static Refusal? Consistent(ApplicationRequest request, Membership before)
    {
        var after = request.Membership ?? Membership.None;
        if (after == before) return new Refusal("nothing-changed", "", "This is how it is recorded already.");
        var (local, layers) = (after.Local == before.Local, after.Layers == before.Layers);
        return request.Kind switch
        {
            ApplicationKind.Join when (before.Layers & ~after.Layers) == 0 && !layers && (before.Local is null || local) && (before.Category is null || before.Category == after.Category) => null,
            ApplicationKind.Join => new Refusal("not-joining", "", "Who joins keeps what there is and adds layers; going to another association is a transfer."),
            ApplicationKind.Transfer when before.Local is not null && after.Local is not null && !local && layers && after.Category == before.Category && after.IsCovered == before.IsCovered => null,
            ApplicationKind.Transfer => new Refusal("not-a-transfer", "", "A transfer goes from one local association to another, with layers, category and cover as they are."),
            ApplicationKind.Category when before.Category is not null && local && layers && after.IsCovered == before.IsCovered => null,
            ApplicationKind.Category when before.Category is null && local && layers && before.Local is not null => null,
            ApplicationKind.Category => new Refusal("not-a-change", "", "A change of category leaves association, layers and cover as they are."),
            ApplicationKind.Cover when before.Category is not null && (after == MembershipSteps.Covered(before, true) || after == MembershipSteps.Covered(before, false)) => null,
            ApplicationKind.Cover => new Refusal("not-cover", MembershipRules.Cover, "Leaving the cover makes A②(B) to B and A②(C) to C; coming back makes it the other way."),
            _ when before.Layers == MembershipLayers.None => new Refusal("not-a-member", "", "Nothing is recorded that could be left."),
            ApplicationKind.Leave when Enum.GetValues<MembershipLayers>().Any(l => l is MembershipLayers.Local or MembershipLayers.Prefecture or MembershipLayers.Jma && before.Layers.HasFlag(l) && after == MembershipSteps.Left(before, l)) => null,
            ApplicationKind.Leave => new Refusal("not-leaving", MembershipRules.Cascade, "Who leaves a layer leaves those above it, and keeps the rest as it is."),
            _ => null,
        };
    }
}
