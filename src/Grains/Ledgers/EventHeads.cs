namespace JmaActors.Ledgers;

/// <summary>What can be told of a stored event without knowing what it says.</summary>
public static class EventHeads
{
    /// <summary>Who caused it.</summary>
    public static Caller CallerOf(byte[] body) => EventCodec.CallerOf(body);

    /// <summary>Microseconds since 1970, as events keep their instant.</summary>
    public static long Micros(DateTimeOffset at) => EventCodec.Micros(at);

    public static DateTimeOffset Instant(long micros) => EventCodec.Instant(micros);
}
