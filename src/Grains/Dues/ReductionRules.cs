using JmaActors.Members;

namespace JmaActors.Dues;

/// <summary>For whom and for which time a reduction can be approved. Pure.</summary>
public static class ReductionRules
{
    /// <summary>The fiscal years that are free after graduation: who graduates in March begins with the next one, others with that of the graduation; licence and age play no part.</summary>
    public static (FiscalYear First, FiscalYear Last) Graduation(DuesPolicy policy, DateOnly graduated)
    {
        var first = FiscalYear.Of(graduated).Plus(graduated.Month == policy.GraduationMonth ? 1 : 0);
        return (first, first.Plus(policy.GraduationYears - 1));
    }

    /// <summary>What stands against a reduction; null when nothing does.</summary>
    public static Refusal? Fault(Func<FiscalYear, DuesPolicy> policies, Reduction reduction, DuesPerson person)
    {
        if (PersonRules.Fault(reduction.From) is { } bad) return bad;
        var policy = policies(FiscalYear.Of(reduction.From));
        if (!Enum.IsDefined(reduction.Kind)) return new Refusal("bad-reduction", "", "No such ground.");
        if (reduction.Layers == MembershipLayers.None || (reduction.Layers & ~MembershipLayers.All) != 0) return new Refusal("bad-layers", "", "A reduction is one of dues of the local association, the prefecture or JMA.");
        if (reduction.Until < reduction.From) return new Refusal("bad-period", "", "A reduction ends after it begins.");
        return reduction.Kind switch
        {
            ReductionKind.OldAge => OldAge(policy, reduction, person),
            ReductionKind.Graduation => Graduated(policy, reduction, person),
            _ => reduction.Until is null ? new Refusal("no-end", "", "A reduction for illness, birth or care has a last day.") : null,
        };
    }

    static Refusal? OldAge(DuesPolicy policy, Reduction reduction, DuesPerson person)
    {
        var on = DuesRules.AgeDay(policy, FiscalYear.Of(reduction.From));
        return person.Age(on) is not { } age ? new Refusal("no-birth-date", DuesPolicy.OldAgeRule, "The birth date is not on record.")
            : age < policy.OldAge.Age ? new Refusal("not-old-enough", DuesPolicy.OldAgeRule, $"{policy.OldAge.Age} years of age are needed on {on:yyyy-MM-dd}.")
            : person.JmaYears(on) < policy.OldAge.Years ? new Refusal("not-long-enough", DuesPolicy.OldAgeRule, $"{policy.OldAge.Years} years of JMA membership are needed on {on:yyyy-MM-dd}; {person.JmaYears(on)} are on record.")
            : null;
    }

    static Refusal? Graduated(DuesPolicy policy, Reduction reduction, DuesPerson person)
    {
        if (person.GraduatedOn is not { } graduated) return new Refusal("no-graduation-date", DuesPolicy.GraduationRule, "The date of graduation is not on record.");
        var (first, last) = Graduation(policy, graduated);
        return reduction.From < first.FirstDay || reduction.Until is null || reduction.Until > last.LastDay
            ? new Refusal("bad-period", DuesPolicy.GraduationRule, $"The fiscal years {first.Year} to {last.Year} are free.")
            : null;
    }
}
