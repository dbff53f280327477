using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using JmaActors.Credits;
using JmaActors.Policies;

namespace JmaActors.Proofs;

/// <summary>How ledger entries become lines, sums and the digest of a document. The one place that knows under which scheme and subject an entry stands.</summary>
public static class ProofRules
{
    /// <summary>Only what is posted and earns something is certified.</summary>
    public static bool Counts(CreditEntry entry) => entry.State == CreditState.Posted && entry.Units > Units.Zero;

    public static CreditScheme SchemeOf(CreditEntry entry) => entry.Scheme;

    public static ProofLine Line(CreditEntry entry, PolicyBook book)
    {
        var (scheme, subject) = (SchemeOf(entry), entry.Code.Number);
        return new ProofLine(scheme, subject, book.Title(scheme, subject, entry.Date), entry.Units);
    }

    /// <summary>Units per scheme, in order of scheme.</summary>
    public static IReadOnlyList<SchemeUnits> Totals(IEnumerable<CreditEntry> entries) =>
        [.. entries.GroupBy(SchemeOf).OrderBy(g => g.Key).Select(g => new SchemeUnits(g.Key, Sum(g), g.Count()))];

    public static Units Sum(IEnumerable<CreditEntry> entries) => entries.Aggregate(Units.Zero, (sum, e) => sum + e.Units);

    /// <summary>SHA-256 over the certified entries: key, scheme, subject, units and date, in order of key. Another entry, or one less, gives another.</summary>
    public static string Basis(IEnumerable<CreditEntry> entries)
    {
        var text = new StringBuilder();
        foreach (var e in entries.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{e.Key}|{(int)SchemeOf(e)}|{e.Code.Number}|{e.Units.Tenths}|{e.Date:yyyy-MM-dd}\n");
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Of each part of a name the first character, the rest hidden: 髙＊＊ 春＊. Enough to compare with a paper in hand, too little to learn a name from.</summary>
    public static string Masked(string name)
    {
        var parts = name.Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join('\u3000', parts.Select(part => StringInfo.GetNextTextElement(part) + "＊＊"));
    }
}
