using JmaActors.Policies;

namespace JmaActors.WorkHours;

/// <summary>What a level allows, minutes of a year, and whether rest between duties is a duty there.</summary>
/// <param name="Total">Over all employers, where no other level allows more.</param>
/// <param name="Own">Inside the one institution.</param>
public sealed record LevelLimits(int Total, int Own, bool RestDuty)
{
    internal static LevelLimits Of(PolicyRow row) => new(
        (int)row.Figure("year-hours") * WorkMinute.Hour,
        (int)row.Figure("own-hours") * WorkMinute.Hour,
        row.Setting("rest") switch
        {
            "duty" => true,
            "effort" => false,
            var other => throw new FormatException($"{row.Id}: '{other}' is neither duty nor effort."),
        });
}

/// <summary>When sleep and fatigue are checked at level A, and what their signs are.</summary>
/// <param name="Check">Minutes of a month above which they are checked.</param>
/// <param name="PreviousMonth">Minutes of the month before from which it is a sign.</param>
/// <param name="Sleep">Minutes of sleep a day below which it is one.</param>
/// <param name="Grade">Grade from which it is one: IV.</param>
/// <param name="Score">Score from which it is one.</param>
public sealed record FatigueSigns(int Check, int PreviousMonth, int Sleep, int Grade, int Score)
{
    internal static FatigueSigns Of(PolicyRow row) => new(
        (int)row.Figure("check-hours") * WorkMinute.Hour, (int)row.Figure("previous-hours") * WorkMinute.Hour,
        (int)row.Figure("sleep-minutes"), (int)row.Figure("grade"), (int)row.Figure("score"));
}

/// <summary>When level A has an effort to make about rest.</summary>
/// <param name="Year">Minutes of a year that are passed.</param>
/// <param name="Month">Minutes of a month that are passed …</param>
/// <param name="Months">… in more months than this.</param>
public sealed record RestEffort(int Year, int Month, int Months)
{
    internal static RestEffort Of(PolicyRow row) => new(
        (int)row.Figure("year-hours") * WorkMinute.Hour, (int)row.Figure("month-hours") * WorkMinute.Hour, (int)row.Figure("months"));
}
