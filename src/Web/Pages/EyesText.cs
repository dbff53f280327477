using JmaActors.Resources;
using Microsoft.Extensions.Localization;

namespace JmaActors.Pages;

/// <summary>Whose eyes, in words.</summary>
public static class EyesText
{
    public static string Of(IStringLocalizer<Texts> texts, Caller caller) => caller.Role switch
    {
        _ when caller.Deputy is not null => Of(texts, caller with { Deputy = null }) + texts["Function.Deputy.Mark"],
        CallerRole.Office when caller.For is { } member => texts["Eyes.For", caller.Scope, member],
        CallerRole.Office => texts["Eyes.Office", caller.Scope],
        CallerRole.Member => texts["Eyes.Member", caller.Scope],
        CallerRole.Host => texts["Eyes.Host", caller.Scope],
        CallerRole.Door => texts["Eyes.Door", caller.Scope],
        CallerRole.Auditor => texts["Eyes.Auditor", caller.Scope],
        CallerRole.Workplace or CallerRole.Interviewer or CallerRole.Surveyor => texts["Eyes.Other", texts[$"Function.{caller.Role}", caller.Scope].Value],
        _ => texts["Eyes.Operator"],
    };
}
