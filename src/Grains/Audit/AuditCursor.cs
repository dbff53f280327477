using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace JmaActors.Audit;

/// <summary>Where a page of the audit ended, as an opaque text safe in an address.</summary>
static class AuditCursor
{
    public static string Write(AuditMark mark) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{mark.At.UtcTicks / TimeSpan.TicksPerMicrosecond}|{mark.Line}")));

    /// <summary>Null when there is none, or when it is not one of ours: the first page is shown then.</summary>
    public static AuditMark? Read(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor) || !Base64Url.IsValid(cursor)) return null;
        var plain = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        var bar = plain.IndexOf('|', StringComparison.Ordinal);
        var ok = bar > 0 && !plain.Contains('\0') && long.TryParse(plain.AsSpan(0, bar), NumberStyles.None, CultureInfo.InvariantCulture, out var micros) && micros <= DateTimeOffset.MaxValue.UtcTicks / TimeSpan.TicksPerMicrosecond;
        return ok ? new AuditMark(new DateTimeOffset(long.Parse(plain.AsSpan(0, bar), CultureInfo.InvariantCulture) * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero), plain[(bar + 1)..]) : null;
    }
}
