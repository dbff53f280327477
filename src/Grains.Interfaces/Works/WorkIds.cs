using System.Security.Cryptography;
using System.Text;

namespace JmaActors.Works;

/// <summary>Names of long work.</summary>
public static class WorkIds
{
    /// <summary>Characters of an id and of a sender's key.</summary>
    public const int Length = 26, KeyLength = 60;

    /// <summary>Of the caller's own, those listed.</summary>
    public const int Listed = 50;

    /// <summary>People chosen one by one.</summary>
    public const int Chosen = 1_000;

    const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>The work a caller begins under a key: another caller's same key, or the same person's in another function, is another work.</summary>
    public static string Of(Caller caller, string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{caller.Subject}\n{(int)caller.Role}\n{caller.Scope}\n{key}"));
        return string.Create(Length, hash, static (id, bytes) =>
        {
            for (var i = 0; i < id.Length; i++) id[i] = Digits[bytes[i] & 31];
        });
    }

    public static bool IsId(string? text) => text is { Length: Length } && text.All(Digits.Contains);

    public static bool IsKey(string? text) => text is { Length: >= 1 and <= KeyLength } && text.IsKeyText();
}
