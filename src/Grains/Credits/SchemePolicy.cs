using JmaActors.Policies;

namespace JmaActors.Credits;

/// <summary>One subject (科目) of a scheme beside CME, as a policy row names it.</summary>
/// <param name="Number">Its number within the scheme.</param>
/// <param name="Part">The part it counts in, e.g. <c>basic-front</c>, <c>lifelong-renewal</c>, <c>applied</c>, <c>a</c>.</param>
public sealed record SchemeSubject(CreditScheme Scheme, short Number, string Part, RuleRef Rule)
{
    public Words Title => Rule.Text;
}

/// <summary>How a scheme beside CME counts attendance from a date on, read from <c>seeds/policy</c>.</summary>
public sealed record SchemePolicy
{
    public required CreditScheme Scheme { get; init; }

    /// <summary>Edition recorded with every decision, e.g. <c>occupational-2025</c>.</summary>
    public required string Edition { get; init; }

    /// <summary>The first civil date these figures hold on.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Time of one step, and the units it is worth.</summary>
    public required TimeSpan Step { get; init; }

    public required Units StepUnits { get; init; }

    /// <summary>True: coming late or leaving early, beyond what the program forgives, earns nothing of the talk.</summary>
    public required bool WholeTalk { get; init; }

    /// <summary>Parts that may be attended on the web; others earn nothing there.</summary>
    public required IReadOnlySet<string> WebParts { get; init; }

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

    /// <summary>The policy of a date.</summary>
    /// <exception cref="FormatException">A row or figure is missing.</exception>
    public static SchemePolicy Of(CreditScheme scheme, PolicyTable table, DateOnly on)
    {
        var prefix = Prefix(scheme);
        var rows = table.Rows.Where(r => r.Id.StartsWith(prefix, StringComparison.Ordinal) && r.Holds(on)).ToDictionary(r => r.Id, StringComparer.Ordinal);
        PolicyRow Row(string name) => rows.TryGetValue(prefix + name, out var row) ? row : throw new FormatException($"No policy row {prefix}{name} holds on {on:yyyy-MM-dd}.");
        return new SchemePolicy
        {
            Scheme = scheme,
            Edition = Row("edition").Setting("edition"),
            From = on,
            Step = TimeSpan.FromMinutes((double)Row("time").Figure("step-minutes")),
            StepUnits = Units.Of(Row("time").Figure("step-units")),
            WholeTalk = Row("attendance").Setting("whole-talk") == "yes",
            WebParts = Row("web").Setting("parts").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal),
            Subjects = rows.Values.Where(r => r.Id.StartsWith($"{prefix}subject.", StringComparison.Ordinal)).Select(r => Subject(scheme, prefix, r)).ToDictionary(s => s.Number),
            Rows = rows,
        };
    }

    static SchemeSubject Subject(CreditScheme scheme, string prefix, PolicyRow row) => short.TryParse(row.Id.AsSpan(prefix.Length + "subject.".Length), out var number) && number > 0
        ? new SchemeSubject(scheme, number, row.Setting("part"), row.Rule)
        : throw new FormatException($"{row.Id} is no subject: its id ends in a number.");
}
