using Microsoft.Extensions.Logging;

namespace JmaActors.Live;

static partial class LiveLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The board {Topic} could not be drawn; it keeps its last picture.")]
    public static partial void DrawFailed(ILogger log, Exception e, string topic);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The change feed could not tell of {Count} changes; the slow check heals them.")]
    public static partial void FeedFailed(ILogger log, Exception e, int count);
}
