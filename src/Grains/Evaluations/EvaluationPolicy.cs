using System.Globalization;
using JmaActors.Policies;

namespace JmaActors.Evaluations;

/// <summary>An item of the evaluation, as seeds/policy/evaluation.json has it.</summary>
/// <param name="Group">Where it stands: <c>structure</c>, <c>process</c> or <c>outcome</c>.</param>
public sealed record EvaluationItem(string Id, string Group, bool Mandatory, Words Text, bool Unverified);

/// <summary>Items, fields of the sheet, overall wordings and terms of the evaluation, as valid on a date.</summary>
public sealed record EvaluationPolicy
{
    /// <summary>What the id of every row of this policy begins with.</summary>
    public const string Prefix = "evaluation.";

    const string ItemPrefix = "evaluation.item.", SheetPrefix = "evaluation.sheet.", ResultPrefix = "evaluation.result.";

    public const string Surveyors = "evaluation.surveyors", Mandatory = "evaluation.mandatory", C2 = "evaluation.c2", Plan = "evaluation.plan", Cycle = "evaluation.cycle";

    /// <summary>The first civil date these rows hold on.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Edition recorded with every decision.</summary>
    public required string Edition { get; init; }

    /// <summary>Months from filing to the result aimed at: 4.</summary>
    public required int TargetMonths { get; init; }

    /// <summary>Years from the designation to the next review: 3.</summary>
    public required int CycleYears { get; init; }

    /// <summary>Days before the next review from which it is near: 180.</summary>
    public required int CycleRemindDays { get; init; }

    /// <summary>Months between two reviews of the plan: 12.</summary>
    public required int PlanMonths { get; init; }

    /// <summary>Days before a review of the plan from which it is near: 30.</summary>
    public required int PlanRemindDays { get; init; }

    /// <summary>In order.</summary>
    public required IReadOnlyList<EvaluationItem> Items { get; init; }

    /// <summary>Id and name of each field of the sheet, in order.</summary>
    public required IReadOnlyList<(string Field, Words Name)> Fields { get; init; }

    /// <summary>The fixed overall wordings, in order.</summary>
    public required IReadOnlyList<ResultChoice> Results { get; init; }

    public EvaluationItem? Item(string id) => Items.FirstOrDefault(i => i.Id == id);

    /// <summary>The policy of a date.</summary>
    /// <exception cref="FormatException">A row, figure or setting is missing.</exception>
    public static EvaluationPolicy Of(PolicyTable table, DateOnly on)
    {
        int Figure(string id, string name) => (int)table.Get(id, on).Figure(name);
        IReadOnlyList<PolicyRow> Rows(string prefix) => table.Rows.Where(r => r.Id.StartsWith(prefix, StringComparison.Ordinal) && r.Holds(on)).ToList() is { Count: > 0 } rows
            ? rows : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"No policy row that begins with '{prefix}' holds on {on:yyyy-MM-dd}."));
        // Refusals name these.
        foreach (var named in (string[])[Surveyors, Mandatory, C2]) table.Get(named, on);
        return new EvaluationPolicy
        {
            From = on,
            Edition = table.Get("evaluation.edition", on).Setting("edition"),
            TargetMonths = Figure("evaluation.target", "months"),
            CycleYears = Figure(Cycle, "years"),
            CycleRemindDays = Figure(Cycle, "remind-days"),
            PlanMonths = Figure(Plan, "months"),
            PlanRemindDays = Figure(Plan, "remind-days"),
            Items = [.. Rows(ItemPrefix).Select(r => new EvaluationItem(r.Id[ItemPrefix.Length..], r.Setting("group"), r.Setting("mandatory") == "yes", r.Words, !r.Verified))],
            Fields = [.. Rows(SheetPrefix).Select(r => (r.Setting("field"), r.Words))],
            Results = [.. Rows(ResultPrefix).Select(r => new ResultChoice(r.Id[ResultPrefix.Length..], r.Words, !r.Verified))],
        };
    }
}
