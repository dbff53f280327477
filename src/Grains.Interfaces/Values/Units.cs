using System.Globalization;

namespace JmaActors;

/// <summary>Study units (単位), held exactly in tenths: half an hour of a lecture is 0.5.</summary>
[GenerateSerializer, Immutable, Alias("units"), JsonConverter(typeof(UnitsJson))]
public readonly record struct Units([property: Id(0)] int Tenths) : IComparable<Units>
{
    public static readonly Units Zero;

    public static Units Of(decimal value) =>
        value * 10m == decimal.Truncate(value * 10m) && value is >= -100_000m and <= 100_000m
            ? new Units((int)(value * 10m))
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Units have one decimal place.");

    public decimal Value => Tenths / 10m;

    public static Units operator +(Units a, Units b) => new(a.Tenths + b.Tenths);

    public static Units operator -(Units a, Units b) => new(a.Tenths - b.Tenths);

    public static bool operator <(Units a, Units b) => a.Tenths < b.Tenths;

    public static bool operator >(Units a, Units b) => a.Tenths > b.Tenths;

    public static bool operator <=(Units a, Units b) => a.Tenths <= b.Tenths;

    public static bool operator >=(Units a, Units b) => a.Tenths >= b.Tenths;

    public int CompareTo(Units other) => Tenths.CompareTo(other.Tenths);

    public override string ToString() => Value.ToString("0.0", CultureInfo.InvariantCulture);
}
