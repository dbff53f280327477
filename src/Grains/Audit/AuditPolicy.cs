using JmaActors.Policies;

namespace JmaActors.Audit;

/// <summary>How long what is kept of who looked, as valid from a date; read from <c>seeds/policy/audit.json</c>.</summary>
public sealed record AuditPolicy
{
    /// <summary>What the id of every row of this policy begins with.</summary>
    public const string Prefix = "audit.";

    /// <summary>The first civil date these rows hold on.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Looks at one record within this time are one look: 10 minutes.</summary>
    public required TimeSpan Look { get; init; }

    /// <summary>Days an address is kept: 180.</summary>
    public required int AddressDays { get; init; }

    /// <summary>Years a line is found by search: 10. Its event stays in the journal.</summary>
    public required int LineYears { get; init; }

    /// <summary>Names the rows with the events decided by them.</summary>
    public string Edition => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"audit-{From:yyyy-MM-dd}");

    /// <summary>The policy of a date.</summary>
    /// <exception cref="FormatException">A row or figure is missing.</exception>
    public static AuditPolicy Of(PolicyTable table, DateOnly on) => new()
    {
        From = on,
        Look = TimeSpan.FromMinutes((double)table.Get("audit.look", on).Figure("minutes")),
        AddressDays = (int)table.Get("audit.address", on).Figure("days"),
        LineYears = (int)table.Get("audit.lines", on).Figure("years"),
    };
}
