namespace JmaActors;

/// <summary>The three layers of the medical associations.</summary>
[GenerateSerializer, Alias("association-layer")]
public enum AssociationLayer
{
    /// <summary>日本医師会.</summary>
    National = 0,

    /// <summary>都道府県医師会.</summary>
    Prefecture = 1,

    /// <summary>郡市区等医師会, and 大学医師会 at the same layer.</summary>
    Local = 2,
}

/// <summary>
/// A medical association. <c>JMA</c> is 日本医師会; two digits (JIS X 0401) a prefectural one: <c>26</c>;
/// <c>26-007</c> a local one; <c>26-U01</c> a university association, which stands at the local layer.
/// </summary>
[GenerateSerializer, Immutable, Alias("association-id"), JsonConverter(typeof(AssociationIdJson))]
public readonly record struct AssociationId([property: Id(0)] string Code)
{
    /// <summary>日本医師会.</summary>
    public static readonly AssociationId Jma = new("JMA");

    public static AssociationId Prefecture(int code) => new($"{code:D2}");

    public static AssociationId Local(int prefecture, int number) => new($"{prefecture:D2}-{number:D3}");

    public static AssociationId University(int prefecture, int number) => new($"{prefecture:D2}-U{number:D2}");

    public AssociationLayer Layer => Code.Length switch
    {
        2 => AssociationLayer.Prefecture,
        3 => AssociationLayer.National,
        _ => AssociationLayer.Local,
    };

    /// <summary>The association one layer above; null for 日本医師会.</summary>
    public AssociationId? Parent => Layer switch
    {
        AssociationLayer.National => null,
        AssociationLayer.Prefecture => Jma,
        _ => new AssociationId(Code[..2]),
    };

    public bool IsUniversity => Code is { Length: 6 } && Code[3] == 'U';

    /// <summary>True when the text has the shape of an association id; says nothing about whether it exists.</summary>
    public static bool TryParse(string? text, out AssociationId id)
    {
        id = default;
        var ok = text switch
        {
            "JMA" => true,
            { Length: 2 } => IsPrefecture(text),
            { Length: 6 } => IsPrefecture(text[..2]) && text[2] == '-'
                && (char.IsAsciiDigit(text[3]) || text[3] == 'U') && char.IsAsciiDigit(text[4]) && char.IsAsciiDigit(text[5]),
            _ => false,
        };
        if (ok) id = new AssociationId(text!);
        return ok;
    }

    static bool IsPrefecture(string two) =>
        char.IsAsciiDigit(two[0]) && char.IsAsciiDigit(two[1]) && int.Parse(two, System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 47;

    public override string ToString() => Code;
}
