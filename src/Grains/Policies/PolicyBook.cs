using JmaActors.Alerts;
using JmaActors.Applications;
using JmaActors.Audit;
using JmaActors.Benefits;
using JmaActors.Credits;
using JmaActors.Dues;
using JmaActors.Evaluations;
using JmaActors.Members;
using JmaActors.Training;
using JmaActors.WorkHours;

namespace JmaActors.Policies;

/// <summary>
/// Everything dated that rules judge by: the policy rows, made typed per benefit, and the curriculum codes. Read once at start, never changed,
/// safe to share between all actors.
/// </summary>
public sealed class PolicyBook
{
    readonly CmePolicy[] _cme;
    readonly TrainingPolicy[] _training;
    readonly AuditPolicy[] _audit;
    readonly WorkPolicy[] _work;
    readonly AlertPolicy[] _alerts;
    readonly EvaluationPolicy[] _evaluation;
    readonly DuesPolicy[] _dues;
    readonly ApplicationPolicy[] _application;
    readonly Dictionary<CreditScheme, SchemePolicy[]> _schemes = [];

    PolicyBook(PolicyTable table, CurriculumTable codes)
    {
        Table = table;
        Codes = codes;
        _cme = Needed(CmePolicy.Prefix, table.Changes(CmePolicy.Prefix), from => CmePolicy.Of(table, from));
        foreach (var scheme in Enum.GetValues<CreditScheme>().Where(s => s != CreditScheme.Cme))
            _schemes.Add(scheme, [.. table.Changes(SchemePolicy.Prefix(scheme)).Select(from => SchemePolicy.Of(scheme, table, from))]);
        _training = Needed(TrainingPolicy.Prefix, table.Changes(TrainingPolicy.Prefix), from => TrainingPolicy.Of(table, from));
        _audit = Needed(AuditPolicy.Prefix, table.Changes(AuditPolicy.Prefix), from => AuditPolicy.Of(table, from));
        _work = Needed(WorkPolicy.Prefix, WorkPolicy.Changes(table), from => WorkPolicy.Of(table, from));
        _alerts = Needed(AlertPolicy.Prefix, table.Changes(AlertPolicy.Prefix), from => AlertPolicy.Of(table, from));
        _evaluation = Needed(EvaluationPolicy.Prefix, table.Changes(EvaluationPolicy.Prefix), from => EvaluationPolicy.Of(table, from));
        _dues = Needed(DuesPolicy.Prefix, table.Changes(DuesPolicy.Prefix), from => DuesPolicy.Of(table, from));
        _application = Needed(ApplicationPolicy.Prefix, table.Changes(ApplicationPolicy.Prefix), from => ApplicationPolicy.Of(table, from));
    }

    /// <summary>What the house cannot run without is missed at once, not when it is first asked for.</summary>
    static T[] Needed<T>(string prefix, IReadOnlyList<DateOnly> changes, Func<DateOnly, T> of) =>
        changes.Count > 0 ? [.. changes.Select(of)] : throw new FormatException($"No policy row begins with '{prefix}'.");

    /// <summary>All rows, for pages that show the rules themselves.</summary>
    public PolicyTable Table { get; }

    /// <summary>The curriculum codes (カリキュラムコード).</summary>
    public CurriculumTable Codes { get; }

    /// <summary>Reads the seeds: the text of seeds/curriculum-codes.csv and of every file in seeds/policy.</summary>
    /// <exception cref="FormatException">A text is not as documented in seeds/README.md.</exception>
    public static PolicyBook Parse(string curriculumCsv, params IEnumerable<string> policyJson) =>
        new(PolicyTable.Parse(policyJson), CurriculumTable.Parse(curriculumCsv));

    /// <summary>Who approves a program's units and how long before, on a date; a date before the first edition is judged by the first.</summary>
    public TrainingPolicy Training(DateOnly on) => Array.FindLast(_training, e => on >= e.From) ?? _training[0];

    /// <summary>How long what is kept of who looked, on a date; a date before the first edition is judged by the first.</summary>
    public AuditPolicy Audit(DateOnly on) => Array.FindLast(_audit, e => on >= e.From) ?? _audit[0];

    /// <summary>Working hours of physicians on a date; a date before the first edition is judged by the first.</summary>
    public WorkPolicy Work(DateOnly on) => Array.FindLast(_work, e => on >= e.From) ?? _work[0];

    /// <summary>What is told whom by default on a date; a date before the first edition is judged by the first.</summary>
    public AlertPolicy Alerts(DateOnly on) => Array.FindLast(_alerts, e => on >= e.From) ?? _alerts[0];

    /// <summary>The evaluation of institutions on a date; a date before the first edition is judged by the first.</summary>
    public EvaluationPolicy Evaluation(DateOnly on) => Array.FindLast(_evaluation, e => on >= e.From) ?? _evaluation[0];

    /// <summary>Dues on a date; a date before the first edition is judged by the first.</summary>
    public DuesPolicy Dues(DateOnly on) => Array.FindLast(_dues, e => on >= e.From) ?? _dues[0];

    /// <summary>Applications on a date; a date before the first edition is judged by the first.</summary>
    public ApplicationPolicy Application(DateOnly on) => Array.FindLast(_application, e => on >= e.From) ?? _application[0];

    /// <summary>What membership opens to a person on a date.</summary>
    public IReadOnlyList<Entitlement> Entitlements(Membership membership, DateOnly? born, DateOnly on) => EntitlementRules.Of(Table, membership, born, on);

    /// <summary>The policy of a scheme beside CME on a date; a date before the first edition is judged by the first. Null when the seeds have none.</summary>
    public SchemePolicy? Scheme(CreditScheme scheme, DateOnly on) =>
        _schemes.GetValueOrDefault(scheme) is { Length: > 0 } editions ? Array.FindLast(editions, e => on >= e.From) ?? editions[0] : null;

    /// <summary>The title of what an entry or offer is about: a curriculum code, or a subject of another scheme. An unknown one shows as its number.</summary>
    public Words Title(CreditScheme scheme, short subject, DateOnly on)
    {
        if (scheme != CreditScheme.Cme) return Scheme(scheme, on)?.Subjects.GetValueOrDefault(subject)?.Title ?? new Words($"{subject}", $"{subject}");
        var title = Codes.Title(new CurriculumCode(subject));
        return new Words(title, title);
    }

    /// <summary>The CME policy of a date. A date before the first edition is judged by the first: older rules are not known here.</summary>
    public CmePolicy Cme(DateOnly on)
    {
        for (var i = _cme.Length - 1; i > 0; i--)
        {
            if (on >= _cme[i].From) return _cme[i];
        }
        return _cme[0];
    }
}
