using System.Text.Json;
using System.Text.Json.Serialization;
using JmaActors.Members;

namespace JmaActors.Live;

/// <summary>The layers a person belongs to, as an array: <c>["local","prefecture","jma"]</c>.</summary>
public sealed class LayersJson : JsonConverter<MembershipLayers>
{
    const string Wanted = "Layers are an array of local, prefecture and jma.";

    public override MembershipLayers Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException(Wanted);
        var layers = MembershipLayers.None;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.String) throw new JsonException(Wanted);
            layers |= reader.ValueTextEquals("local"u8) ? MembershipLayers.Local
                : reader.ValueTextEquals("prefecture"u8) ? MembershipLayers.Prefecture
                : reader.ValueTextEquals("jma"u8) ? MembershipLayers.Jma
                : throw new JsonException(Wanted);
        }

        return layers;
    }

    public override void Write(Utf8JsonWriter writer, MembershipLayers value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        if (value.HasFlag(MembershipLayers.Local)) writer.WriteStringValue("local"u8);
        if (value.HasFlag(MembershipLayers.Prefecture)) writer.WriteStringValue("prefecture"u8);
        if (value.HasFlag(MembershipLayers.Jma)) writer.WriteStringValue("jma"u8);
        writer.WriteEndArray();
    }
}
