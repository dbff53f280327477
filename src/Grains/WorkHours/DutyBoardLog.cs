using Microsoft.Extensions.Logging;

namespace JmaActors.WorkHours;

static partial class DutyBoardLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The board of working hours of {Region} could not count; the next change or check tries again.")]
    public static partial void CountFailed(ILogger log, Exception e, string region);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The duty board of {Workplace} could not read old lines again; the next look tries again.")]
    public static partial void RefreshFailed(ILogger log, Exception e, string workplace);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Waiting} changes of duty lists were not told; boards heal from the views.")]
    public static partial void FeedFailed(ILogger log, Exception e, int waiting);
}
