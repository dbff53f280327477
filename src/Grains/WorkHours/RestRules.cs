namespace JmaActors.WorkHours;

/// <summary>
/// 勤務間インターバル: unbroken rest after each start of work (rules <c>work.rest.*</c>), by the ways of <see cref="RestWindowRules"/>. What is worked inside it for reasons nobody
/// planned is made up for by compensatory rest.
/// </summary>
public static class RestRules
{
    /// <summary>Rest after every start of work in a span of days, in order.</summary>
    /// <param name="effort">Whether level A has its effort to make (<see cref="Effort"/>).</param>
    public static IReadOnlyList<RestWindow> Windows(WorkCase facts, DaySpan days, bool effort, WorkPolicy policy) =>
        Windows(facts, days, policy.Rest(effort));

    static IReadOnlyList<RestWindow> Windows(WorkCase facts, DaySpan days, RestTerms terms) => RestWindowRules.Windows(facts, new RestLines(facts, days, terms), days, terms);

    /// <summary>Whether level A has an effort to make: the year is expected to pass 720 h, or more than 6 of its months 45 h.</summary>
    public static bool Effort(DayTable expected, DateOnly agreementFrom, DateOnly on, RestEffort effort)
    {
        var year = AgreementPeriods.Year(agreementFrom, on);
        return expected.Sum(year).Beyond > effort.Year || AgreementPeriods.Months(agreementFrom, year).Count(m => expected.Sum(m).Beyond > effort.Month) > effort.Months;
    }

    /// <summary>What a window is as a finding; none where rest was kept or nothing is asked.</summary>
    public static WorkFinding? Finding(RestWindow window, WorkPolicy policy) => RestWindowRules.Finding(window, policy.Rest(effort: false));

    /// <summary>Starts of planned work that come sooner after the last duty than the employer's own interval allows (rule <c>work.rest.interval</c>).</summary>
    public static IEnumerable<WorkFinding> Intervals(WorkCase facts, DaySpan days, WorkPolicy policy)
    {
        var basis = new HoursBasis(facts, days, policy.Law, new DayTable(days, facts.Employments.Count), policy.Rest(effort: false), planned: true);
        return policy.Law.Rules.OfType<GapRule>().SelectMany(r => GapRules.Findings(r, basis));
    }
}
