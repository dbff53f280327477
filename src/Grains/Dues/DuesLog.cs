using Microsoft.Extensions.Logging;

namespace JmaActors.Dues;

static partial class DuesLog
{
    [LoggerMessage(4701, LogLevel.Information, "{Ledger} is reckoned anew later")]
    public static partial void FollowsLater(ILogger log, Exception e, string ledger);

    [LoggerMessage(4703, LogLevel.Error, "A yearly run could not reckon the dues of member {Member}")]
    public static partial void NotReckoned(ILogger log, long member, Exception e);

    [LoggerMessage(4704, LogLevel.Warning, "The board of dues {Board} could not count or report; its next check tries again")]
    public static partial void BoardFailed(ILogger log, Exception e, string board);

    [LoggerMessage(4705, LogLevel.Information, "The board of dues {Board} differed from the books and was mended")]
    public static partial void BoardMended(ILogger log, string board);

    [LoggerMessage(4706, LogLevel.Error, "Member {Member} could not be reminded of late dues; trying again")]
    public static partial void NotReminded(ILogger log, long member, Exception e);
}
