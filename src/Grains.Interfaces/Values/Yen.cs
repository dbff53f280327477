namespace JmaActors;

/// <summary>An amount of money in whole yen; what was given back is negative.</summary>
[GenerateSerializer, Immutable, Alias("yen"), JsonConverter(typeof(YenJson))]
public readonly record struct Yen([property: Id(0)] long Amount) : IComparable<Yen>
{
    public static readonly Yen Zero;

    public static Yen operator +(Yen a, Yen b) => new(a.Amount + b.Amount);

    public static Yen operator -(Yen a, Yen b) => new(a.Amount - b.Amount);

    public static Yen operator -(Yen a) => new(-a.Amount);

    public static bool operator <(Yen a, Yen b) => a.Amount < b.Amount;

    public static bool operator >(Yen a, Yen b) => a.Amount > b.Amount;

    public static bool operator <=(Yen a, Yen b) => a.Amount <= b.Amount;

    public static bool operator >=(Yen a, Yen b) => a.Amount >= b.Amount;

    public int CompareTo(Yen other) => Amount.CompareTo(other.Amount);

    public override string ToString() => Amount.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
