using System.Security.Cryptography;
using System.Text.Json;

namespace JmaActors.Rosters;

/// <summary>
/// A short digest of what a chunk says, by which another file under the same key is told. Four bytes: enough for that, too few to find out
/// afterwards whose rows they were.
/// </summary>
static class ChunkDigest
{
    const int Kept = 4;

    public static string Of(RosterRow[] rows, IReadOnlyList<RowError> unreadable)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows) hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(row, ImportJson.Default.RosterRow));
        foreach (var error in unreadable) hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(error, ImportJson.Default.RowError));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, Kept));
    }
}
