using Microsoft.Extensions.Logging;

namespace JmaActors.Associations;

static partial class AssociationLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The board of association {Association} could not count or report; its next check tries again.")]
    public static partial void BoardFailed(ILogger log, Exception e, string association);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The board of association {Association} differed from a count and was healed.")]
    public static partial void BoardHealed(ILogger log, string association);
}
