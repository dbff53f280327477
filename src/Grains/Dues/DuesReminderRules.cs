namespace JmaActors.Dues;

/// <summary>
/// Who is reminded of late dues, and at which step. Pure. Steps are taken one after another: none is passed over, and between two lie at least the days that lie between them in the policy, however late somebody
/// already is. What goes through one local association is one reminder, which names everything late there; all of it counts as reminded at that step.
/// What a bank was asked to draw is not reminded of before it has answered.
/// </summary>
public static class DuesReminderRules
{
    /// <summary>What is due of reminders today, one for each local association through which something is late.</summary>
    public static IReadOnlyList<DuesReminded> Due(DuesState state, DuesPolicy policy, DateOnly today) =>
        Held(state, today) ? [] : All(state, policy, today, null, static (account, steps, today) => Next(account, steps, today) is { } next && Apart(account, steps, next, today) ? next : null);

    /// <summary>The same as an office asks now: of everything late, at the step it has come to.</summary>
    public static IReadOnlyList<DuesReminded> Now(DuesState state, DuesPolicy policy, DateOnly today, string key) =>
        All(state, policy, today, key, static (account, steps, today) => Next(account, steps, today) ?? Math.Max(account.Reminded, 1));

    public static bool Held(DuesState state, DateOnly today) => state.Hold is { } hold && today <= hold.Until;

    /// <summary>All that is late is being drawn: there is something late, and nothing to remind of.</summary>
    public static bool Drawn(DuesState state, DateOnly today) => Late(state, today).Any() && !NotDrawn(state, today).Any();

    static IEnumerable<DuesAccount> NotDrawn(DuesState state, DateOnly today) => Late(state, today).Where(a => !DuesDrawingRules.Covers(state, a, today));

    static IEnumerable<DuesAccount> Late(DuesState state, DateOnly today) => state.Accounts.Where(a => a.Open > 0 && a.Due < today && state.Posted.ContainsKey(a.Id.Year.Year));

    static IReadOnlyList<DuesReminded> All(
        DuesState state, DuesPolicy policy, DateOnly today, string? key, Func<DuesAccount, IReadOnlyList<DuesStep>, DateOnly, int?> step)
    {
        List<DuesReminded> found = [];
        foreach (var late in NotDrawn(state, today).GroupBy(a => a.Id.Via).OrderBy(g => g.Key.Code, StringComparer.Ordinal))
        {
            var steps = policy.Steps(late.Key);
            if (steps.Count > 0 && late.Max(a => step(a, steps, today)) is { } reached)
                found.Add(new DuesReminded(key, late.Key.Code, reached, steps[Math.Min(reached, steps.Count) - 1].Row.Id, late.Sum(a => a.Open), late.Min(a => a.Due), [.. late.Select(a => a.Id)]));
        }
        return found;
    }

    /// <summary>The step after the one taken, when its day has come.</summary>
    static int? Next(DuesAccount account, IReadOnlyList<DuesStep> steps, DateOnly today) =>
        account.Reminded < steps.Count && account.Due.AddDays(steps[account.Reminded].Days) <= today ? account.Reminded + 1 : null;

    static bool Apart(DuesAccount account, IReadOnlyList<DuesStep> steps, int next, DateOnly today) =>
        account.RemindedOn is not { } last || last.AddDays(Math.Max(1, steps[next - 1].Days - (next > 1 ? steps[next - 2].Days : 0))) <= today;
}
