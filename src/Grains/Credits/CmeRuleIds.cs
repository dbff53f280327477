namespace JmaActors.Credits;

/// <summary>Ids of the rules of 日医生涯教育, as rows of seeds/policy/credits.json, verdicts and refusals name them.</summary>
public static class CmeRuleIds
{
    public const string Edition = "cme.edition";
    public const string Certificate = "cme.certificate";
    public const string Near = "cme.near";
    public const string CodeOnce = "cme.code-once";
    public const string Time = "cme.time";
    public const string Rounding = "cme.rounding";
    public const string CodePerTalk = "cme.code-per-talk";
    public const string PerTalk = "cme.per-talk";
    public const string WholeTalk = "cme.whole-talk";
    public const string Tolerance = "cme.tolerance";
    public const string WebProof = "cme.web-proof";
    public const string TalkLength = "cme.talk-length";
    public const string Timeline = "cme.timeline";
    public const string Year = "cme.fiscal-year";
    public const string KnownCode = "cme.known-code";
    public const string EntryLimit = "cme.entry-limit";
    public const string ELearning = "cme.e-learning";
    public const string ELearningScore = "cme.e-learning-score";
    public const string Journal = "cme.journal";
    public const string JournalUnits = "cme.journal-units";
    public const string ExamWriting = "cme.exam-writing";
    public const string Teaching = "cme.teaching";
    public const string HandsOn = "cme.hands-on";
    public const string Papers = "cme.papers";
    public const string Congress = "cme.congress";
    public const string SelfReport = "cme.self-report";
    public const string MembersOnly = "cme.members-only";
    public const string Licence = "cme.licence";
    public const string Report = "cme.report";
    public const string Earliest = "cme.earliest";

    /// <summary>Every rule a policy must have a row for.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Edition, Certificate, Near, CodeOnce, Time, Rounding, CodePerTalk, PerTalk, WholeTalk, Tolerance, WebProof, TalkLength, Timeline, Year,
        KnownCode, EntryLimit, ELearning, ELearningScore, Journal, JournalUnits, ExamWriting, Teaching, HandsOn, Papers, Congress, SelfReport,
        MembersOnly, Licence, Report, Earliest,
    ];
}
