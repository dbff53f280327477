namespace JmaActors.WorkHours;

/// <summary>Puts a set of rules to work: every set runs through here, whatever its rows say.</summary>
public static class SetRules
{
    /// <summary>What the rules of a set find, in their order.</summary>
    public static IEnumerable<WorkFinding> Findings(HoursBasis basis)
    {
        foreach (var rule in basis.Set.Rules)
        {
            var found = rule switch
            {
                SumRule sum => SumRules.Findings(sum, basis),
                FreeRule free => FreeRules.Findings(free, basis),
                RunRule run => RunRules.Findings(run, basis),
                GapRule gap => GapRules.Findings(gap, basis),
                _ => [],
            };
            foreach (var finding in found) yield return finding;
        }
        if (basis.Rest.Ways.Count == 0) yield break;
        // One of the ways is enough, so they are asked together.
        foreach (var window in RestWindowRules.Windows(basis.Facts, basis.Lines, basis.Over, basis.Rest))
        {
            if (RestWindowRules.Finding(window, basis.Rest) is { } finding) yield return finding;
        }
    }

    /// <summary>What the sets find that employers chose beside the law.</summary>
    /// <param name="hours">Overtime and holiday work, as the law counts it.</param>
    /// <param name="planned">With the plan from the minute judged on.</param>
    public static IEnumerable<WorkFinding> Beside(WorkCase facts, DaySpan over, DayTable hours, WorkPolicy policy, bool planned)
    {
        foreach (var set in policy.Beside)
        {
            if (facts.Chosen(set.Name))
            {
                foreach (var finding in Findings(new HoursBasis(set.Read(facts), over, set, hours, policy.RestOf(set), planned))) yield return finding;
            }
        }
    }
}
