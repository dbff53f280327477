namespace JmaActors.Dues;

/// <summary>
/// Who is reminded of late dues, and at which step. Pure. Steps are taken one after another: none is passed over, and between two lie at least the days that lie between them in the policy, however late somebody
/// already is. What goes through one local association is one reminder, which names everything late there; all of it counts as reminded at that step.
/// </summary>
public static class DuesReminderRules
{
    /// <summary>What is due of reminders today, one for each local association through which something is late.</summary>
    /// <param name="steps">The steps of a local association, the first one first.</param>
    public static IReadOnlyList<DuesReminded> Due(DuesState state, Func<AssociationId, IReadOnlyList<DuesStep>> steps, DateOnly today) =>
        Held(state, today) ? [] : All(state, steps, today, null, static (account, steps, today) => Next(account, steps, today) is { } next && Apart(account, steps, next, today) ? next : null);

    /// <summary>The same as an office asks now: of everything late, at the step it has come to.</summary>
    public static IReadOnlyList<DuesReminded> Now(DuesState state, Func<AssociationId, IReadOnlyList<DuesStep>> steps, DateOnly today, string key) =>
        All(state, steps, today, key, static (account, steps, today) => Next(account, steps, today) ?? Math.Max(account.Reminded, 1));

    public static bool Held(DuesState state, DateOnly today) => state.Hold is { } hold && today <= hold.Until;

    static IReadOnlyList<DuesReminded> All(
        DuesState state, Func<AssociationId, IReadOnlyList<DuesStep>> stepsOf, DateOnly today, string? key, Func<DuesAccount, IReadOnlyList<DuesStep>, DateOnly, int?> step)
    {
        List<DuesReminded> found = [];
        foreach (var late in state.Accounts.Where(a => a.Open > 0 && a.Due < today && state.Posted.ContainsKey(a.Id.Year.Year)).GroupBy(a => a.Id.Via).OrderBy(g => g.Key.Code, StringComparer.Ordinal))
        {
            var steps = stepsOf(late.Key);
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
