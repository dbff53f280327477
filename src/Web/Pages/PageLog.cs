using Microsoft.Extensions.Logging;

namespace JmaActors.Pages;

/// <summary>What the pages write to the log.</summary>
public static partial class PageLog
{
    [LoggerMessage(5101, LogLevel.Error, "A page failed ({Kind}).")]
    public static partial void PageFailed(ILogger logger, Exception fault, string kind);

    [LoggerMessage(5102, LogLevel.Warning, "An action on a page failed ({Kind}).")]
    public static partial void ActionFailed(ILogger logger, Exception fault, string kind);
}
