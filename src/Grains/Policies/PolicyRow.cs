namespace JmaActors.Policies;

/// <summary>One rule with its figures, as valid over a span of dates. A change of a figure is another row with the same id and later dates.</summary>
public sealed record PolicyRow
{
    /// <summary>Stable rule id, e.g. <c>cme.certificate</c>; verdicts and refusals name it.</summary>
    public required string Id { get; init; }

    /// <summary>The first civil date it is valid on.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last civil date it is valid on; null while it is in force.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Figures by name; empty when the rule has none.</summary>
    public IReadOnlyDictionary<string, decimal> Figures { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Settings that are words rather than figures, e.g. <c>rounding: floor</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Where the figure was seen; for a default of this system, that it is one.</summary>
    public required string Source { get; init; }

    /// <summary>False: a marked default that no source confirms.</summary>
    public required bool Verified { get; init; }

    /// <summary>The rule in words.</summary>
    public required Words Words { get; init; }

    /// <summary>True when the row is valid on the date.</summary>
    public bool Holds(DateOnly on) => on >= From && (To is null || on <= To);

    /// <summary>The row as a verdict shows it.</summary>
    public RuleRef Rule => new(Id, Words, Source, !Verified);

    /// <summary>A figure that must be there.</summary>
    /// <exception cref="FormatException">The row has no such figure.</exception>
    public decimal Figure(string name) =>
        Figures.TryGetValue(name, out var value) ? value : throw new FormatException($"Policy row {Id} has no figure '{name}'.");

    /// <summary>A setting that must be there.</summary>
    /// <exception cref="FormatException">The row has no such setting.</exception>
    public string Setting(string name) =>
        Settings.TryGetValue(name, out var value) ? value : throw new FormatException($"Policy row {Id} has no setting '{name}'.");
}
