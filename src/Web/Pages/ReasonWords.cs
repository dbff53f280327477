using JmaActors.Resources;
using Microsoft.Extensions.Localization;

namespace JmaActors.Pages;

/// <summary>Words for reason codes.</summary>
public static class ReasonWords
{
    /// <summary>The words for a code; the code itself, named as such, when there are none yet.</summary>
    public static string Words(this IStringLocalizer<Reasons> reasons, string code)
    {
        var found = reasons[$"Reason.{code}"];
        return found.ResourceNotFound ? reasons["Reason.other", code] : found.Value;
    }

    public static string Words(this IStringLocalizer<Reasons> reasons, Refusal refusal) =>
        refusal.Rule.Length == 0 ? reasons.Words(refusal.Reason) : $"{reasons.Words(refusal.Reason)}（{refusal.Rule}）";

    /// <summary>How grave a refused tap is: what the office must look at, what is only odd.</summary>
    public static Mark MarkOf(string reason) => reason switch
    {
        "already-in" or "not-in" or "left-already" or "just-tapped" or "too-early" or "too-late" or "ahead-of-time" => Mark.Near,
        "unknown-card" or "full" or "not-registered" or "revoked" or "forged-pass" or "copied-pass" or "expired-pass" => Mark.Over,
        _ => Mark.Unknown,
    };
}
