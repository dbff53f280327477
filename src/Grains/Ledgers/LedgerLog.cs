using Microsoft.Extensions.Logging;

namespace JmaActors.Ledgers;

static partial class LedgerLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Ledger} could not append after version {Version}; the activation goes.")]
    public static partial void AppendFailed(ILogger log, Exception e, string ledger, long version);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Ledger} could not keep a snapshot of version {Version}.")]
    public static partial void SnapshotFailed(ILogger log, Exception e, string ledger, long version);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The snapshot of {Ledger} cannot be read; its history is folded instead.")]
    public static partial void SnapshotUnreadable(ILogger log, Exception? e, string ledger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The snapshot of {Ledger} at version {Version} is of another past than the journal, whose head is {Head}; the history is folded instead.")]
    public static partial void SnapshotForeign(ILogger log, string ledger, long version, long head);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A parcel of {Sender} at {Version} for {Receiver} is parked: {Reason}")]
    public static partial void Parked(ILogger log, string sender, long version, string receiver, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A parcel of {Sender} for {Receiver} was not taken (attempt {Attempt}); trying again.")]
    public static partial void Retrying(ILogger log, Exception e, string sender, string receiver, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Sender} still owes something and could not be woken; the next sweep tries again.")]
    public static partial void NotWoken(ILogger log, Exception e, string sender);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox could not be swept; trying again.")]
    public static partial void SweepFailed(ILogger log, Exception e);
}
