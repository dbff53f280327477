using System.Text.Json;
using System.Text.Json.Serialization;

namespace JmaActors.Live;

/// <summary>Yen as a whole number.</summary>
public sealed class YenJson : JsonConverter<Yen>
{
    /// <summary>Far above any amount anybody pays here, far below where sums overflow.</summary>
    const long Most = 1_000_000_000_000;

    public override Yen Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var amount) && amount is >= -Most and <= Most
            ? new Yen(amount)
            : throw new JsonException("Yen are a whole number.");

    public override void Write(Utf8JsonWriter writer, Yen value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Amount);
}
