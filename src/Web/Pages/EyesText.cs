using JmaActors.Resources;
using Microsoft.Extensions.Localization;

namespace JmaActors.Pages;

/// <summary>Whose eyes, in words.</summary>
public static class EyesText
{
    public static string Of(IStringLocalizer<Texts> texts, Caller caller) => caller.Role switch
    {
        CallerRole.Office => texts["Eyes.Office", caller.Scope],
        CallerRole.Member => texts["Eyes.Member", caller.Scope],
        CallerRole.Host => texts["Eyes.Host", caller.Scope],
        CallerRole.Door => texts["Eyes.Door", caller.Scope],
        _ => texts["Eyes.Operator"],
    };
}
