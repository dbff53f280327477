using System.Buffers.Text;
using System.Text;

namespace JmaActors.Storage.Views;

/// <summary>Where a keyset page ended, as an opaque text safe in an address: a number and a text.</summary>
readonly record struct PageCursor(long Number, string Text)
{
    /// <summary>The number as microseconds since 1970; null when it was made up and is no date.</summary>
    public DateTimeOffset? Instant =>
        Number is > -3_000_000_000_000_000 and < 8_000_000_000_000_000 ? DateTimeOffset.UnixEpoch.AddTicks(Number * TimeSpan.TicksPerMicrosecond) : null;

    /// <summary>The cursor of a page in the order of instants.</summary>
    public static PageCursor At(DateTimeOffset instant, string text) => new((instant.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond, text);

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Number}|{Text}"));

    /// <summary>Null when there is none, or when it is not one of ours: the first page is shown then.</summary>
    public static PageCursor? Parse(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor) || !Base64Url.IsValid(cursor)) return null;
        var plain = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        var bar = plain.IndexOf('|');
        return bar > 0 && !plain.Contains('\0') && long.TryParse(plain.AsSpan(0, bar), out var number) ? new PageCursor(number, plain[(bar + 1)..]) : null;
    }
}
