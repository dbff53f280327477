using System.Globalization;
using JmaActors.Credits;
using JmaActors.Directory;
using JmaActors.Training;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Programs;

/// <summary><c>GET /api/v1/programs</c>: the search, and what there is to offer.</summary>
public static class ProgramSearchEndpoints
{
    public static void Map(IEndpointRouteBuilder programs)
    {
        programs.MapGet("", List).Question<ProgramPage>(
            "Programs",
            "By words (`q`), `place`, first and last day of the start (`from`, `to`), `scheme`, `subject` (a curriculum code when no scheme is given), `host`, `status`, `stage`, `delivery` (hall or web: one can take part like that; both: held in both ways), "
            + "or whose decision it waits for (`waits`). Newest first, or with `order=soonest` the other way round; `next` is the cursor of the next page.");
        programs.MapGet("/subjects", Subjects).Question<IReadOnlyList<SubjectLine>>("Subjects to offer", "Of every scheme beside CME, as valid on the date `on`.");
    }

    static async Task<IResult> List(
        string? host, string? status, string? after, int? size, string? q, string? place, string? from, string? to, string? scheme, short? subject, string? stage, string? waits, string? order, string? delivery,
        Gateway gateway, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var query = new ProgramQuery(
            Input.OptionalAssociation(host, "host"), Named<SessionStatus>(status, "status"), Input.Cursor(after), Input.Size(size),
            Words(q, "q"), Words(place, "place"), Day(from, "from", clock), Day(to, "to", clock), Named<CreditScheme>(scheme, "scheme"), subject,
            Named<ProgramStage>(stage, "stage"), Input.OptionalAssociation(waits, "waits"), order switch
            {
                null or "" or "newest" => false,
                "soonest" => true,
                _ => throw new InvalidInputException("order", "The order is newest or soonest."),
            },
            Delivery: Named<ProgramDelivery>(delivery, "delivery"));
        return (await gateway.Programs(query, CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();
    }

    static async Task<IResult> Subjects(string? on, Gateway gateway, TimeProvider clock, HttpContext http, CancellationToken ct) =>
        (await gateway.Subjects(Input.Date(on, "on", clock), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    /// <summary>A name of an enumeration, as it stands in answers; null when nothing is said.</summary>
    static T? Named<T>(string? text, string field)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(text)) return null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase)) return value;
        }

        throw new InvalidInputException(field, string.Create(CultureInfo.InvariantCulture, $"One of: {string.Join(", ", Enum.GetNames<T>().Select(n => char.ToLowerInvariant(n[0]) + n[1..]))}."));
    }

    static string? Words(string? text, string field) => string.IsNullOrEmpty(text) ? null : Input.Text(text, field, WebLimits.SearchText);

    static DateOnly? Day(string? text, string field, TimeProvider clock) => string.IsNullOrEmpty(text) ? null : Input.Date(text, field, clock);
}
