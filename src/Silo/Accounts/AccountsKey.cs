using System.Security.Cryptography;
using System.Text;
using JmaActors.Composition;
using JmaActors.Security;

namespace JmaActors.Accounts;

/// <summary>
/// What seals, in the accounts' database, the keys of cookies and the secrets of second steps: whoever reads the database or a backup of it signs in as nobody.
/// Apart from the key that people are sealed under, since nodes that are a site alone need it too.
/// </summary>
/// <param name="bytes">Null where there is none: then all lies as readable as the database is.</param>
public sealed class AccountsKey(byte[]? bytes)
{
    /// <summary>Environment variable or configuration key: 32 bytes in base64, the same on every node.</summary>
    public const string Setting = "JMA_ACCOUNTS_KEY";

    /// <summary>There is a key.</summary>
    public bool Seals => bytes is not null;

    /// <summary>The setting's key; else, beside a database that is a file, one in a file of its own. Nodes that share a database have no file in common: there is none without the setting.</summary>
    /// <exception cref="InvalidOperationException">The setting or the file is not 32 bytes in base64.</exception>
    public static AccountsKey Find(string? setting, SiloSettings settings) =>
        new(settings.Postgres is not null && string.IsNullOrWhiteSpace(setting) ? null : KeyFile.Key(setting, Setting, Path.Combine(settings.Data, "keys", "accounts.key")));

    /// <param name="whose">It opens for the same only.</param>
    public string Seal(string text, string whose)
    {
        using var cipher = Cipher();
        var clear = Encoding.UTF8.GetBytes(text);
        var sealedBytes = new byte[SealedForm.Overhead + clear.Length];
        SealedForm.Encrypt(cipher, clear, sealedBytes, Encoding.UTF8.GetBytes(whose));
        return Convert.ToBase64String(sealedBytes);
    }

    /// <exception cref="InvalidOperationException">It was sealed under another key, or for somebody else.</exception>
    public string Open(string sealedText, string whose)
    {
        try
        {
            using var cipher = Cipher();
            var sealedBytes = Convert.FromBase64String(sealedText);
            var clear = new byte[Math.Max(0, sealedBytes.Length - SealedForm.Overhead)];
            SealedForm.Decrypt(cipher, sealedBytes, clear, Encoding.UTF8.GetBytes(whose));
            return Encoding.UTF8.GetString(clear);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            throw new InvalidOperationException($"The accounts were sealed under another key: give this node the one in {Setting}, or in keys/accounts.key of its data folder.", e);
        }
    }

    AesGcm Cipher() => new(bytes ?? throw new CryptographicException("There is no key of accounts."), SealedForm.TagBytes);
}
