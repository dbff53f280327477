using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using JmaActors.Webhooks;

namespace JmaActors.Security;

/// <summary>HMAC-SHA-256 under a key of its own that is drawn from the master key (HKDF), as <see cref="ReferenceMarks"/> are: nothing that signs lies in the database.</summary>
public sealed class WebhookSecrets : IWebhookSecrets
{
    const int KeyBytes = 32;

    static readonly byte[] Purpose = Encoding.UTF8.GetBytes("jma-actors webhook secrets, 1");

    readonly byte[] key;

    /// <param name="masterKey">32 bytes; see <see cref="PersonMasterKey"/>.</param>
    public WebhookSecrets(byte[] masterKey) => key = HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, KeyBytes, salt: null, Purpose);

    public byte[] Of(string workplace, string hook, DateTimeOffset since, int generation) =>
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{workplace}\n{hook}\n{since.UtcTicks}\n{generation}")));
}
