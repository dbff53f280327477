using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace JmaActors.Rosters;

/// <summary>
/// A short digest of what a chunk says, by which another file under the same key is told. Four bytes: enough for that, too few to find out
/// afterwards whose rows they were.
/// </summary>
static class ChunkDigest
{
    const int Kept = 4;

    public static string Of(ImportChunk chunk)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, chunk.Roster, ImportJson.Default.RosterRow);
        Append(hash, chunk.Credits, ImportJson.Default.PastCredit);
        if (chunk.Attendance is { } attendance) Append(hash, attendance, ImportJson.Default.AttendanceRow);
        Append(hash, chunk.Unreadable, ImportJson.Default.RowError);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, Kept));
    }

    static void Append<T>(IncrementalHash hash, T[] rows, JsonTypeInfo<T> shape)
    {
        foreach (var row in rows) hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(row, shape));
    }
}
