using System.Globalization;
using JmaActors.Policies;

namespace JmaActors.Credits;

/// <summary>How a scheme beside CME counts attendance from a date on, read from <c>seeds/policy</c>.</summary>
public sealed record SchemePolicy
{
    public required CreditScheme Scheme { get; init; }

    /// <summary>Edition recorded with every decision, e.g. <c>occupational-2025</c>.</summary>
    public required string Edition { get; init; }

    /// <summary>The first civil date these figures hold on.</summary>
    public required DateOnly From { get; init; }

    /// <summary>What counted time is worth.</summary>
    public required UnitScale Scale { get; init; }

    /// <summary>True: coming late or leaving early, beyond what the program forgives, earns nothing of the talk.</summary>
    public required bool WholeTalk { get; init; }

    /// <summary>Parts that may be attended on the web; others earn nothing there.</summary>
    public required IReadOnlySet<string> WebParts { get; init; }

    /// <summary>What proves that somebody attended on the web.</summary>
    public required WebProof WebProof { get; init; }

    /// <summary>The layer a host of web lectures must be of; null when any may.</summary>
    public required AssociationLayer? WebHost { get; init; }

    /// <summary>Subjects by number.</summary>
    public required IReadOnlyDictionary<short, SchemeSubject> Subjects { get; init; }

    /// <summary>The rows behind the figures, by rule id.</summary>
    public required IReadOnlyDictionary<string, PolicyRow> Rows { get; init; }

    /// <summary>What the ids of a scheme's rows begin with.</summary>
    public static string Prefix(CreditScheme scheme) => scheme switch
    {
        CreditScheme.Cme => CmePolicy.Prefix,
        CreditScheme.Occupational => "occupational.",
        CreditScheme.Sports => "sports.",
        CreditScheme.Kakaritsuke => "kakaritsuke.",
        CreditScheme.CommonLecture => "common-lecture.",
        _ => throw new ArgumentOutOfRangeException(nameof(scheme), scheme, "No such scheme."),
    };

    /// <summary>The scheme as keys and boards name it: <c>cme</c>, <c>occupational</c>, <c>common-lecture</c> …</summary>
    public static string Name(CreditScheme scheme) => Prefix(scheme)[..^1];

    /// <summary>The policy of a date.</summary>
    /// <exception cref="FormatException">A row or figure is missing.</exception>
    public static SchemePolicy Of(CreditScheme scheme, PolicyTable table, DateOnly on)
    {
        var prefix = Prefix(scheme);
        var rows = table.Rows.Where(r => r.Id.StartsWith(prefix, StringComparison.Ordinal) && r.Holds(on)).ToDictionary(r => r.Id, StringComparer.Ordinal);
        PolicyRow Row(string name) => rows.TryGetValue(prefix + name, out var row) ? row : throw new FormatException($"No policy row {prefix}{name} holds on {on:yyyy-MM-dd}.");
        var web = Row("web");
        return new SchemePolicy
        {
            Scheme = scheme,
            Edition = Row("edition").Setting("edition"),
            From = on,
            Scale = new UnitScale(
                TimeSpan.FromMinutes((double)Row("time").Figure("step-minutes")), Units.Of(Row("time").Figure("step-units")),
                CmePolicy.ReadRounding(Row("rounding").Setting("odd-minutes"))),
            WholeTalk = Row("attendance").Setting("whole-talk") == "yes",
            WebParts = Words(web.Setting("parts")).ToHashSet(StringComparer.Ordinal),
            WebProof = WebProof.Of(Row("web-proof")),
            WebHost = web.Settings.TryGetValue("host", out var host) ? ReadHost(web, host) : null,
            Subjects = Under("subject.").Select(r => Subject(scheme, prefix, r, rows)).ToDictionary(s => s.Number),
            Rows = rows,
        };

        IEnumerable<PolicyRow> Under(string name) => rows.Values.Where(r => r.Id.StartsWith(prefix + name, StringComparison.Ordinal));
    }

    /// <summary>True when attendance on the web earns units of the subject.</summary>
    public bool CountsOnWeb(SchemeSubject subject) => WebParts.Contains(subject.Part);

    static SchemeSubject Subject(CreditScheme scheme, string prefix, PolicyRow row, Dictionary<string, PolicyRow> rows)
    {
        var number = ReadNumber(row, row.Id[(prefix.Length + "subject.".Length)..]);
        var limit = rows.Values.SingleOrDefault(r => r.Id.StartsWith($"{prefix}limit.", StringComparison.Ordinal) && Words(r.Setting("subjects")).Contains(Text(number)));
        var codes = rows.TryGetValue($"{prefix}code-link", out var link) && link.Settings.TryGetValue(Text(number), out var listed) ? Words(listed) : [];
        return new SchemeSubject(scheme, number, row.Setting("part"), row.Rule)
        {
            Codes = [.. codes.Select(c => new CurriculumCode(ReadNumber(link!, c)))],
            Limit = limit is null ? null : SchemeLimit.Of(limit),
        };
    }

    internal static string[] Words(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    static string Text(short number) => number.ToString(CultureInfo.InvariantCulture);

    static short ReadNumber(PolicyRow row, string text) => short.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : throw new FormatException($"{row.Id}: '{text}' is no number of a subject or code.");

    static AssociationLayer ReadHost(PolicyRow row, string text) => text switch
    {
        "jma" => AssociationLayer.National,
        "prefecture" => AssociationLayer.Prefecture,
        _ => throw new FormatException($"{row.Id}: '{text}' is no layer a host is of; prefecture or jma is."),
    };
}
