using JmaActors.Policies;

namespace JmaActors.WorkHours;

/// <summary>The figures of 医師の働き方改革 as valid from a date, read from seeds/policy/work-hours.json; lengths in minutes.</summary>
public sealed record WorkPolicy
{
    /// <summary>What the id of every row of this policy begins with.</summary>
    public const string Prefix = "work.";

    /// <summary>Edition recorded with every decision: <c>work-2024</c>.</summary>
    public required string Edition { get; init; }

    /// <summary>The first civil date these figures hold on.</summary>
    public required DateOnly From { get; init; }

    /// <summary>法定労働時間 of a day: 8 hours.</summary>
    public required int Day { get; init; }

    /// <summary>Of a week: 40 hours.</summary>
    public required int Week { get; init; }

    /// <summary>Of a week at a clinic with fewer than ten staff: 44 hours.</summary>
    public required int SmallWeek { get; init; }

    /// <summary>The day a week begins.</summary>
    public required DayOfWeek WeekBegins { get; init; }

    /// <summary>What each level allows; every level has a row.</summary>
    public required IReadOnlyDictionary<WorkLevel, LevelLimits> Levels { get; init; }

    /// <summary>A month reaches its condition here: 100 hours.</summary>
    public required int Month { get; init; }

    /// <summary>What "promptly" is after it at level A: 7 days.</summary>
    public required int PromptDays { get; init; }

    /// <summary>Days before the last one from which somebody is reminded of an interview.</summary>
    public required int RemindDays { get; init; }

    /// <summary>Beyond this, hours are cut without delay: 155 hours.</summary>
    public required int Measures { get; init; }

    /// <summary>When fatigue is checked and what its signs are.</summary>
    public required FatigueSigns Fatigue { get; init; }

    /// <summary>The rules that are nothing but a kind and its figures.</summary>
    public required HoursSet Law { get; init; }

    /// <summary>Sets of rules an employer may choose beside the law.</summary>
    public required IReadOnlyList<HoursSet> Beside { get; init; }

    /// <summary>The ways in which rest can be given, in the order they are tried.</summary>
    public IReadOnlyList<RestWay> RestWays => Law.Ways;

    /// <summary>Unbroken permitted duty that counts as rest: 9 hours.</summary>
    public required int PermittedRest { get; init; }

    /// <summary>When level A has an effort to make about rest.</summary>
    public required RestEffort Effort { get; init; }

    /// <summary>Months after the month of the work by whose end compensatory rest is given: 1.</summary>
    public required int CompensatoryMonths { get; init; }

    /// <summary>A single task longer than this may take rest, which is then given at once: 15 hours.</summary>
    public required int LongTask { get; init; }

    /// <summary>The longest record: 72 hours.</summary>
    public required int LongestRecord { get; init; }

    /// <summary>Days in which work can be recorded afterwards: 45.</summary>
    public required int LateDays { get; init; }

    /// <summary>Percent of a limit from which it is near: 80.</summary>
    public required int NearPercent { get; init; }

    /// <summary>Days a forecast looks back: 28.</summary>
    public required int PaceDays { get; init; }

    /// <summary>Numbers of people below this are left out where only figures may be seen: 10.</summary>
    public required int SmallNumbers { get; init; }

    /// <summary>The rows behind the figures, by rule id.</summary>
    public required IReadOnlyDictionary<string, RuleRef> Rules { get; init; }

    /// <summary>What rest is judged by.</summary>
    /// <param name="effort">Whether level A has an effort to make.</param>
    public RestTerms Rest(bool effort) => new(Law.Ways, PermittedRest, LongTask, LongestRecord, Levels, effort, Paid);

    /// <summary>The same for a set beside the law: there rest is missing or not, and nothing pays for it.</summary>
    public RestTerms RestOf(HoursSet set) => new(set.Ways, PermittedRest, int.MaxValue, LongestRecord, Levels, Effort: false, Paid: null);

    static readonly RestNames Paid = new(WorkRuleIds.LongTask, WorkRuleIds.ResidentCompensatory, WorkRuleIds.CompensatoryPermitted);

    /// <summary>A rule as verdicts show it.</summary>
    public RuleRef Rule(string id) => Rules[id];

    /// <summary>The dates on which the law or a set beside it changes, from the law's first on, oldest first.</summary>
    public static IReadOnlyList<DateOnly> Changes(PolicyTable table)
    {
        var law = table.Changes(Prefix);
        return law.Count == 0 ? [] : [.. HoursSet.Changes(table).Concat(law).Where(d => d >= law[0]).Distinct().Order()];
    }

    /// <summary>The policy of a date.</summary>
    /// <exception cref="FormatException">A row, figure or setting is missing or has an unknown word.</exception>
    public static WorkPolicy Of(PolicyTable table, DateOnly on)
    {
        var law = Prefix[..^1];
        var beside = HoursSet.Names(table, on).Where(n => n != law).ToList();
        PolicyRow Row(string id) => table.Get(id, on);
        int Figure(string id, string name) => (int)Row(id).Figure(name);
        // Findings, verdicts and refusals name these.
        foreach (var named in WorkRuleIds.All) Row(named);
        return new WorkPolicy
        {
            Edition = Row(WorkRuleIds.Edition).Setting("edition"),
            From = on,
            Law = HoursSet.Of(table, law, on),
            Beside = [.. beside.Select(n => HoursSet.Of(table, n, on))],
            Day = Figure(WorkRuleIds.Day, "minutes"),
            Week = Figure(WorkRuleIds.Week, "minutes"),
            SmallWeek = Figure(WorkRuleIds.Week, "small-minutes"),
            WeekBegins = Enum.Parse<DayOfWeek>(Row(WorkRuleIds.Week).Setting("begins"), ignoreCase: true),
            Levels = Enum.GetValues<WorkLevel>().ToDictionary(l => l, l => LevelLimits.Of(Row(WorkRuleIds.Level(l)))),
            Month = Figure(WorkRuleIds.Month, "hours") * WorkMinute.Hour,
            PromptDays = Figure(WorkRuleIds.InterviewPrompt, "days"),
            RemindDays = Figure(WorkRuleIds.InterviewRemind, "days"),
            Measures = Figure(WorkRuleIds.Measures, "hours") * WorkMinute.Hour,
            Fatigue = FatigueSigns.Of(Row(WorkRuleIds.Fatigue)),
            PermittedRest = Figure(WorkRuleIds.RestPermitted, "minutes"),
            Effort = RestEffort.Of(Row(WorkRuleIds.RestEffort)),
            CompensatoryMonths = Figure(WorkRuleIds.Compensatory, "months"),
            LongTask = Figure(WorkRuleIds.LongTask, "minutes"),
            LongestRecord = Figure(WorkRuleIds.Record, "longest-minutes"),
            LateDays = Figure(WorkRuleIds.LateEntry, "days"),
            NearPercent = Figure(WorkRuleIds.Near, "percent"),
            PaceDays = Figure(WorkRuleIds.Forecast, "days"),
            SmallNumbers = Figure(WorkRuleIds.SmallNumbers, "least"),
            Rules = beside.Append(law).SelectMany(n => HoursSet.Rows(table, n, on)).ToDictionary(r => r.Id, r => r.Rule, StringComparer.Ordinal),
        };
    }
}
