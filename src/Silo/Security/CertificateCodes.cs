using System.Security.Cryptography;
using System.Text;
using JmaActors.Proofs;

namespace JmaActors.Security;

/// <summary>
/// HMAC-SHA-256 under a key of its own that is drawn from the master key (HKDF): one secret to keep, and the silos of a cluster, which are held to have the
/// same master key, give the same content the same code.
/// </summary>
public sealed class CertificateCodes : ICertificateCodes
{
    const int KeyBytes = 32;

    static readonly byte[] Purpose = Encoding.UTF8.GetBytes("jma-actors certificate codes, 1");

    readonly byte[] key;

    /// <param name="masterKey">32 bytes; see <see cref="PersonMasterKey"/>.</param>
    public CertificateCodes(byte[] masterKey) => key = HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, KeyBytes, salt: null, Purpose);

    public CertificateCode Of(ReadOnlySpan<byte> content)
    {
        Span<byte> seed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, content, seed);
        return CertificateCode.From(seed[..CertificateCode.SeedBytes]);
    }
}
