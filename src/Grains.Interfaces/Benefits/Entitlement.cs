namespace JmaActors.Benefits;

/// <summary>Whether a benefit is open to a person on a date, and at which price.</summary>
/// <param name="Id">Stable name, e.g. <c>liability</c>.</param>
/// <param name="Price">In yen, where the rule names one that applies to this person; null where there is none, or none is known.</param>
/// <param name="Why">What it depends on, and how it stands with this person.</param>
[GenerateSerializer, Immutable, Alias("entitlement")]
public sealed record Entitlement(
    [property: Id(0)] string Id, [property: Id(1)] Words Name, [property: Id(2)] bool Open, [property: Id(3)] Yen? Price, [property: Id(4)] Words Why, [property: Id(5)] RuleRef Rule);
