using Microsoft.Extensions.Logging;

namespace JmaActors.Dues;

static partial class DuesLog
{
    [LoggerMessage(4701, LogLevel.Information, "{Ledger} is reckoned anew later")]
    public static partial void FollowsLater(ILogger log, Exception e, string ledger);
}
