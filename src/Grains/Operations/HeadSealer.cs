using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using JmaActors.Journal;

namespace JmaActors.Operations;

/// <summary>Signs digests; the key lives where the silo keeps its keys.</summary>
public interface IHeadSigner
{
    /// <summary>Names the key: the first 16 hexadecimal digits of its public part's SHA-256.</summary>
    string KeyId { get; }

    byte[] Sign(ReadOnlySpan<byte> data);

    bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature);
}

/// <summary>Signs all heads once a day: whoever holds an older seal can show that the past was changed or shortened.</summary>
public sealed class HeadSealer(IJournalStore store, IHeadSigner signer, TimeProvider time)
{
    /// <summary>Heads read in one page.</summary>
    const int Page = 10_000;

    public async Task<HeadSeal> Seal(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var date = DateOnly.FromDateTime(now.UtcDateTime.AddHours(9));
        var (ledgers, digest) = await Digest(ct);
        var signature = signer.Sign(Signed(date, digest));
        var seal = new HeadSeal(date, ledgers, Convert.ToHexStringLower(digest), Convert.ToBase64String(signature), signer.KeyId, now);
        await store.SaveSeal(seal, ct);
        return seal;
    }

    /// <summary>Signs unless today's seal is there already.</summary>
    public async Task SealOnceADay(CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime.AddHours(9));
        var newest = await store.Seals(1, ct);
        if (newest.Count == 0 || newest[0].Date < today) await Seal(ct);
    }

    async Task<(long Ledgers, byte[] Digest)> Digest(CancellationToken ct)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (after, ledgers, version) = ("", 0L, new byte[8]);
        while (true)
        {
            var page = await store.HeadPage(after, Page, ct);
            foreach (var (ledger, head) in page)
            {
                sha.AppendData(Encoding.UTF8.GetBytes(ledger));
                BinaryPrimitives.WriteInt64LittleEndian(version, head.Version);
                sha.AppendData(version);
                sha.AppendData(head.Hash);
            }
            ledgers += page.Count;
            if (page.Count < Page) return (ledgers, sha.GetHashAndReset());
            after = page[^1].Key;
        }
    }

    /// <summary>What is signed: the date and the digest.</summary>
    public static byte[] Signed(DateOnly date, ReadOnlySpan<byte> digest) => [.. Encoding.ASCII.GetBytes(date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), .. digest];
}
