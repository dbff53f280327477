using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace JmaActors.Web.Feeds;

/// <summary>The secret in the address of a calendar: 256 random bits, of which only the SHA-256 is kept.</summary>
public static class FeedSecret
{
    /// <summary>Characters of one.</summary>
    public const int Length = 43;

    const int Bytes = 32;

    public static (string Text, byte[] Hash) New()
    {
        var text = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        return (text, SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The path under which it is fetched.</summary>
    public static string Path(string secret) => $"{FeedEndpoints.Path}?key={secret}";

    /// <summary>Whether this can be one.</summary>
    public static bool Fits(string? text) => text is { Length: Length } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
