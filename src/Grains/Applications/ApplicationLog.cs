using Microsoft.Extensions.Logging;

namespace JmaActors.Applications;

static partial class ApplicationLog
{
    [LoggerMessage(4801, LogLevel.Warning, "What was agreed in {Ledger} is not on record yet; it is tried again")]
    public static partial void FollowsLater(ILogger log, Exception e, string ledger);

    [LoggerMessage(4802, LogLevel.Error, "Application {Application} is agreed and not on record")]
    public static partial void NotFollowed(ILogger log, string application, Exception e);
}
