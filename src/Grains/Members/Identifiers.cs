namespace JmaActors.Members;

/// <summary>What nobody else may have at the same time: registry number and card number, each reserved through an actor keyed by it.</summary>
public readonly record struct Identifiers(RegistryNumber? Registry, CardNumber? Card)
{
    public const string RegistryPrefix = "registry:";
    public const string CardPrefix = "card:";

    public static string Key(RegistryNumber registry) => RegistryPrefix + registry.Text;

    public static string Key(CardNumber card) => CardPrefix + card.Text;

    /// <summary>Reservation keys in use, the registry number first.</summary>
    public IEnumerable<string> Keys()
    {
        if (Registry is { } registry) yield return Key(registry);
        if (Card is { } card) yield return Key(card);
    }

    /// <summary>The reason for refusing a value somebody else holds.</summary>
    public static string TakenReason(string key) => key.StartsWith(RegistryPrefix, StringComparison.Ordinal) ? "registry-taken" : "card-taken";
}
