using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace JmaActors.Webhooks;

/// <summary>Signatures as the Standard Webhooks specification has them: <c>v1,</c> and HMAC-SHA-256 in base64 over id, time and body; several with a space between.</summary>
public static class WebhookSignature
{
    /// <summary>Names of the headers.</summary>
    public const string Id = "webhook-id", Timestamp = "webhook-timestamp", Signature = "webhook-signature";

    public static string Of(string id, DateTimeOffset at, string body, IEnumerable<byte[]> secrets)
    {
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}.{body}"));
        return string.Join(' ', secrets.Select(s => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(s, signed))}"));
    }
}
