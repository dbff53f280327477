using JmaActors.Policies;

namespace JmaActors.Credits;

/// <summary>What one method of earning CME credit asks of an entry that is recorded by hand.</summary>
/// <param name="Score">Percent of correct answers it earns from; null when it asks for none.</param>
/// <param name="ScoreRule">The rule that asks for the score; null when none does.</param>
/// <param name="Units">Units of one entry, where the method fixes them; null when they are taken as reported.</param>
/// <param name="UnitsRule">The rule of its units; null for lectures, which count time.</param>
/// <param name="ScoreOfMembersOnly">True: only who reports for themselves must say the score; what an office records it has checked.</param>
/// <param name="Evidence">True: who reports for themselves shows a document.</param>
public sealed record MethodTerms(int? Score, string? ScoreRule, Units? Units, string? UnitsRule, bool ScoreOfMembersOnly, bool Evidence)
{
    /// <summary>The terms of every method.</summary>
    /// <param name="rows">The rows of a CME policy by rule id.</param>
    /// <exception cref="FormatException">A figure or setting is missing or has an unknown word.</exception>
    public static IReadOnlyDictionary<CreditMethod, MethodTerms> Of(IReadOnlyDictionary<string, PolicyRow> rows)
    {
        var report = rows[CmeRuleIds.SelfReport];
        var evidence = report.Setting("evidence-methods").Split(',', StringSplitOptions.TrimEntries).Select(CmePolicy.ReadMethod).ToHashSet();
        var membersOnly = report.Setting("score-asked-of") switch
        {
            "member" => true,
            "everyone" => false,
            var other => throw new FormatException($"{report.Id}: '{other}' is neither member nor everyone."),
        };
        return Enum.GetValues<CreditMethod>().ToDictionary(method => method, method =>
        {
            var (score, units) = RulesOf(method);
            return new MethodTerms(
                score is null ? null : (int)rows[score].Figure("score-percent"), score,
                units is null ? null : Fixed(rows[units]), units, membersOnly, evidence.Contains(method));
        });
    }

    /// <summary>The same as an actor tells them.</summary>
    public static IReadOnlyList<MethodLine> Lines(CmePolicy policy) =>
    [
        .. policy.Methods.OrderBy(m => m.Key).Select(m => new MethodLine(
            m.Key, m.Value.Units, policy.StepUnits, policy.EntryLimit, m.Value.Score, m.Value.Evidence, policy.MembersOnly.Contains(m.Key))),
    ];

    static (string? Score, string? Units) RulesOf(CreditMethod method) => method switch
    {
        CreditMethod.Journal => (CmeRuleIds.Journal, CmeRuleIds.JournalUnits),
        CreditMethod.ELearning => (CmeRuleIds.ELearningScore, CmeRuleIds.ELearning),
        CreditMethod.ExamWriting => (null, CmeRuleIds.ExamWriting),
        CreditMethod.Teaching => (null, CmeRuleIds.Teaching),
        CreditMethod.HandsOn => (null, CmeRuleIds.HandsOn),
        CreditMethod.Paper => (null, CmeRuleIds.Papers),
        _ => (null, null),
    };

    /// <summary>A row fixes the units by a figure, or says that they are taken as reported.</summary>
    static Units? Fixed(PolicyRow row) => row.Figures.TryGetValue("units", out var units)
        ? JmaActors.Units.Of(units)
        : row.Setting("units") == "as-reported" ? null : throw new FormatException($"{row.Id}: units are a figure or as-reported.");
}
