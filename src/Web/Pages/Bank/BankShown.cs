using JmaActors.Design;
using System.Text;

namespace JmaActors.Pages.Bank;

/// <summary>How a bank's lines are written for people.</summary>
static class BankShown
{
    /// <summary>94,000円 / ¥94,000.</summary>
    public static string Yen(Yen yen) => Show.English ? $"¥{Show.N(yen.Amount)}" : $"{Show.N(yen.Amount)}円";

    /// <summary>A name in half-width katakana in full width, which is read more easily.</summary>
    public static string Name(string name) => name.Normalize(NormalizationForm.FormKC);
}
