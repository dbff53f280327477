using JmaActors.Directory;
using JmaActors.Interviews;

namespace JmaActors.WorkHours;

/// <summary>
/// By what their working hours have come to people are searched, by those alone who see everybody's (docs/rights.md): to an office there is none of these terms.
/// </summary>
/// <remarks>
/// A figure is of the running month of an agreement, over all employers, as each workplace that keeps the person's hours has it; where several do, their months may begin on different days,
/// and any of them is enough. Rows are written when something happens: where nothing did since a month ended (<see cref="AgreementPeriods.LastOver"/>), nothing is known of the new one, and it counts
/// as without hours, as in the figures of a region. So no search takes last month's figures for this month's.
/// </remarks>
public static class WorkHoursSearchPart
{
    const string MonthFrom = "month_from";

    public static readonly SearchPart Part = new(
        [
            // What the month asks for beyond its hours; none: no workplace keeps her hours.
            new RowsTerm(
                "hours", WorkVerdicts.Benefit, TermKind.Choice, WorkHoursViews.Hours, "month_outcome", Monthly: MonthFrom,
                Codes: new Dictionary<string, int?>
                {
                    ["under"] = (int)MonthOutcome.Under, ["check-due"] = (int)MonthOutcome.CheckDue, ["interview-due"] = (int)MonthOutcome.InterviewDue,
                    ["interview-follows"] = (int)MonthOutcome.InterviewFollows, ["met"] = (int)MonthOutcome.Met, ["breached"] = (int)MonthOutcome.Breached, ["none"] = null,
                })
            { Closed = true },
            // What is to be done about an interview; nothing: her hours are kept, and nothing is to be done.
            new RowsTerm(
                "interview-need", WorkVerdicts.Benefit, TermKind.Choice, WorkHoursViews.Hours, "need", Monthly: MonthFrom,
                Codes: new Dictionary<string, int?>
                {
                    ["pace"] = (int)InterviewNeed.Pace, ["check"] = (int)InterviewNeed.Check, ["interview"] = (int)InterviewNeed.Interview, ["follows"] = (int)InterviewNeed.Follows,
                    ["missed"] = (int)InterviewNeed.Missed, ["nothing"] = (int)InterviewNeed.None,
                })
            { Closed = true },
            // Overtime and holiday work of the month so far, in hours over minutes: the most any of her workplaces has.
            new RowsTerm("hours-month", WorkVerdicts.Benefit, TermKind.Range, WorkHoursViews.Hours, "month_minutes", Monthly: MonthFrom, Scale: WorkMinute.Hour) { Closed = true },
        ],
        []);
}
