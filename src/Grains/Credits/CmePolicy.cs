using System.Globalization;
using JmaActors.Policies;

namespace JmaActors.Credits;

/// <summary>
/// The figures of 日医生涯教育制度 as valid from a date, read from seeds/policy/credits.json. Every figure has its rule in <see cref="Rule"/>,
/// with source and whether it is verified.
/// </summary>
public sealed record CmePolicy
{
    /// <summary>What the id of every row of this policy begins with.</summary>
    public const string Prefix = "cme.";

    /// <summary>Edition recorded with every decision, e.g. <c>cme-2022</c>.</summary>
    public required string Edition { get; init; }

    /// <summary>The first civil date these figures hold on.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Units + distinct codes a certificate needs: 60.</summary>
    public required decimal Target { get; init; }

    /// <summary>Consecutive fiscal years that count: 3.</summary>
    public required int WindowYears { get; init; }

    /// <summary>Share of the target from which a standing is near: 0.8.</summary>
    public required decimal NearShare { get; init; }

    /// <summary>Counted time of one step: 30 minutes.</summary>
    public required TimeSpan Step { get; init; }

    /// <summary>Units of one step: 0.5.</summary>
    public required Units StepUnits { get; init; }

    /// <summary>How minutes short of a full step are treated.</summary>
    public required OddMinutes OddMinutes { get; init; }

    /// <summary>What counted time is worth.</summary>
    public UnitScale Scale => new(Step, StepUnits, OddMinutes);

    /// <summary>True since fiscal year 2022: exactly one code per talk, however long it is.</summary>
    public required bool OneCodePerTalk { get; init; }

    /// <summary>How late somebody may come and still have the talk counted from its start. Zero until a source says more.</summary>
    public required TimeSpan LateTolerance { get; init; }

    /// <summary>How long before a talk's end somebody may leave and still not count as having left early. Zero until a source says more.</summary>
    public required TimeSpan EarlyLeaveTolerance { get; init; }

    /// <summary>What proves that somebody attended on the web.</summary>
    public required WebProof WebProof { get; init; }

    /// <summary>The longest talk a timeline takes.</summary>
    public required TimeSpan LongestTalk { get; init; }

    /// <summary>The most units one entry takes that was not earned at a door.</summary>
    public required Units EntryLimit { get; init; }

    /// <summary>Units of one e-learning content: 1.</summary>
    public required Units ELearningUnits { get; init; }

    /// <summary>Methods open to members of 日本医師会 only: ① and ②.</summary>
    public required IReadOnlyList<CreditMethod> MembersOnly { get; init; }

    /// <summary>What each method asks of an entry recorded by hand; every method has its terms.</summary>
    public required IReadOnlyDictionary<CreditMethod, MethodTerms> Methods { get; init; }

    /// <summary>Years from the licence to the earliest certificate: 3.</summary>
    public required int CertificateYears { get; init; }

    /// <summary>Month and day until which a fiscal year is reported to the local association: 30 April.</summary>
    public required (int Month, int Day) Report { get; init; }

    /// <summary>No credit is dated before this.</summary>
    public required DateOnly Earliest { get; init; }

    /// <summary>The rows behind the figures, by rule id.</summary>
    public required IReadOnlyDictionary<string, RuleRef> Rules { get; init; }

    /// <summary>A rule of this policy by its id.</summary>
    public RuleRef Rule(string id) => Rules[id];

    /// <summary>The policy of a date.</summary>
    /// <exception cref="FormatException">A row or figure is missing.</exception>
    public static CmePolicy Of(PolicyTable table, DateOnly on)
    {
        var rows = CmeRuleIds.All.ToDictionary(id => id, id => table.Get(id, on));
        decimal Figure(string id, string name) => rows[id].Figure(name);
        TimeSpan Minutes(string id, string name) => TimeSpan.FromMinutes((double)Figure(id, name));
        return new CmePolicy
        {
            Edition = rows[CmeRuleIds.Edition].Setting("edition"),
            From = on,
            Target = Figure(CmeRuleIds.Certificate, "target"),
            WindowYears = (int)Figure(CmeRuleIds.Certificate, "window-years"),
            NearShare = Figure(CmeRuleIds.Near, "share"),
            Step = Minutes(CmeRuleIds.Time, "step-minutes"),
            StepUnits = Units.Of(Figure(CmeRuleIds.Time, "step-units")),
            OddMinutes = ReadRounding(rows[CmeRuleIds.Rounding].Setting("odd-minutes")),
            OneCodePerTalk = rows[CmeRuleIds.CodePerTalk].Setting("one-code") == "yes",
            LateTolerance = Minutes(CmeRuleIds.Tolerance, "late-minutes"),
            EarlyLeaveTolerance = Minutes(CmeRuleIds.Tolerance, "early-leave-minutes"),
            WebProof = WebProof.Of(rows[CmeRuleIds.WebProof]),
            LongestTalk = TimeSpan.FromHours((double)Figure(CmeRuleIds.TalkLength, "hours")),
            EntryLimit = Units.Of(Figure(CmeRuleIds.EntryLimit, "units")),
            ELearningUnits = Units.Of(Figure(CmeRuleIds.ELearning, "units")),
            MembersOnly = [.. rows[CmeRuleIds.MembersOnly].Setting("methods").Split(',', StringSplitOptions.TrimEntries).Select(ReadMethod)],
            Methods = MethodTerms.Of(rows),
            CertificateYears = (int)Figure(CmeRuleIds.Licence, "years"),
            Report = ((int)Figure(CmeRuleIds.Report, "month"), (int)Figure(CmeRuleIds.Report, "day")),
            Earliest = DateOnly.ParseExact(rows[CmeRuleIds.Earliest].Setting("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Rules = rows.ToDictionary(r => r.Key, r => r.Value.Rule),
        };
    }

    internal static OddMinutes ReadRounding(string text) => text switch
    {
        "floor" => OddMinutes.Floor,
        _ => throw new FormatException($"'{text}' is no treatment of odd minutes."),
    };

    internal static CreditMethod ReadMethod(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Enum.IsDefined((CreditMethod)number)
            ? (CreditMethod)number
            : throw new FormatException($"'{text}' is no method of earning credit.");
}

/// <summary>What becomes of counted minutes that do not fill a step.</summary>
public enum OddMinutes
{
    /// <summary>切り捨て: they earn nothing. 50 minutes are 0.5. No source seen confirms it; the row is marked.</summary>
    Floor,
}
