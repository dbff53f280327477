using JmaActors.Members;

namespace JmaActors.Dues;

/// <summary>
/// What somebody owes for a fiscal year, by layer: each part of the year goes to the association of the layer to which the person belonged on the part's first day of membership. Pure: the same
/// facts give the same charges, so that a rehearsal and the run agree.
/// </summary>
public static class DuesRules
{
    static readonly IReadOnlyList<MembershipLayers> Layers = [MembershipLayers.Jma, MembershipLayers.Prefecture, MembershipLayers.Local];

    public static DuesAssessment Assess(DuesPolicy policy, FiscalYear year, DuesPerson person)
    {
        var (charges, gaps) = (new Dictionary<DuesAccountId, DuesCharge>(), new List<DuesGap>());
        foreach (var layer in Layers)
        {
            foreach (var part in Parts(policy, year, layer, person)) Charge(policy, year, layer, person, part, charges, gaps);
            if (layer != MembershipLayers.Jma) Entries(policy, year, layer, person, charges);
        }
        return new DuesAssessment(year, [.. charges.Values.Where(c => c.Amount != Yen.Zero)], gaps, policy.Edition);
    }

    /// <summary>
    /// Whether somebody joined within a fiscal year up to a day: she belonged nowhere before it began, and was not taken over with the register, which is billed by the run of the year.
    /// </summary>
    public static bool Joined(FiscalYear year, DuesPerson person, DateOnly today) =>
        person.On(year.FirstDay.AddDays(-1)).Layers == MembershipLayers.None
        && person.Periods.FirstOrDefault(p => p.From >= year.FirstDay && p.Membership.Layers != MembershipLayers.None) is { } begins
        && begins.From <= today && begins.From <= year.LastDay && person.Joins(begins);

    /// <summary>The age a year is judged by.</summary>
    public static DateOnly AgeDay(DuesPolicy policy, FiscalYear year) => new(policy.AgeOn.Month >= 4 ? year.Year : year.Year + 1, policy.AgeOn.Month, policy.AgeOn.Day);

    /// <summary>Months that are judged together, with the day they are judged on, and the terms of who collects them.</summary>
    readonly record struct Part(int From, int To, DateOnly Judged, DuesCalendar Calendar);

    /// <summary>The months of a layer one after another, each part by the rule of the association she belongs to when it begins: after a transfer what is left of the year goes by the rule of the new one.</summary>
    static IEnumerable<Part> Parts(DuesPolicy policy, FiscalYear year, MembershipLayers layer, DuesPerson person)
    {
        for (var month = 0; month < DuesCalendar.Months;)
        {
            if (person.FirstDayIn(layer, year.FirstDay.AddMonths(month), year.LastDay) is not { } judged) yield break;
            var via = person.On(judged).Local!.Value;
            var calendar = new DuesCalendar(year, policy.TermsAt(via));
            var rule = policy.MidYearAt(via.At(layer));
            if (rule == MidYearRule.Full)
            {
                for (; month < DuesCalendar.Months; month = calendar.MonthsOf(calendar.TermOf(month)).To) yield return new Part(month, calendar.MonthsOf(calendar.TermOf(month)).To, judged, calendar);
                yield break;
            }
            var (first, last) = rule == MidYearRule.Monthly ? (DuesCalendar.MonthOf(judged), DuesCalendar.MonthOf(judged) + 1) : calendar.MonthsOf(calendar.TermOf(judged));
            yield return new Part(Math.Max(first, month), last, judged, calendar);
            month = last;
        }
    }

    static void Charge(
        DuesPolicy policy, FiscalYear year, MembershipLayers layer, DuesPerson person, Part part, Dictionary<DuesAccountId, DuesCharge> charges, List<DuesGap> gaps)
    {
        var membership = person.On(part.Judged);
        var via = membership.Local!.Value;
        var creditor = via.At(layer);
        var facts = Facts(policy, year, person, membership, part.Judged);
        var (row, reduction, unpriced) = Row(policy.Table(creditor), facts, layer, person, part.Judged);
        if (row is null || unpriced)
        {
            var gap = new DuesGap(creditor, part.Judged, membership.Category, membership.IsCovered, facts.Age is null ? "no-birth-date" : unpriced ? "no-reduced-price" : "no-price");
            if (!gaps.Any(g => g.Creditor == gap.Creditor && g.Reason == gap.Reason)) gaps.Add(gap);
            return;
        }
        // What was owed before somebody joined is due with the term of the joining.
        var term = Math.Max(part.Calendar.TermOf(part.From), part.Calendar.TermOf(part.Judged));
        var account = new DuesAccountId(year, creditor, DuesItem.Dues, term, via);
        var why = new DuesWhy(row.Policy.Id, part.Judged, row.Annual, part.To - part.From, membership.Category, membership.IsCovered, membership.Practice, reduction, row.Own);
        var due = Due(policy, via, part.Calendar.FirstDay(part.Calendar.MonthsOf(term).From), part.Judged);
        var amount = DuesCalendar.Share(row.Annual, part.From, part.To);
        charges[account] = charges.TryGetValue(account, out var before)
            ? before with { Amount = before.Amount + amount, Why = before.Why with { Months = before.Why.Months + why.Months } }
            : new DuesCharge(account, amount, due, why);
    }

    /// <summary>入会金 of whoever joins an association within the year for the first time. Who belonged to it on the first day of the record was taken over with the register: that was no joining.</summary>
    static void Entries(DuesPolicy policy, FiscalYear year, MembershipLayers layer, DuesPerson person, Dictionary<DuesAccountId, DuesCharge> charges)
    {
        var joined = new HashSet<AssociationId>();
        foreach (var period in person.Periods)
        {
            if (!period.Membership.Layers.HasFlag(layer)) continue;
            var via = period.Membership.Local!.Value;
            var creditor = via.At(layer);
            if (!joined.Add(creditor) || !person.Joins(period) || FiscalYear.Of(period.From) != year) continue;
            var facts = Facts(policy, year, person, period.Membership, period.From);
            if (policy.Table(creditor).Standard(facts) is not { Entry: { } entry } row || entry == Yen.Zero) continue;
            var account = new DuesAccountId(year, creditor, DuesItem.EntryFee, new DuesCalendar(year, policy.TermsAt(via)).TermOf(period.From), via);
            var why = new DuesWhy(row.Policy.Id, period.From, entry, 0, facts.Category, facts.Covered, facts.Practice, null, row.Own);
            charges[account] = new DuesCharge(account, entry, Due(policy, via, period.From, period.From), why);
        }
    }

    static DuesFacts Facts(DuesPolicy policy, FiscalYear year, DuesPerson person, Membership membership, DateOnly judged) => new(
        membership.Category, membership.IsCovered, person.Age(AgeDay(policy, year)), person.LicensedOn is { } licensed ? DuesPerson.Years(licensed, judged) : null, membership.Practice);

    /// <summary>The cheapest row that any of the reductions in force opens. Where the table has a block for a reduction and no row of it fits, the price is not known.</summary>
    static (DuesRow? Row, ReductionKind? Reduction, bool Unpriced) Row(DuesTable table, DuesFacts facts, MembershipLayers layer, DuesPerson person, DateOnly judged)
    {
        (DuesRow? Row, ReductionKind? Reduction, bool Unpriced) best = (table.Standard(facts), null, false);
        foreach (var reduction in person.Reductions)
        {
            if (!reduction.Holds(judged, layer)) continue;
            if (table.Reduced(facts, reduction.Kind) is { } row)
            {
                if (best.Row is null || best.Unpriced || row.Annual < best.Row.Annual) best = (row, reduction.Kind, false);
            }
            else if (table.Reduces(reduction.Kind) && best.Reduction is null) best = best with { Unpriced = true };
        }
        return best;
    }

    static DateOnly Due(DuesPolicy policy, AssociationId via, DateOnly term, DateOnly judged) => (judged > term ? judged : term).AddDays(policy.DueDaysAt(via));
}
