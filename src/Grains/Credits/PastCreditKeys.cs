using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace JmaActors.Credits;

/// <summary>Natural keys of credits that were taken over: what was attended, and when. The same row of any file has the same key, whatever its units and source.</summary>
public static class PastCreditKeys
{
    /// <summary>What every such key begins with.</summary>
    public const string Prefix = "past-";

    const int Digits = 16;

    public static string Of(CreditScheme scheme, DateOnly date, short subject, string title, string host)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{(int)scheme}\n{date:yyyy-MM-dd}\n{subject}\n{Folded(title)}\n{Folded(host)}");
        return Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, Digits));
    }

    /// <summary>A title as it is compared: half width, small letters, no spaces.</summary>
    public static string Folded(string title) => string.Concat(title.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)).Select(char.ToLowerInvariant));
}
