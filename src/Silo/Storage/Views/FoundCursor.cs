using System.Buffers.Text;
using System.Globalization;
using System.Text;
using JmaActors.Directory;
using JmaActors.Journal;

namespace JmaActors.Storage.Views;

/// <summary>Where a page began or ended, as an opaque text safe in an address: in which order, which way one goes on from it, and from whom.</summary>
/// <param name="Order">The sort as it is written; a cursor of another sort is none.</param>
/// <param name="Back">Goes to the page before.</param>
/// <param name="Value">What the person is sorted by: a text, or a number.</param>
sealed record FoundCursor(string Order, bool Back, long Member, string Value)
{
    public static FoundCursor Of(SearchOrder order, bool back, FoundKey key) => new(Name(order), back, key.Member, key.Value);

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Order}|{(Back ? 'b' : 'a')}|{Member}|{Value}")));

    /// <summary>Null when there is none, or when it is not one of ours and of this order: the first page is shown then.</summary>
    public static FoundCursor? Parse(string? text, SearchOrder order)
    {
        if (string.IsNullOrEmpty(text) || !Base64Url.IsValid(text)) return null;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('|', 4);
        if (parts.Length != 4 || parts[0] != Name(order) || parts[1] is not ("a" or "b") || parts[3].Contains('\0')) return null;
        if (!long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var member)) return null;
        var cursor = new FoundCursor(parts[0], parts[1] == "b", member, parts[3]);
        return order.Key.Type == ColumnType.Text || cursor.Number is not null ? cursor : null;
    }

    /// <summary>The value as a number; null when it is none that any column can hold.</summary>
    public long? Number => long.TryParse(Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n is > -3_000_000_000_000_000 and < 8_000_000_000_000_000 ? n : null;

    static string Name(SearchOrder order) => order.Descending ? $"-{order.Key.Name}" : order.Key.Name;
}

/// <summary>By what a person stands where it stands in a list.</summary>
readonly record struct FoundKey(string Value, long Member);
