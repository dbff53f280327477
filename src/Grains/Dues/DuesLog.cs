using Microsoft.Extensions.Logging;

namespace JmaActors.Dues;

static partial class DuesLog
{
    [LoggerMessage(4701, LogLevel.Information, "{Ledger} is reckoned anew later")]
    public static partial void FollowsLater(ILogger log, Exception e, string ledger);

    [LoggerMessage(4703, LogLevel.Error, "A yearly run could not reckon the dues of member {Member}")]
    public static partial void NotReckoned(ILogger log, long member, Exception e);
}
