namespace JmaActors.Alerts;

/// <summary>What of several crossings a recipient hears. Pure.</summary>
public static class AlertChoiceRules
{
    const int HourMinutes = 60;

    /// <summary>Of what was crossed at once, what was chosen; of steps on one way the highest chosen one.</summary>
    public static IReadOnlyList<(Crossing Crossing, AlertWays Ways)> Keep(IReadOnlyList<Crossing> crossings, IReadOnlyList<AlertChoice> choices)
    {
        var wanted = crossings.Select(c => (Crossing: c, Ways: Ways(c, choices))).Where(c => c.Ways != AlertWays.None).ToList();
        return [.. wanted.Where(w => !wanted.Any(o => Above(o.Crossing, w.Crossing)))];
    }

    /// <summary>Whether a set of choices is one that can be made.</summary>
    public static bool Fit(IReadOnlyList<AlertChoice> choices, CallerRole role, AlertPolicy policy)
    {
        if (choices.Count > AlertLimits.Choices) return false;
        var (ways, offered) = (WaysOf(role), policy.Offered(role).ToHashSet());
        return choices.All(c => (c.Ways & ~ways) == 0 && offered.Contains((c.Kind, c.Hours))) && choices.DistinctBy(c => (c.Kind, c.Hours)).Count() == choices.Count;
    }

    /// <summary>Ways there are in an inbox: webhooks are a workplace's.</summary>
    public static AlertWays WaysOf(CallerRole role) => role == CallerRole.Workplace ? AlertWays.Inbox | AlertWays.Mail | AlertWays.Webhook : AlertWays.Inbox | AlertWays.Mail;

    static AlertWays Ways(Crossing crossing, IReadOnlyList<AlertChoice> choices)
    {
        var month = crossing.Kind is AlertKind.MonthReached or AlertKind.MonthExpected;
        var ways = choices.FirstOrDefault(c => c.Kind == crossing.Kind && (!month || c.Hours * HourMinutes == crossing.Threshold))?.Ways ?? AlertWays.None;
        return ways == AlertWays.None ? ways : ways | AlertWays.Inbox;
    }

    /// <summary>Whether one says all that the other does, and more.</summary>
    static bool Above(Crossing one, Crossing other) => one.On == other.On && one.Place == other.Place && (one.Kind, other.Kind) switch
    {
        (AlertKind.MonthReached, AlertKind.MonthReached) or (AlertKind.MonthExpected, AlertKind.MonthExpected) => one.Threshold > other.Threshold,
        (AlertKind.MonthReached, AlertKind.MonthExpected) => one.Threshold >= other.Threshold,
        (AlertKind.YearOver, AlertKind.YearNear) => true,
        (AlertKind.RestOverdue, AlertKind.RestDue) => true,
        _ => false,
    };
}
