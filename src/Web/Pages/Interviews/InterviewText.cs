using JmaActors.Interviews;
using JmaActors.Resources;
using Microsoft.Extensions.Localization;

namespace JmaActors.Pages.Interviews;

/// <summary>Interviews in words.</summary>
public static class InterviewText
{
    static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    /// <summary>Every single measure that can be chosen.</summary>
    public static readonly IReadOnlyList<InterviewMeasures> Measures = [.. Enum.GetValues<InterviewMeasures>().Where(m => m != InterviewMeasures.None)];

    public static string Of(IStringLocalizer<Texts> texts, InterviewMeasures measures) =>
        measures == InterviewMeasures.None ? texts["InterviewMeasures.None"] : string.Join(texts["ListComma"], Measures.Where(m => measures.HasFlag(m)).Select(m => texts[$"InterviewMeasures.{m}"].Value));

    public static Mark MarkOf(InterviewNeed need, DateOnly due, DateOnly today) =>
        need == InterviewNeed.Missed || due < today ? Mark.Over : need is InterviewNeed.Interview or InterviewNeed.Follows ? Mark.Near : Mark.Unknown;

    /// <summary>A moment chosen on the page, by a Tokyo clock.</summary>
    public static DateTimeOffset At(DateTime chosen) => new(DateTime.SpecifyKind(chosen, DateTimeKind.Unspecified), Tokyo);
}
