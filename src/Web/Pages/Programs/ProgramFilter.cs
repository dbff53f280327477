using System.Globalization;
using JmaActors.Credits;
using JmaActors.Directory;
using JmaActors.Training;
using JmaActors.Web;

namespace JmaActors.Pages.Programs;

/// <summary>What is sought on the page of programs, as it stands in the address: a search can be kept and sent to somebody.</summary>
public sealed record ProgramFilter(string? Q, string? Place, string? Scheme, string? Code, string? Host, string? Stage, string? From, string? To, string? Month, string? Delivery = null)
{
    /// <summary>The month shown; the one of today when none is asked for.</summary>
    public DateOnly FirstOf(DateOnly today) =>
        DateOnly.TryParseExact(Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is > 1999 and < 2200
            ? first : new DateOnly(today.Year, today.Month, 1);

    /// <summary>Something is sought, beside a month.</summary>
    public bool Seeks => new[] { Q, Place, Scheme, Code, Host, Stage, From, To, Delivery }.Any(t => !string.IsNullOrWhiteSpace(t));

    /// <summary>The question asked of the directory. What cannot be read asks for nothing.</summary>
    public ProgramQuery ToQuery() => new(
        AssociationId.TryParse(Host?.Trim().ToUpperInvariant(), out var host) ? host : null, null, null, 50,
        Words(Q), Words(Place), Day(From), Day(To), Named<CreditScheme>(Scheme),
        short.TryParse(Code, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code > 0 ? code : null, Named<ProgramStage>(Stage), Delivery: Named<ProgramDelivery>(Delivery));

    /// <summary>The address of the page with this filter, and what is changed of it.</summary>
    public string Href(string? view, string? month = null, string? from = null, string? to = null)
    {
        (string Name, string? Value)[] all =
        [
            ("view", view), ("q", Q), ("place", Place), ("scheme", Scheme), ("code", Code), ("host", Host), ("stage", Stage), ("from", from ?? From), ("to", to ?? To), ("month", month), ("delivery", Delivery),
        ];
        var given = all.Where(p => !string.IsNullOrWhiteSpace(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}");
        return string.Join('&', given) is { Length: > 0 } query ? $"/programs?{query}" : "/programs";
    }

    static string? Words(string? text) => text?.Trim() is { Length: > 0 } words ? words[..Math.Min(words.Length, WebLimits.SearchText)] : null;

    static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 2200 ? day : null;

    static T? Named<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
