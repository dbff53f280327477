using System.Buffers;
using System.Globalization;
using System.Text.Json;
using JmaActors.Journal;

namespace JmaActors.Ledgers;

/// <summary>Writes and reads the stored form of an event: <c>{"m":{meta},"e":{event}}</c>.</summary>
static class EventCodec
{
    [ThreadStatic] static ArrayBufferWriter<byte>? buffer;
    [ThreadStatic] static Utf8JsonWriter? writer;

    /// <summary>Microseconds since 1970: the precision every store keeps.</summary>
    public static long Micros(DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset Instant(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);

    public static byte[] Write<TEvent>(EventCatalog<TEvent>.Entry entry, TEvent e, in EventMeta meta, string activation) where TEvent : class
    {
        var bytes = buffer ??= new ArrayBufferWriter<byte>(1024);
        bytes.ResetWrittenCount();
        var json = writer ??= new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.Reset(bytes);
        json.WriteStartObject();
        json.WriteStartObject("m"u8);
        json.WriteString("s"u8, meta.Caller.Subject);
        json.WriteNumber("r"u8, (int)meta.Caller.Role);
        json.WriteString("c"u8, meta.Caller.Scope);
        if (meta.Caller.Duties != OfficeDuties.All) json.WriteNumber("d"u8, (int)meta.Caller.Duties);
        if (meta.Caller.For is { } represented) json.WriteString("for"u8, represented);
        if (meta.Caller.Deputy is { } away) json.WriteString("dep"u8, away);
        json.WriteNumber("f"u8, meta.Effective.DayNumber);
        if (meta.Edition.Length > 0) json.WriteString("p"u8, meta.Edition);
        if (meta.Sender is not null)
        {
            json.WriteString("from"u8, meta.Sender);
            json.WriteNumber("at"u8, meta.SenderVersion);
        }
        // Two activations that decide the very same event still write different bytes, so a head's hash says whose it is.
        json.WriteString("w"u8, activation);
        json.WriteEndObject();
        json.WritePropertyName("e"u8);
        entry.Write(json, e);
        json.WriteEndObject();
        json.Flush();
        if (bytes.WrittenCount > JournalLimits.EventBytes)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Event {entry.Name} has {bytes.WrittenCount} bytes; at most {JournalLimits.EventBytes} are stored."));
        }
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Who caused a stored event, without reading what it says.</summary>
    public static Caller CallerOf(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        return CallerOf(document.RootElement.GetProperty("m"u8));
    }

    static Caller CallerOf(JsonElement m) => new(
        m.GetProperty("s"u8).GetString()!, (CallerRole)m.GetProperty("r"u8).GetInt32(), m.GetProperty("c"u8).GetString()!,
        m.TryGetProperty("d"u8, out var duties) ? (OfficeDuties)duties.GetInt32() : OfficeDuties.All,
        m.TryGetProperty("for"u8, out var represented) ? represented.GetString() : null,
        m.TryGetProperty("dep"u8, out var away) ? away.GetString() : null);

    public static (TEvent Event, EventMeta Meta) Read<TEvent>(EventCatalog<TEvent> catalog, in EventRow row) where TEvent : class
    {
        using var document = JsonDocument.Parse(row.Body);
        var root = document.RootElement;
        var m = root.GetProperty("m"u8);
        var caller = CallerOf(m);
        var sent = m.TryGetProperty("from"u8, out var from);
        var meta = new EventMeta(
            row.Version,
            Instant(row.RecordedMicros),
            DateOnly.FromDayNumber(m.GetProperty("f"u8).GetInt32()),
            caller,
            m.TryGetProperty("p"u8, out var edition) ? edition.GetString()! : "",
            sent ? from.GetString() : null,
            sent ? m.GetProperty("at"u8).GetInt64() : 0);
        return (catalog.Read(row.Type, row.Schema, root.GetProperty("e"u8)), meta);
    }
}
