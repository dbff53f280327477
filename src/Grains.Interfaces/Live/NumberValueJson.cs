using System.Text.Json;
using System.Text.Json.Serialization;

namespace JmaActors.Live;

/// <summary>Units as a number with one decimal place: 0.5.</summary>
public sealed class UnitsJson : JsonConverter<Units>
{
    public override Units Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var value) && value is >= -100_000m and <= 100_000m)
        {
            var tenths = value * 10m;
            if (tenths == decimal.Truncate(tenths)) return new Units((int)tenths);
        }

        throw new JsonException("Units are a number with at most one decimal place.");
    }

    public override void Write(Utf8JsonWriter writer, Units value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}

/// <summary>A curriculum code as a number.</summary>
public sealed class CurriculumCodeJson : JsonConverter<CurriculumCode>
{
    public override CurriculumCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt16(out var number) && number >= 0
            ? new CurriculumCode(number)
            : throw new JsonException("A curriculum code is a whole number, 0 or more.");

    public override void Write(Utf8JsonWriter writer, CurriculumCode value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Number);
}

/// <summary>A fiscal year as the number of the year it begins in.</summary>
public sealed class FiscalYearJson : JsonConverter<FiscalYear>
{
    public override FiscalYear Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var year) && year is >= 1900 and <= 2200
            ? new FiscalYear(year)
            : throw new JsonException("A fiscal year is a number from 1900 to 2200.");

    public override void Write(Utf8JsonWriter writer, FiscalYear value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Year);
}
