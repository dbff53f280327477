using JmaActors.Accounts;
using JmaActors.Design;
using JmaActors.Resources;
using Microsoft.Extensions.Localization;

namespace JmaActors.Pages.Accounts;

/// <summary>A function in words.</summary>
public static class FunctionText
{
    static readonly OfficeDuties[] Duties = [OfficeDuties.Clerk, OfficeDuties.Approver, OfficeDuties.Treasurer];

    public static string Of(IStringLocalizer<Texts> texts, HeldFunction f) => Of(texts, f.Role, f.Scope, f.Duties);

    public static string Of(IStringLocalizer<Texts> texts, Caller c) => Of(texts, c.Role, c.Scope, c.Duties);

    public static string Of(IStringLocalizer<Texts> texts, CallerRole role, string scope, OfficeDuties duties) => role switch
    {
        CallerRole.Operator => texts["Role.Operator"],
        CallerRole.Office when duties != OfficeDuties.All => texts["Role.Office.Duties", scope, Words(texts, duties)],
        _ => texts[$"Role.{role}.Of", scope],
    };

    public static string Words(IStringLocalizer<Texts> texts, OfficeDuties duties) => string.Join(texts["ListComma"], Duties.Where(d => duties.HasFlag(d)).Select(d => texts[$"Duty.{d}"].Value));

    public static string Days(IStringLocalizer<Texts> texts, HeldFunction f) => f.Until is { } until ? texts["Function.FromTo", Show.Short(f.From), Show.Short(until)] : texts["Function.From", Show.Short(f.From)];
}
