namespace JmaActors.Credits;

/// <summary>
/// What proves an entry that is recorded by hand: the score of ① and ②, and a document where a person reports for herself. A score that is
/// given is always judged; who must give one, and a document, says rule <c>cme.self-report</c>. Null means: nothing against it.
/// </summary>
public static class EvidenceRules
{
    /// <summary>Checks score and evidence of an accrual.</summary>
    public static Refusal? Check(AccrueCredit command, CmePolicy policy)
    {
        var terms = policy.Methods[command.Method];
        var own = command.Caller.Oneself;
        if (own && command.Post) return new Refusal("office-posts", CmeRuleIds.SelfReport, "What a person reports for herself is pending until an office posts it.");
        return CheckScore(command, terms, own) ?? CheckEvidence(command, terms, own);
    }

    /// <summary>Whether the document an entry names is there to be attached.</summary>
    /// <param name="document">What the person holds under its digest, if it may be attached (<see cref="Attachable"/>).</param>
    public static Refusal? CheckHeld(AccrueCredit command, HeldDocument? document) => command.Evidence is not null && document is null
        ? new Refusal("evidence-not-here", RuleOf(command.Method), $"Upload the document first, for the same person; it may be attached within {EvidenceLimits.AttachWithin.TotalHours:0} hours.")
        : null;

    /// <summary>The document of a holding that an entry may name now: one that is attached already, or came lately enough not to go meanwhile. Null otherwise.</summary>
    public static HeldDocument? Attachable(EvidenceHolding? holding, DateTimeOffset now) =>
        holding is not null && (holding.Attached || now - holding.Uploaded < EvidenceLimits.AttachWithin) ? new HeldDocument(holding.Sha256, holding.Kind, holding.Bytes) : null;

    /// <summary>True when a reference has a name and the digits of a digest.</summary>
    public static bool WellFormed(Evidence evidence) =>
        !string.IsNullOrWhiteSpace(evidence.Name) && evidence.Name.Length <= CreditLimits.EvidenceName && !evidence.Name.HasControls()
        && evidence.Sha256 is { Length: EvidenceLimits.Digits } hash && hash.IsLowerHex();

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
        _ => new Refusal("bad-evidence", RuleOf(command.Method), $"A document has a name of 1 to {CreditLimits.EvidenceName} characters and its SHA-256 in {EvidenceLimits.Digits} lower-case hexadecimal digits."),
    };

    static string RuleOf(CreditMethod method) => method == CreditMethod.Lecture ? CmeRuleIds.Congress : CmeRuleIds.SelfReport;
}
