using System.Globalization;
using JmaActors.Ledgers;

namespace JmaActors.Records;

/// <summary>A place in somebody's history: newest first by the instant recorded, then by ledger, then by version.</summary>
readonly record struct RecordCursor(long Micros, string Ledger, long Version) : IComparable<RecordCursor>
{
    public static RecordCursor Of(RecordLine line) => new(EventCodec.Micros(line.Recorded), line.Ledger, line.Version);

    /// <summary>Reads a cursor; null when it is none, which begins anew.</summary>
    public static RecordCursor? Parse(string? text)
    {
        var parts = text?.Split('|');
        return parts is { Length: 3 } && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var micros) && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new RecordCursor(micros, parts[1], version)
            : null;
    }

    /// <summary>Positive when this comes after the other in a history, and so is older.</summary>
    public int CompareTo(RecordCursor other) =>
        Micros != other.Micros ? other.Micros.CompareTo(Micros)
        : string.CompareOrdinal(Ledger, other.Ledger) is var byName and not 0 ? byName
        : other.Version.CompareTo(Version);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Micros}|{Ledger}|{Version}");
}
