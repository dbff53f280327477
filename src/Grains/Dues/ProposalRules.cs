using JmaActors.Members;

namespace JmaActors.Dues;

/// <summary>What the record suggests of somebody at the beginning of a fiscal year: residency that ends, a clinic opened or given up, an age. Pure. An office confirms each by an application, and nothing changes by itself.</summary>
public static class ProposalRules
{
    public static DuesProposals Of(DuesPolicy policy, FiscalYear year, DuesPerson person)
    {
        var on = year.FirstDay;
        if (person.On(on) is not { Category: { } category } membership) return DuesProposals.None;
        var found = DuesProposals.None;
        if (category is MemberCategory.A2C or MemberCategory.C && person.LicensedOn is { } licensed && ResidencyOver(policy, licensed) <= on) found |= DuesProposals.ResidencyEnds;
        var heads = membership.Practice is PracticeRole.HospitalHead or PracticeRole.ClinicHead;
        if (heads && category != MemberCategory.A1) found |= DuesProposals.Founds;
        if (membership.Practice is not null && !heads && category == MemberCategory.A1) found |= DuesProposals.FoundsNoMore;
        if (Open(policy, person, ReductionKind.OldAge, on, null)) found |= DuesProposals.OldAge;
        if (person.GraduatedOn is { } graduated && ReductionRules.Graduation(policy, graduated) is var (first, last) && year.Year >= first.Year && year.Year <= last.Year && Open(policy, person, ReductionKind.Graduation, on, year.LastDay))
            found |= DuesProposals.Graduation;
        return found;
    }

    /// <summary>The first day after residency, which goes by years from 1 April whatever the day of the licence.</summary>
    static DateOnly ResidencyOver(DuesPolicy policy, DateOnly licensed) =>
        new FiscalYear(licensed.Year + (licensed.Month > policy.Residency.LastMonth ? 1 : 0)).Plus(policy.Residency.Years).FirstDay;

    /// <summary>Could be had from a day on, and is not had of any layer.</summary>
    static bool Open(DuesPolicy policy, DuesPerson person, ReductionKind kind, DateOnly on, DateOnly? until) =>
        !person.Reductions.Any(r => r.Kind == kind && r.From <= on && (r.Until is null || on <= r.Until))
        && ReductionRules.Fault(_ => policy, new Reduction("proposal", kind, on, until, MembershipLayers.Jma), person) is null;
}
