using System.Security.Cryptography;
using JmaActors.Operations;

namespace JmaActors.Security;

/// <summary>Signs with an ECDSA P-256 key kept in the data folder, readable by its owner only; made at first start.</summary>
sealed class HeadSigner : IHeadSigner, IDisposable
{
    readonly ECDsa key;

    HeadSigner(ECDsa key)
    {
        this.key = key;
        KeyId = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];
    }

    public string KeyId { get; }

    public static HeadSigner InFolder(string data)
    {
        var path = Path.Combine(data, "keys", "heads.pem");
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(path)) key.ImportFromPem(File.ReadAllText(path));
        else KeyFile.Create(path, key.ExportPkcs8PrivateKeyPem());
        return new HeadSigner(key);
    }

    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        lock (key) return key.SignData(data, HashAlgorithmName.SHA256);
    }

    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        lock (key) return key.VerifyData(data, signature, HashAlgorithmName.SHA256);
    }

    public void Dispose() => key.Dispose();
}
