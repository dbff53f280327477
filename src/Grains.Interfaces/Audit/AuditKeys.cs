using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace JmaActors.Audit;

/// <summary>The key of the ledger of an account and civil day: <c>20261123.office:26</c>.</summary>
public static class AuditKeys
{
    const int SubjectLength = 80;

    static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    public static string Of(DateTimeOffset now, string subject) => string.Create(CultureInfo.InvariantCulture, $"{now.ToOffset(Tokyo):yyyyMMdd}.{Safe(subject)}");

    /// <summary>A subject that is long, or has other characters than addresses have, goes by its digest.</summary>
    static string Safe(string subject) =>
        subject.Length is > 0 and <= SubjectLength && subject.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ':' or '+' or '@')
            ? subject
            : "h:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject)));
}
