using System.Text.Json;
using System.Text.Json.Serialization;

namespace JmaActors.Training;

/// <summary>Stored shapes of a session: events and snapshot.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SessionOpened))]
[JsonSerializable(typeof(Tapped))]
[JsonSerializable(typeof(TapRefused))]
[JsonSerializable(typeof(TapUndone))]
[JsonSerializable(typeof(WebAttended))]
[JsonSerializable(typeof(Enrolled))]
[JsonSerializable(typeof(RollDecided))]
[JsonSerializable(typeof(CreditAssessed))]
[JsonSerializable(typeof(SessionClosed))]
[JsonSerializable(typeof(RollConfirmed))]
[JsonSerializable(typeof(SessionState))]
[JsonSerializable(typeof(SessionMemo))]
public sealed partial class SessionJson : JsonSerializerContext;

/// <summary>Turns a session's state into its memo and back.</summary>
public sealed class SessionStateJson : JsonConverter<SessionState>
{
    public override void Write(Utf8JsonWriter writer, SessionState value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, SessionMemo.Of(value), SessionJson.Default.SessionMemo);

    public override SessionState Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (JsonSerializer.Deserialize(ref reader, SessionJson.Default.SessionMemo) ?? throw new JsonException("A session's snapshot is an object.")).ToState();
}
