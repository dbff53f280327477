using Microsoft.Extensions.Logging;

namespace JmaActors.Journal;

static partial class JournalLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Writer {Writer} gave up a group of {Count} appends.")]
    public static partial void GroupFailed(ILogger log, Exception e, int writer, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A group of {Count} appends holds a row the database refuses; it is halved.")]
    public static partial void GroupFault(ILogger log, Exception e, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database refuses an event of {Ledger}.")]
    public static partial void RowRefused(ILogger log, Exception e, string ledger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outcome of a group of {Count} appends is unknown; reading back.")]
    public static partial void OutcomeUnknown(ILogger log, Exception e, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away; {Count} appends wait.")]
    public static partial void Away(ILogger log, Exception e, int count);
}
