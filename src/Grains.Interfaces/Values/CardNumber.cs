namespace JmaActors;

/// <summary>The number a card or pass shows to a reader: 4 to 24 letters or digits, upper case.</summary>
[GenerateSerializer, Immutable, Alias("card-number"), JsonConverter(typeof(CardNumberJson))]
public readonly record struct CardNumber([property: Id(0)] string Text)
{
    public static bool TryParse(string? text, out CardNumber card)
    {
        card = default;
        var trimmed = text?.Trim().ToUpperInvariant();
        if (trimmed is not { Length: >= 4 and <= 24 } || !trimmed.All(char.IsAsciiLetterOrDigit)) return false;
        card = new CardNumber(trimmed);
        return true;
    }

    public override string ToString() => Text;
}

/// <summary>医籍登録番号: one to seven digits. Unique among physicians at a time; it can change, so it is never a key.</summary>
[GenerateSerializer, Immutable, Alias("registry-number"), JsonConverter(typeof(RegistryNumberJson))]
public readonly record struct RegistryNumber([property: Id(0)] string Text)
{
    public static bool TryParse(string? text, out RegistryNumber number)
    {
        number = default;
        var trimmed = text?.Trim();
        if (trimmed is not { Length: >= 1 and <= 7 } || !trimmed.All(char.IsAsciiDigit)) return false;
        number = new RegistryNumber(trimmed);
        return true;
    }

    public override string ToString() => Text;
}
