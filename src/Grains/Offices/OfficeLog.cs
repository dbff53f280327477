using Microsoft.Extensions.Logging;

namespace JmaActors.Offices;

static partial class OfficeLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The board of office {Office} could not count; the next change or check tries again.")]
    public static partial void CountFailed(ILogger log, Exception e, string office);
}
