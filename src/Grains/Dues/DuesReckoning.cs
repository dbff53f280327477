namespace JmaActors.Dues;

/// <summary>A person's record as dues read it.</summary>
/// <param name="Person">Without reductions; null where there is nothing to reckon from.</param>
/// <param name="Version">The record's version; 0 when nobody is registered.</param>
/// <param name="Refusal">Why nothing can be reckoned: <c>not-registered</c>, <c>erased</c>, <c>already-merged</c>; null when it can.</param>
/// <param name="Tariffs">What the associations decided to which the person may owe.</param>
public sealed record DuesReading(DuesPerson? Person, long Version, string? Refusal, IReadOnlyDictionary<AssociationId, DuesTariffs> Tariffs)
{
    /// <summary>Whose record was merged into another owes nothing here: the record that stays owes it.</summary>
    public const string Merged = "already-merged";

    /// <summary>What a change is followed by: of a merged record, somebody who never belonged anywhere; null where what was reckoned stays.</summary>
    public DuesPerson? Followed => Refusal == Merged ? new DuesPerson(null, null, null, [], []) : Person;
}

/// <summary>A command with what was read before the decision.</summary>
/// <param name="Policies">The policy of a fiscal year.</param>
public sealed record PreparedDues<T>(T Command, DuesReading Read, Func<FiscalYear, DuesPolicy> Policies);

/// <summary>What differs between what a year comes to and what was reckoned of it. Pure.</summary>
static class DuesReckoning
{
    /// <summary>Years that are not over and were reckoned or sent, and the present one where the person owes something.</summary>
    public static List<DuesEvent> Again(DuesState state, DuesReading read, Func<FiscalYear, DuesPolicy> policies, IReadOnlyList<Reduction> reductions, DateOnly today)
    {
        List<DuesEvent> events = [];
        if (read.Followed is not { } person) return events;
        var present = FiscalYear.Of(today).Year;
        foreach (var year in state.Years.Where(y => y >= present).Append(present).Distinct())
        {
            if (Differs(state, new FiscalYear(year), read.Version, policies, person with { Reductions = reductions }, today) is { } assessed) events.Add(assessed);
        }
        return events;
    }

    /// <summary>The running year's statement of somebody who joined within it: nobody else would send it. Null for whoever is billed by the run of the year, owes nothing, or has it already.</summary>
    public static StatementPosted? Sends(DuesState state, IReadOnlyList<DuesEvent> reckoned, PreparedDues<bool> prepared, DateOnly today)
    {
        var year = FiscalYear.Of(today);
        if (state.Posted.ContainsKey(year.Year) || !prepared.Policies(year).SendsToJoiners || prepared.Read.Person is not { } person || !DuesRules.Joined(year, person, today)) return null;
        var owed = state.Accounts.Where(a => a.Id.Year == year).Sum(a => a.Assessed) + reckoned.OfType<DuesAssessed>().Where(a => a.Year == year.Year).SelectMany(a => a.Lines).Sum(l => l.Yen);
        return owed > 0 ? new StatementPosted(year.Year) : null;
    }

    /// <summary>Null when nothing differs.</summary>
    public static DuesAssessed? Differs(DuesState state, FiscalYear year, long read, Func<FiscalYear, DuesPolicy> policies, DuesPerson person, DateOnly today)
    {
        var policy = policies(year);
        var assessment = DuesRules.Assess(policy, year, person);
        List<DuesLine> lines = [];
        foreach (var charge in assessment.Charges)
        {
            var account = state.Find(charge.Account);
            var more = charge.Amount.Amount - (account?.Assessed ?? 0);
            var added = today.AddDays(policy.DueDaysAt(charge.Account.Via));
            var due = more > 0 && charge.Due < added ? added : charge.Due;
            // What is open and is asked for later than it was is asked for anew as a whole: a due date is of a whole account, and what is added is never late at once.
            if (account is { Open: > 0 } && due > account.Due && charge.Amount > Yen.Zero)
            {
                lines.Add(Line(charge.Account, -account.Assessed, account.Due, account.Why));
                lines.Add(Line(charge.Account, charge.Amount.Amount, due, charge.Why));
                continue;
            }
            // A line of nothing says another why.
            if (more == 0 && account is not null && SameGround(account.Why, charge.Why)) continue;
            lines.Add(Line(charge.Account, more, due, charge.Why));
        }
        foreach (var account in state.Accounts)
        {
            if (account.Id.Year == year && account.Assessed != 0 && !assessment.Charges.Any(c => c.Account == account.Id)) lines.Add(Line(account.Id, -account.Assessed, account.Due, account.Why));
        }
        var gaps = state.Gaps.GetValueOrDefault(year.Year) ?? [];
        return lines.Count == 0 && gaps.SequenceEqual(assessment.Gaps) ? null : new DuesAssessed(year.Year, lines, assessment.Gaps, read);
    }

    static bool SameGround(DuesWhy a, DuesWhy b) => (a.Row, a.Own, a.Category, a.Covered, a.Practice, a.Reduction) == (b.Row, b.Own, b.Category, b.Covered, b.Practice, b.Reduction);

    static DuesLine Line(DuesAccountId account, long yen, DateOnly due, DuesWhy why) => new(account.Creditor.Code, account.Item, account.Term, account.Via.Code, yen, due, why);
}
