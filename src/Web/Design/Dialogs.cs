using Microsoft.Extensions.Localization;
using MudBlazor;

namespace JmaActors.Design;

/// <summary>The one look of our dialogs.</summary>
public static class Dialogs
{
    public static readonly DialogOptions Narrow = new() { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true, CloseButton = false };

    /// <summary>The word for a code of a family (<c>Unit.point</c>); the code itself when it is already a word for people.</summary>
    public static string WordFor<T>(this IStringLocalizer<T> texts, string family, string code)
    {
        if (code.Length == 0) return "";
        var found = texts[$"{family}.{code}"];
        return found.ResourceNotFound ? code : found.Value;
    }
}
