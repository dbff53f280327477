using System.Text.Json;
using System.Text.Json.Serialization;

namespace JmaActors.Credits;

/// <summary>A table of entries as a snapshot keeps it: an object with one property per key.</summary>
public sealed class CreditTableJson : JsonConverter<CreditTable>
{
    public override CreditTable Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var table = new CreditTable();
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Entries are an object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            reader.Read();
            table.Put(key, JsonSerializer.Deserialize(ref reader, CreditJson.Default.CreditItem));
        }
        return table;
    }

    public override void Write(Utf8JsonWriter writer, CreditTable value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (key, item) in value)
        {
            writer.WritePropertyName(key);
            JsonSerializer.Serialize(writer, item, CreditJson.Default.CreditItem);
        }
        writer.WriteEndObject();
    }
}
