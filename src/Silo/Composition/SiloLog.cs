namespace JmaActors.Composition;

static partial class SiloLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Long work could not be woken; trying again.")]
    public static partial void WorksNotWoken(ILogger log, Exception e);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox could not be swept; trying again.")]
    public static partial void SweepFailed(ILogger log, Exception e);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The heads could not be signed; trying again.")]
    public static partial void SealFailed(ILogger log, Exception e);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The node's figures could not be reported; trying again.")]
    public static partial void ReportFailed(ILogger log, Exception e);

    [LoggerMessage(Level = LogLevel.Error, Message = "The demonstration data could not be loaded.")]
    public static partial void SeedFailed(ILogger log, Exception e);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Loading the demonstration data was held up (attempt {Attempt}); going on where it stopped.")]
    public static partial void SeedAgain(ILogger log, Exception e, int attempt);

    [LoggerMessage(Level = LogLevel.Information, Message = "Demonstration data: {Text}")]
    public static partial void Seeding(ILogger log, string text);

    [LoggerMessage(Level = LogLevel.Information, Message = "{View}: {Count} rows were brought up to date.")]
    public static partial void ViewsMended(ILogger log, string view, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Views could not be brought up to date; trying again.")]
    public static partial void ViewsNotMended(ILogger log, Exception e);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Figures of working hours could not be put; trying again.")]
    public static partial void HoursNotShown(ILogger log, Exception e);

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed {Count} documents that no entry names.")]
    public static partial void EvidenceGone(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Documents that no entry names could not be looked for; trying again.")]
    public static partial void EvidenceKeptOn(ILogger log, Exception e);

    [LoggerMessage(Level = LogLevel.Information, Message = "The audit forgot {Count} addresses and lines that are kept no longer.")]
    public static partial void AuditForgotten(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The audit could not forget what is kept no longer; trying again tomorrow.")]
    public static partial void AuditNotForgotten(ILogger log, Exception e);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Memberships that are due could not be begun; trying again.")]
    public static partial void BeginningsFailed(ILogger log, Exception e);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The live seminar could not go on; trying again.")]
    public static partial void LiveFailed(ILogger log, Exception e);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A page of people could not be looked at for records alike; trying again.")]
    public static partial void DuplicatesNotSought(ILogger log, Exception e);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A page of physicians could not be looked at for what falls due; trying again.")]
    public static partial void AlertsNotSought(ILogger log, Exception e);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What waits for webhooks could not be looked for or reported; trying again.")]
    public static partial void WebhooksNotSent(ILogger log, Exception e);
}
