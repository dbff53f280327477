namespace JmaActors.Accounts;

/// <summary>What a function may be. Who may give one is decided before; these hold for everybody.</summary>
public static class FunctionRules
{
    /// <summary>Reason code of what is wrong with a function; null when nothing.</summary>
    public static string? Fault(CallerRole role, string scope, OfficeDuties duties, DateOnly from, DateOnly? until)
    {
        if (!FunctionScopes.Fits(role, scope)) return "bad-scope";
        if (!Fit(role, duties)) return "bad-duties";
        return until < from ? "bad-dates" : null;
    }

    /// <summary>An office's function has a duty at least; no other has any to choose.</summary>
    public static bool Fit(CallerRole role, OfficeDuties duties) =>
        role == CallerRole.Office ? duties != OfficeDuties.None && (duties & ~OfficeDuties.All) == 0 : duties == OfficeDuties.All;

    /// <summary>Oneself cannot be lent (a clerk acts for a member instead), nor a device.</summary>
    public static bool Lendable(HeldFunction function) => function.Of is null && function.Role is not (CallerRole.Member or CallerRole.Door);

    /// <summary>Reason code of what is wrong with a loan; null when nothing. It lies within the days of what is lent.</summary>
    public static string? Fault(HeldFunction lent, OfficeDuties duties, DateOnly from, DateOnly until)
    {
        if (!Lendable(lent)) return "not-lendable";
        if (!Fit(lent.Role, duties) || (duties & ~lent.Duties) != 0) return "bad-duties";
        if (until < from || until.DayNumber - from.DayNumber >= AccountLimits.LoanDays) return "bad-dates";
        return from < lent.From || until > lent.Until ? "bad-dates" : null;
    }
}
