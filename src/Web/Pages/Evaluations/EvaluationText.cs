using JmaActors.Evaluations;
using JmaActors.Pages.WorkHours;
using JmaActors.Resources;
using JmaActors.WorkHours;
using Microsoft.Extensions.Localization;

namespace JmaActors.Pages.Evaluations;

/// <summary>Applications to the evaluation centre in words.</summary>
public static class EvaluationText
{
    /// <summary>Levels that are applied for.</summary>
    public static readonly IReadOnlyList<WorkLevel> Levels = [.. Enum.GetValues<WorkLevel>().Where(l => l != WorkLevel.A)];

    public static string Of(IStringLocalizer<Texts> texts, IReadOnlyList<WorkLevel> levels) => string.Join(texts["ListComma"], levels.Select(l => texts.Of(l)));

    public static Mark? MarkOf(ItemVerdict? verdict) => verdict switch { ItemVerdict.Met => Mark.Ok, ItemVerdict.NotMet => Mark.Over, ItemVerdict.NotConcerned => Mark.Unknown, _ => null };

    public static string Key => Guid.NewGuid().ToString("N");
}
