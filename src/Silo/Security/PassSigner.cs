using System.Security.Cryptography;
using JmaActors.Passes;

namespace JmaActors.Security;

/// <summary>
/// HMAC-SHA-256 under a key derived from the house's master key (HKDF, RFC 5869). Not a key file of its own: all silos of a cluster must agree on it, and that
/// they agree on the master key is looked at before a silo starts.
/// </summary>
public sealed class PassSigner : IPassSigner
{
    const int KeyBytes = 32;

    readonly byte[] key;

    /// <param name="masterKey">See <see cref="PersonMasterKey"/>.</param>
    public PassSigner(ReadOnlySpan<byte> masterKey)
    {
        key = new byte[KeyBytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, key, [], "jma pass 1"u8);
    }

    public void Sign(ReadOnlySpan<byte> data, Span<byte> tag) => HMACSHA256.HashData(key, data, tag);
}
