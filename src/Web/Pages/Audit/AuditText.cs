using JmaActors.Audit;
using JmaActors.Design;
using JmaActors.Resources;
using Microsoft.Extensions.Localization;

namespace JmaActors.Pages.Audit;

/// <summary>Lines of the audit in plain words.</summary>
public static class AuditText
{
    static readonly AuditParts[] Parts = [.. Enum.GetValues<AuditParts>().Where(p => p != AuditParts.None)];

    static readonly OfficeDuties[] Duties = [OfficeDuties.Clerk, OfficeDuties.Approver, OfficeDuties.Treasurer];

    /// <summary>In which function, for whom and in whose place.</summary>
    /// <param name="names">Names of associations by code.</param>
    public static string Function(this IStringLocalizer<Texts> texts, Caller caller, IReadOnlyDictionary<string, string> names)
    {
        var of = names.GetValueOrDefault(caller.Scope, caller.Scope);
        var duties = caller.Role == CallerRole.Office && caller.Duties is not (OfficeDuties.All or OfficeDuties.None)
            ? $"（{string.Join(texts["Audit.And"], Duties.Where(d => caller.Duties.HasFlag(d)).Select(d => texts[$"Duty.{d}"].Value))}）"
            : "";
        var text = texts[$"Function.{caller.Role}", of].Value + duties;
        if (caller.For is { } member) text += texts["Audit.For", member].Value;
        if (caller.Deputy is { } away) text += texts["Audit.Deputy", away].Value;
        return text;
    }

    /// <summary>What was done.</summary>
    public static string Deed(this IStringLocalizer<Texts> texts, AuditLine line) => line.Kind switch
    {
        AuditKind.Looked => texts["Audit.Did.Looked", string.Join(texts["Audit.And"], Parts.Where(p => line.Parts.HasFlag(p)).Select(p => texts[$"Audit.Part.{p}"].Value))],
        AuditKind.Listed => texts[line.Wide ? "Audit.Did.Wide" : "Audit.Did.Listed", texts.WordFor("Audit.List", line.What), Show.N(line.Count)],
        AuditKind.Refused => texts["Audit.Did.Refused", texts.WordFor("Audit.Want", line.What), line.Key, Show.N(line.Count)],
        _ => texts["Audit.Did.Wrote", texts.WordFor("Event", line.What)],
    };

    /// <summary>How a kind is marked beside its word.</summary>
    public static Mark MarkOf(AuditKind kind) => kind switch
    {
        AuditKind.Refused => Mark.Over,
        AuditKind.Wrote => Mark.Near,
        _ => Mark.Unknown,
    };
}
