using JmaActors.Alerts;
using JmaActors.Audit;
using JmaActors.Credits;
using JmaActors.Dues;
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
    readonly DuesPolicy[] _dues;
    readonly Dictionary<CreditScheme, SchemePolicy[]> _schemes = [];

    PolicyBook(PolicyTable table, CurriculumTable codes)
    {
        Table = table;
        Codes = codes;
        _cme = [.. table.Changes(CmePolicy.Prefix).Select(from => CmePolicy.Of(table, from))];
        foreach (var scheme in Enum.GetValues<CreditScheme>().Where(s => s != CreditScheme.Cme))
            _schemes.Add(scheme, [.. table.Changes(SchemePolicy.Prefix(scheme)).Select(from => SchemePolicy.Of(scheme, table, from))]);
        _training = [.. table.Changes(TrainingPolicy.Prefix).Select(from => TrainingPolicy.Of(table, from))];
        _audit = [.. table.Changes(AuditPolicy.Prefix).Select(from => AuditPolicy.Of(table, from))];
        _work = [.. WorkPolicy.Changes(table).Select(from => WorkPolicy.Of(table, from))];
        _alerts = [.. table.Changes(AlertPolicy.Prefix).Select(from => AlertPolicy.Of(table, from))];
        _dues = [.. table.Changes(DuesPolicy.Prefix).Select(from => DuesPolicy.Of(table, from))];
        if (_cme.Length == 0) throw new FormatException($"No policy row begins with '{CmePolicy.Prefix}'.");
        if (_training.Length == 0) throw new FormatException($"No policy row begins with '{TrainingPolicy.Prefix}'.");
    }

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
    /// <exception cref="FormatException">The seeds have none.</exception>
    public AuditPolicy Audit(DateOnly on) =>
        Array.FindLast(_audit, e => on >= e.From) ?? (_audit.Length > 0 ? _audit[0] : throw new FormatException($"No policy row begins with '{AuditPolicy.Prefix}'."));

    /// <summary>Working hours of physicians on a date; a date before the first edition is judged by the first.</summary>
    /// <exception cref="FormatException">The seeds have none.</exception>
    public WorkPolicy Work(DateOnly on) =>
        Array.FindLast(_work, e => on >= e.From) ?? (_work.Length > 0 ? _work[0] : throw new FormatException($"No policy row begins with '{WorkPolicy.Prefix}'."));

    /// <summary>What is told whom by default on a date; a date before the first edition is judged by the first.</summary>
    /// <exception cref="FormatException">The seeds have none.</exception>
    public AlertPolicy Alerts(DateOnly on) =>
        Array.FindLast(_alerts, e => on >= e.From) ?? (_alerts.Length > 0 ? _alerts[0] : throw new FormatException($"No policy row begins with '{AlertPolicy.Prefix}'."));

    /// <summary>Dues on a date; a date before the first edition is judged by the first.</summary>
    /// <exception cref="FormatException">The seeds have none.</exception>
    public DuesPolicy Dues(DateOnly on) =>
        Array.FindLast(_dues, e => on >= e.From) ?? (_dues.Length > 0 ? _dues[0] : throw new FormatException($"No policy row begins with '{DuesPolicy.Prefix}'."));

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
