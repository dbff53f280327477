using System.Runtime.InteropServices;

namespace JmaActors.Training;

/// <summary>One tap as a session remembers it: 56 bytes.</summary>
/// <param name="AtTicks">Event time, UTC.</param>
/// <param name="RecordedTicks">When it was recorded, UTC.</param>
/// <param name="Member">0 when unknown.</param>
/// <param name="Sequence">The session's version that holds it.</param>
/// <param name="Reason">Index of the reason code; 0 when nothing was against it. Of a forced tap, what was.</param>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
readonly record struct TapRecord(
    TapKey Key, long AtTicks, long RecordedTicks, long Member, long Sequence, int Inside, ushort Device, TapBits Bits, byte Reason)
{
    public bool Refused => Reason != 0 && (Bits & TapBits.Forced) == 0;

    /// <summary>What the tap asked for.</summary>
    public StampKind Kind => (StampKind)((int)Bits & 3);

    /// <summary>What it did, or would have done.</summary>
    public TapDirection As => (Bits & TapBits.Out) != 0 ? TapDirection.Out : TapDirection.In;
}

/// <summary>What is remembered of a tap in one byte: the lowest two bits are its <see cref="StampKind"/>.</summary>
[Flags]
enum TapBits : byte
{
    None = 0,

    /// <summary>It went out, or would have.</summary>
    Out = 4,
    Manual = 8,
    Forced = 16,
    Undone = 32,

    /// <summary>It is among the person's stamps.</summary>
    Stamped = 64,
}

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

    /// <summary>Marks a tap as taken back.</summary>
    public void Undo(in TapKey key)
    {
        ref var record = ref CollectionsMarshal.AsSpan(records)[index[key]];
        record = record with { Bits = record.Bits | TapBits.Undone };
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
