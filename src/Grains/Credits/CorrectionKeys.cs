using System.Globalization;

namespace JmaActors.Credits;

/// <summary>
/// Keys of corrections: what stands in the place of <c>k</c> is <c>k~2</c>, and in the place of that <c>k~3</c>. Nobody else may give an entry such a key.
/// </summary>
public static class CorrectionKeys
{
    const char Mark = '~';

    /// <summary>Corrections of one entry at most, so that a key keeps its length.</summary>
    public const int Most = 99;

    /// <summary>Room a correction takes behind the key.</summary>
    public const int Length = 3;

    /// <summary>True when a key is of this form.</summary>
    public static bool IsCorrection(string key) => Parts(key).Number > 1;

    /// <summary>The key of what stands in the place of this entry; null when nothing may any more.</summary>
    public static string? Next(string key)
    {
        var (root, number) = Parts(key);
        return number >= Most ? null : Of(root, number + 1);
    }

    internal static string? By(string key, CreditLink link) => link.HasFlag(CreditLink.Corrected) ? Next(key) : null;

    internal static string? Of(string key, CreditLink link)
    {
        if (!link.HasFlag(CreditLink.Corrects)) return null;
        var (root, number) = Parts(key);
        return number == 2 ? root : Of(root, number - 1);
    }

    static string Of(string root, int number) => string.Create(CultureInfo.InvariantCulture, $"{root}{Mark}{number}");

    /// <summary>The key of the first entry, and the how manieth stands under this one.</summary>
    internal static (string Root, int Number) Parts(string key)
    {
        var mark = key.LastIndexOf(Mark);
        return mark > 0 && key.Length - mark - 1 is 1 or 2 && int.TryParse(key.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 2 and <= Most
            ? (key[..mark], number)
            : (key, 1);
    }
}
