namespace JmaActors;

/// <summary>A workplace (医療機関): 1 to 20 capital letters, digits or hyphens, e.g. <c>W26-014</c>. Also of institutions that do not use this system and are only reported.</summary>
[GenerateSerializer, Immutable, Alias("workplace-id"), JsonConverter(typeof(WorkplaceIdJson))]
public readonly record struct WorkplaceId([property: Id(0)] string Code) : IComparable<WorkplaceId>
{
    /// <summary>Characters of the longest.</summary>
    public const int Length = 20;

    public static bool TryParse(string? text, out WorkplaceId id)
    {
        id = default;
        if (text is not { Length: >= 1 and <= Length } || !text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-')) return false;
        id = new WorkplaceId(text);
        return true;
    }

    public int CompareTo(WorkplaceId other) => string.CompareOrdinal(Code, other.Code);

    public override string ToString() => Code;
}
