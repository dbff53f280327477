using System.Text.Json;

namespace JmaActors.Crash.Journal;

/// <summary>One event as it stands in the database.</summary>
readonly record struct StoredEvent(string Ledger, long Version, string Type, DateTimeOffset Recorded, JsonElement E, byte[] Hash)
{
    const string All = "SELECT ledger, version, type, recorded_us, body, hash FROM ledger_event ORDER BY ledger, version";

    public string Kind => Ledger[..Ledger.IndexOf('/', StringComparison.Ordinal)];

    public string Key => Ledger[(Ledger.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>Every event, ledger by ledger, in order of version.</summary>
    public static IEnumerable<StoredEvent> Read(Database database) => database.Rows(All, row =>
    {
        using var body = JsonDocument.Parse((byte[])row.GetValue(4));
        return new StoredEvent(
            row.GetString(0), Database.Number(row, 1), row.GetString(2), DateTimeOffset.UnixEpoch.AddTicks(Database.Number(row, 3) * TimeSpan.TicksPerMicrosecond),
            body.RootElement.GetProperty("e").Clone(), (byte[])row.GetValue(5));
    });

    public string? Text(string name) => E.TryGetProperty(name, out var value) ? value.GetString() : null;

    public int Number(string name) => E.GetProperty(name).GetInt32();
}
