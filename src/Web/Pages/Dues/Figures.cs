using System.Globalization;
using System.Text;

namespace JmaActors.Pages.Dues;

/// <summary>Whole figures as people type them: of either width, with or without commas.</summary>
static class Figures
{
    /// <summary>False when something else is typed. Nothing typed is no figure, and no fault.</summary>
    public static bool Read(string text, int least, int most, out int? figure)
    {
        figure = null;
        var plain = text.Normalize(NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal).Trim();
        if (plain.Length == 0) return true;
        if (!int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var read) || read < least || read > most) return false;
        figure = read;
        return true;
    }

    public static string Text(int? figure) => figure?.ToString(CultureInfo.InvariantCulture) ?? "";
}
