using System.Globalization;

namespace JmaActors;

/// <summary>A person, for life: ten digits, given once, never reused. Membership is a state of it, not its identity.</summary>
[GenerateSerializer, Immutable, Alias("member-id"), JsonConverter(typeof(MemberIdJson))]
public readonly record struct MemberId([property: Id(0)] long Number) : IComparable<MemberId>
{
    /// <summary>The first number ever given.</summary>
    public const long First = 1_000_000_001;

    /// <summary>The last number of ten digits.</summary>
    public const long Last = 9_999_999_999;

    /// <summary>True when the number has ten digits.</summary>
    public bool IsValid => Number is >= First and <= Last;

    public static bool TryParse(string? text, out MemberId id)
    {
        id = default;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        id = new MemberId(number);
        return id.IsValid;
    }

    public static MemberId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("A member id has ten digits.");

    public int CompareTo(MemberId other) => Number.CompareTo(other.Number);

    public override string ToString() => Number.ToString("D10", CultureInfo.InvariantCulture);
}
