using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using JmaActors.Accounts;

namespace JmaActors.Web.Accounts;

/// <summary>
/// What a device or script shows: <c>jma.{account}.{token}.{secret}</c>. The first parts say where to look, the secret is 256 random bits, of which only the
/// SHA-256 is kept: a slow hash is for what people choose.
/// </summary>
public readonly record struct BearerToken(string Account, string Id, byte[] Hash)
{
    const string Prefix = "jma.";
    const string Scheme = "Bearer ";
    const int IdBytes = 9;

    /// <summary>A new token and its text, which is shown once.</summary>
    public static (BearerToken Token, string Text) New(string account)
    {
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SignInLimits.SecretBytes));
        return (new BearerToken(account, id, SHA256.HashData(Encoding.ASCII.GetBytes(secret))), $"{Prefix}{account}.{id}.{secret}");
    }

    /// <summary>What a request shows; null when it shows none. The hub also takes the query: browsers cannot set headers on a WebSocket.</summary>
    public static string? Of(HttpRequest request, bool query)
    {
        var header = request.Headers.Authorization;
        if (header.Count > 0) return header.ToString() is var text && text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? text[Scheme.Length..].Trim() : "";
        return query && request.Query.TryGetValue("access_token", out var said) ? said.ToString() : null;
    }

    /// <summary>Reads a token; false when it is none.</summary>
    public static bool TryRead(string text, out BearerToken token)
    {
        token = default;
        if (text.Length > SignInLimits.TokenText || !text.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        var rest = text.AsSpan(Prefix.Length);
        var first = rest.IndexOf('.');
        var second = first < 0 ? -1 : rest[(first + 1)..].IndexOf('.');
        if (second < 0) return false;
        var (account, id) = (rest[..first].ToString(), rest.Slice(first + 1, second).ToString());
        var secret = rest[(first + second + 2)..];
        if (!AccountLimits.IsAccount(account) || !AccountLimits.IsKey(id)) return false;
        Span<byte> bytes = stackalloc byte[SignInLimits.TokenText];
        if (!Encoding.ASCII.TryGetBytes(secret, bytes, out var written)) return false;
        token = new BearerToken(account, id, SHA256.HashData(bytes[..written]));
        return true;
    }
}
