using JmaActors.Members;

namespace JmaActors.Dues;

/// <summary>Makes what is answered from the state. Pure.</summary>
static class DuesAnswers
{
    public static DuesView View(DuesState state, MemberId member, DateOnly today) => new(
        member, [.. state.Years.Reverse().Select(y => Statement(state, new FiscalYear(y), today))], [.. Enumerable.Reverse(state.Payments)], [.. state.Reductions],
        new Yen(state.Free), new Yen(state.Refunded), state.Version, [], [.. Enumerable.Reverse(state.Reminders)], DuesReminderRules.Held(state, today) ? state.Hold : null, [.. state.Drawn.Where(d => today <= d.Awaited)]);

    public static DuesStatement Statement(DuesState state, FiscalYear year, DateOnly today)
    {
        var accounts = state.Accounts.Where(a => a.Id.Year == year).ToList();
        return new DuesStatement(
            year, DuesStatusRules.Of(DuesStatusRules.Parts(accounts, state.Posted.ContainsKey(year.Year), state.Gaps.ContainsKey(year.Year), today)), state.Posted.TryGetValue(year.Year, out var posted) ? posted : null,
            [.. accounts.OrderBy(a => a.Due).ThenBy(a => a.Id.Creditor.Layer).Select(Account)], state.Gaps.GetValueOrDefault(year.Year) ?? [],
            new Yen(accounts.Sum(a => a.Assessed - a.Credited)), new Yen(accounts.Sum(a => a.Paid)), new Yen(accounts.Sum(a => a.Open)));
    }

    /// <summary>What a yearly run would bill.</summary>
    public static DuesRunLine Rehearsed(DuesState state, MemberId member, Func<FiscalYear, DuesPolicy> policies, FiscalYear year, DuesPerson person)
    {
        var (now, before) = (DuesRules.Assess(policies(year), year, person), DuesRules.Assess(policies(year.Plus(-1)), year.Plus(-1), person));
        return new DuesRunLine(
            member, Of(now, AssociationLayer.National), Of(now, AssociationLayer.Prefecture), Of(now, AssociationLayer.Local), LastYear(state, year), Moved(now, before), now.Gaps.Count, ProposalRules.Of(policies(year), year, person));
    }

    /// <summary>The same as it stands in the books.</summary>
    public static DuesRunLine Billed(DuesState state, MemberId member, Func<FiscalYear, DuesPolicy> policies, FiscalYear year, DuesPerson person)
    {
        Yen Layer(AssociationLayer layer) => new(state.Accounts.Where(a => a.Id.Year == year && a.Id.Creditor.Layer == layer).Sum(a => a.Assessed));
        var moved = Moved(DuesRules.Assess(policies(year), year, person), DuesRules.Assess(policies(year.Plus(-1)), year.Plus(-1), person));
        return new DuesRunLine(
            member, Layer(AssociationLayer.National), Layer(AssociationLayer.Prefecture), Layer(AssociationLayer.Local), LastYear(state, year), moved, state.Gaps.GetValueOrDefault(year.Year)?.Count ?? 0,
            ProposalRules.Of(policies(year), year, person));
    }

    static Yen LastYear(DuesState state, FiscalYear year) => new(state.Accounts.Where(a => a.Id.Year == year.Plus(-1)).Sum(a => a.Assessed));

    static Yen Of(DuesAssessment assessment, AssociationLayer layer) => new(assessment.Charges.Where(c => c.Account.Creditor.Layer == layer).Sum(c => c.Amount.Amount));

    static bool Moved(DuesAssessment now, DuesAssessment before) => !RowsOf(now).SetEquals(RowsOf(before));

    static HashSet<string> RowsOf(DuesAssessment assessment) => [.. assessment.Charges.Where(c => c.Account.Item == DuesItem.Dues).Select(c => c.Why.Own?.Label ?? c.Why.Row)];

    /// <summary>The membership as tried from a day on, in the place of what is recorded.</summary>
    public static IReadOnlyList<MembershipPeriod> With(IReadOnlyList<MembershipPeriod> periods, Membership membership, DateOnly from)
    {
        var kept = periods.Where(p => p.From < from).Select(p => p.Until is null || p.Until >= from ? p with { Until = from.AddDays(-1) } : p);
        return [.. kept, new MembershipPeriod(from, null, membership, long.MaxValue)];
    }

    static DuesAccountView Account(DuesAccount a) =>
        new(a.Id, new Yen(a.Assessed), new Yen(a.Credited), new Yen(a.WrittenOff), new Yen(a.Paid), a.Due, a.Why);
}
