namespace JmaActors.Credits;

/// <summary>
/// What proves an entry that is recorded by hand: the score of ① and ②, and a document where a person reports for herself. A score that is
/// given is always judged; who must give one, and a document, says rule <c>cme.self-report</c>. Null means: nothing against it.
/// </summary>
public static class EvidenceRules
{
    const int HexDigits = 64;

    /// <summary>Longest extension kept.</summary>
    const int ExtensionMost = 5;

    /// <summary>Checks score and evidence of an accrual.</summary>
    public static Refusal? Check(AccrueCredit command, CmePolicy policy)
    {
        var terms = policy.Methods[command.Method];
        var own = command.Caller.Role == CallerRole.Member;
        if (own && command.Post) return new Refusal("office-posts", CmeRuleIds.SelfReport, "What a person reports for herself is pending until an office posts it.");
        return CheckScore(command, terms, own) ?? CheckEvidence(command, terms, own);
    }

    /// <summary>Of a document's name what is kept: its extension in small letters, 1 to 5 letters and digits; null without one. A name may be a person's.</summary>
    public static string? Extension(string? name)
    {
        var extension = Path.GetExtension(name ?? "").TrimStart('.').ToLowerInvariant();
        return extension.Length is >= 1 and <= ExtensionMost && extension.All(char.IsAsciiLetterOrDigit) ? extension : null;
    }

    static Refusal? CheckScore(AccrueCredit command, MethodTerms terms, bool own)
    {
        if (command.Score is < 0 or > 100) return new Refusal("bad-score", terms.ScoreRule ?? "", "A score is 0 to 100 percent.");
        if (terms is not { Score: { } needed, ScoreRule: { } rule }) return null;
        if (command.Score is not { } score)
            return own || !terms.ScoreOfMembersOnly ? new Refusal("score-missing", rule, $"Method {(int)command.Method} earns from {needed} % of correct answers; none was said.") : null;
        return score < needed ? new Refusal("score-too-low", rule, $"Method {(int)command.Method} earns from {needed} % of correct answers; {score} % were reached.") : null;
    }

    static Refusal? CheckEvidence(AccrueCredit command, MethodTerms terms, bool own) => command.Evidence switch
    {
        null when own && terms.Evidence => new Refusal("evidence-missing", RuleOf(command.Method), "Who reports for herself shows a document, e.g. a copy of the attendance certificate."),
        null => null,
        { } evidence when WellFormed(evidence) => null,
        _ => new Refusal("bad-evidence", RuleOf(command.Method), $"A document has a name of 1 to {CreditLimits.EvidenceName} characters and its SHA-256 in {HexDigits} lower-case hexadecimal digits."),
    };

    static bool WellFormed(Evidence evidence) =>
        !string.IsNullOrWhiteSpace(evidence.Name) && evidence.Name.Length <= CreditLimits.EvidenceName && !evidence.Name.Any(char.IsControl)
        && evidence.Sha256 is { Length: HexDigits } hash && hash.All(char.IsAsciiHexDigitLower);

    static string RuleOf(CreditMethod method) => method == CreditMethod.Lecture ? CmeRuleIds.Congress : CmeRuleIds.SelfReport;
}
