using JmaActors.WorkHours;

namespace JmaActors.Alerts;

/// <summary>Which rule an alert is by.</summary>
static class AlertWords
{
    /// <summary>The id of the rule, as it is a row of seeds/policy/work-hours.json.</summary>
    public static string Rule(Crossing what, WorkPolicy work) => what.Kind switch
    {
        AlertKind.MonthReached or AlertKind.MonthExpected =>
            what.Threshold == work.Month ? WorkRuleIds.Month : what.Threshold == work.Measures ? WorkRuleIds.Measures : what.Threshold == work.Fatigue.Check ? WorkRuleIds.Fatigue : WorkRuleIds.Forecast,
        AlertKind.YearNear => WorkRuleIds.Near,
        AlertKind.YearOver => WorkRuleIds.Combined,
        AlertKind.RestBroken => WorkRuleIds.RestNormal,
        AlertKind.RestDue or AlertKind.RestOverdue => WorkRuleIds.Compensatory,
        _ => WorkRuleIds.Interview,
    };
}
