using JmaActors.Policies;
using JmaActors.WorkHours;
using static JmaActors.Tests.Rules.WorkHours.Hours;

namespace JmaActors.Tests.Rules.WorkHours;

/// <summary>Short words for rules an employer chose beside the law.</summary>
static class Sets
{
    public const string Acgme = "acgme";

    public static Employment Choosing(string workplace, string set = Acgme) => At(workplace) with { Rules = set };

    /// <summary>The seeds with one more set of rules.</summary>
    public static WorkPolicy With(string json) => PolicyBook.Parse(
        Seeds.Text("curriculum-codes.csv"),
        [.. System.IO.Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "seeds", "policy"), "*.json").Select(File.ReadAllText), json]).Work(new DateOnly(2026, 4, 1));

    /// <summary>What the sets beside the law find in April, of records alone or with the plan.</summary>
    public static IReadOnlyList<WorkFinding> Found(WorkCase facts, DaySpan? over = null, WorkPolicy? policy = null)
    {
        var (days, rules) = (over ?? April, policy ?? Policy);
        return [.. SetRules.Beside(facts, days, Tables.ExpectedOf(facts, days, rules), rules, planned: true)];
    }

    public static string[] Told(IEnumerable<WorkSpan> records, params Employment[] employments) =>
        Told(Found(Case(records, null, null, employments.Length == 0 ? [Choosing("W1")] : employments)));

    public static string[] Told(IEnumerable<WorkFinding> findings) => [.. findings.Select(f => $"{f.Rule} {f.Force} {f.On:MM-dd} {f.Minutes}/{f.Limit}")];

    /// <summary>Kinds of the spans that make the work of the house: what ACGME counts.</summary>
    public static bool CountsInTheHouse(WorkSpan span) => span.Counts || span.Kind is HoursKind.PermittedDuty or HoursKind.Break;
}
