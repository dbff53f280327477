namespace JmaActors.Journal;

/// <summary>One event as stored. <see cref="Hash"/> chains it to the one before over exactly these bytes.</summary>
/// <param name="RecordedMicros">When it was recorded: microseconds since 1970-01-01 UTC.</param>
/// <param name="Body">JSON in UTF-8: <c>{"m":{meta},"e":{event}}</c>.</param>
public readonly record struct EventRow(string Ledger, long Version, string Type, short Schema, long RecordedMicros, byte[] Body, byte[] Hash);

/// <summary>Where a ledger stands: version 0 and an empty hash before its first event.</summary>
public readonly record struct LedgerHead(long Version, byte[] Hash)
{
    public static readonly LedgerHead None = new(0, []);
}

/// <summary>A parcel as it waits in the outbox, committed with the event that sends it.</summary>
public readonly record struct ParcelRow(string Sender, long Version, string Receiver, string Type, byte[] Body);

/// <summary>Names a parcel: at most one per sender's event and receiver.</summary>
public readonly record struct ParcelKey(string Sender, long Version, string Receiver);

/// <summary>What a ledger reads when it wakes.</summary>
/// <param name="Head">Where the ledger stands.</param>
/// <param name="Events">Events after the version asked for, at most <see cref="JournalLimits.ReadPage"/>, oldest first.</param>
/// <param name="Parcels">What it still owes others, oldest first; none on the further pages of a history, see <see cref="OwesAt"/>.</param>
public sealed record LedgerHistory(LedgerHead Head, IReadOnlyList<EventRow> Events, IReadOnlyList<ParcelRow> Parcels)
{
    /// <summary>What is owed is read once: with the first page, or alone (after the last version there can be).</summary>
    public static bool OwesAt(long after) => after is 0 or long.MaxValue;
}
