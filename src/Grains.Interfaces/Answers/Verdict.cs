namespace JmaActors;

/// <summary>A short text in both languages; Japanese first.</summary>
[GenerateSerializer, Immutable, Alias("words")]
public sealed record Words([property: Id(0)] string Ja, [property: Id(1)] string En);

/// <summary>Meaning of a figure's colour and mark.</summary>
[GenerateSerializer, Alias("mark")]
public enum Mark
{
    Ok = 0,
    Near = 1,
    Over = 2,
    Unknown = 3,
}

/// <summary>One figure a verdict used: its name, value, unit and, when there is one, what it is measured against.</summary>
/// <param name="Ceiling">The target is a limit that should not be passed, where others are to be reached.</param>
[GenerateSerializer, Immutable, Alias("figure")]
public sealed record Figure(
    [property: Id(0)] string Key,
    [property: Id(1)] Words Label,
    [property: Id(2)] decimal Value,
    [property: Id(3)] decimal? Target = null,
    [property: Id(4)] string Unit = "",
    [property: Id(5)] bool Ceiling = false);

/// <summary>The rule behind an outcome and where it comes from.</summary>
/// <param name="Unverified">True when the figure is a marked default that no source confirms yet.</param>
[GenerateSerializer, Immutable, Alias("rule-ref")]
public sealed record RuleRef(
    [property: Id(0)] string Id,
    [property: Id(1)] Words Text,
    [property: Id(2)] string Source,
    [property: Id(3)] bool Unverified = false);

/// <summary>What a rule found: the outcome, the figures it used, the rules, and the nearest unmet condition. "Why?" shows this.</summary>
/// <param name="Outcome">Stable code, e.g. <c>reached</c>, <c>short</c>, <c>eligible</c>.</param>
/// <param name="On">The civil date (Asia/Tokyo) judged.</param>
/// <param name="Edition">The policy edition that decided, e.g. <c>cme-2022</c>.</param>
/// <param name="Nearest">The nearest unmet condition; null when none is.</param>
[GenerateSerializer, Immutable, Alias("verdict")]
public sealed record Verdict(
    [property: Id(0)] string Outcome,
    [property: Id(1)] Mark Mark,
    [property: Id(2)] Words Text,
    [property: Id(3)] IReadOnlyList<Figure> Figures,
    [property: Id(4)] IReadOnlyList<RuleRef> Rules,
    [property: Id(5)] Words? Nearest,
    [property: Id(6)] DateOnly On,
    [property: Id(7)] string Edition);
