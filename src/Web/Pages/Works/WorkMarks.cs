using JmaActors.Works;

namespace JmaActors.Pages.Works;

/// <summary>How a stage of long work is marked.</summary>
public static class WorkMarks
{
    public static Mark Of(WorkStage stage) => stage switch
    {
        WorkStage.Done => Mark.Ok,
        WorkStage.Cancelled or WorkStage.Failed => Mark.Over,
        WorkStage.Expired => Mark.Unknown,
        _ => Mark.Near,
    };
}
