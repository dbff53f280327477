using JmaActors.Policies;

namespace JmaActors.Applications;

/// <summary>Who is asked about an application.</summary>
public enum ApplicationVia
{
    /// <summary>Every layer from the local association up to the highest one concerned.</summary>
    Each,

    /// <summary>The lowest layer that is left, alone.</summary>
    Lowest,

    /// <summary>The layers named in the application.</summary>
    Asked,
}

/// <summary>Applications as valid from a date, read from seeds/policy/application.json.</summary>
public sealed record ApplicationPolicy
{
    /// <summary>What the id of every row of this policy begins with.</summary>
    public const string Prefix = "application.";

    /// <summary>Rule of how long an office has.</summary>
    public const string TermRule = "application.term";

    /// <summary>Rule of the dates something may be applied for.</summary>
    public const string DatesRule = "application.dates";

    /// <summary>The first civil date it holds on.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Days an office has to answer: 14.</summary>
    public required int Days { get; init; }

    /// <summary>Days after which an office that is late is reminded again: 7.</summary>
    public required int AgainDays { get; init; }

    /// <summary>Days before and after today that something may be applied for.</summary>
    public required (int Back, int Ahead) Dates { get; init; }

    public required IReadOnlyDictionary<ApplicationKind, ApplicationVia> Via { get; init; }

    /// <summary>Id of the row about a kind.</summary>
    public static string Rule(ApplicationKind kind) => Prefix + kind.ToString().ToLowerInvariant();

    /// <summary>The policy of a date.</summary>
    /// <exception cref="FormatException">A row, figure or setting is missing.</exception>
    public static ApplicationPolicy Of(PolicyTable table, DateOnly on) => new()
    {
        From = on,
        Days = (int)table.Get(TermRule, on).Figure("days"),
        AgainDays = (int)table.Get(TermRule, on).Figure("again-days"),
        Dates = ((int)table.Get(DatesRule, on).Figure("back"), (int)table.Get(DatesRule, on).Figure("ahead")),
        Via = Enum.GetValues<ApplicationKind>().ToDictionary(k => k, k => Enum.TryParse<ApplicationVia>(table.Get(Rule(k), on).Setting("offices"), ignoreCase: true, out var via)
            ? via : throw new FormatException($"Policy row {Rule(k)} has no offices each, lowest or asked.")),
    };
}
