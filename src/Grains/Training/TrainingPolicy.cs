using JmaActors.Credits;
using JmaActors.Policies;

namespace JmaActors.Training;

/// <summary>Who says yes to the units a program offers under a scheme.</summary>
public enum SchemeApprover
{
    /// <summary>都道府県医師会, the one the host belongs to.</summary>
    Prefecture,

    /// <summary>日本医師会.</summary>
    Jma,
}

/// <summary>Who approves a program's units and how long before, as valid from a date; read from <c>seeds/policy/training.json</c>.</summary>
public sealed record TrainingPolicy
{
    /// <summary>What the id of every row of this policy begins with.</summary>
    public const string Prefix = "training.";

    /// <summary>The first civil date these rows hold on.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Approver by scheme; every scheme has one.</summary>
    public required IReadOnlyDictionary<CreditScheme, SchemeApprover> Approvers { get; init; }

    /// <summary>Days before a program's first day by which it is applied for: 30.</summary>
    public required int LeadDays { get; init; }

    /// <summary>True: a late application is refused. False: it is marked and taken.</summary>
    public required bool RefusesLate { get; init; }

    /// <summary>Percent of consumption tax (消費税) contained in a course fee; 0 before the first row.</summary>
    public required int CourseFeeTaxPercent { get; init; }

    /// <summary>The rows behind it, by rule id.</summary>
    public required IReadOnlyDictionary<string, RuleRef> Rules { get; init; }

    /// <summary>Id of the rule that names a scheme's approver, e.g. <c>training.approver.common-lecture</c>.</summary>
    public static string ApproverRule(CreditScheme scheme) => $"training.approver.{SchemePolicy.Name(scheme)}";

    /// <summary>Who approves units of a scheme.</summary>
    public SchemeApprover ApproverOf(CreditScheme scheme) => Approvers[scheme];

    /// <summary>The last civil date on which an application for a program that begins on <paramref name="firstDay"/> is in time.</summary>
    public DateOnly ApplyBy(DateOnly firstDay) => firstDay.AddDays(-LeadDays);

    /// <summary>The policy of a date.</summary>
    /// <exception cref="FormatException">A row, figure or setting is missing or has an unknown word.</exception>
    public static TrainingPolicy Of(PolicyTable table, DateOnly on)
    {
        var approvers = Enum.GetValues<CreditScheme>().ToDictionary(s => s, s => table.Get(ApproverRule(s), on));
        var application = table.Get(TrainingRuleIds.Application, on);
        return new TrainingPolicy
        {
            From = on,
            Approvers = approvers.ToDictionary(a => a.Key, a => ReadApprover(a.Value)),
            LeadDays = (int)application.Figure("lead-days"),
            RefusesLate = ReadEnforce(application),
            CourseFeeTaxPercent = (int)(table.Find(TrainingRuleIds.CourseFeeTax, on)?.Figure("percent") ?? 0),
            Rules = table.Rows.Where(r => r.Id.StartsWith(Prefix, StringComparison.Ordinal) && r.Holds(on)).ToDictionary(r => r.Id, r => r.Rule, StringComparer.Ordinal),
        };
    }

    static SchemeApprover ReadApprover(PolicyRow row) => row.Setting("by") switch
    {
        "prefecture" => SchemeApprover.Prefecture,
        "jma" => SchemeApprover.Jma,
        var other => throw new FormatException($"{row.Id}: '{other}' approves nothing; prefecture or jma does."),
    };

    static bool ReadEnforce(PolicyRow row) => row.Setting("enforce") switch
    {
        "warn" => false,
        "refuse" => true,
        var other => throw new FormatException($"{row.Id}: '{other}' is neither warn nor refuse."),
    };
}
