using System.Runtime.InteropServices;

namespace JmaActors.Training;

/// <summary>One tap as a session remembers it: 56 bytes.</summary>
/// <param name="AtTicks">Event time, UTC.</param>
/// <param name="RecordedTicks">When it was recorded, UTC.</param>
/// <param name="Member">0 when unknown.</param>
/// <param name="Sequence">The session's version that holds it.</param>
/// <param name="Reason">Index of the reason code; 0 when it was taken.</param>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
readonly record struct TapRecord(
    TapKey Key, long AtTicks, long RecordedTicks, long Member, long Sequence, int Inside, ushort Device, byte Direction, byte Reason);

/// <summary>Every tap of a session in the order it was recorded, found again by device and nonce.</summary>
sealed class TapLog
{
    readonly List<TapRecord> records = [];
    readonly Dictionary<TapKey, int> index = [];

    public int Count => records.Count;

    public ReadOnlySpan<TapRecord> Records => CollectionsMarshal.AsSpan(records);

    public bool Knows(in TapKey key) => index.ContainsKey(key);

    public TapRecord this[in TapKey key] => records[index[key]];

    public void Add(in TapRecord record)
    {
        index.Add(record.Key, records.Count);
        records.Add(record);
    }

    /// <summary>All records as bytes, for the snapshot.</summary>
    public byte[] ToBytes() => MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(records)).ToArray();

    public static TapLog Of(ReadOnlySpan<byte> bytes)
    {
        var log = new TapLog();
        foreach (ref readonly var record in MemoryMarshal.Cast<byte, TapRecord>(bytes)) log.Add(record);
        return log;
    }
}
