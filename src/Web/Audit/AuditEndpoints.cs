using JmaActors.Audit;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Audit;

/// <summary><c>/api/v1/audit</c>: who saw and did what, for auditors; <c>/members/{id}/seen</c>: who saw one's own record.</summary>
public static class AuditEndpoints
{
    /// <summary>Characters of an account or token sought.</summary>
    const int SubjectLength = 200;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/audit", Search).WithTags("Audit").Question<AuditPage>(
            "Search the audit",
            "Newest first, within what the caller may audit. Give any of `person`, `subject` (the account or token), `office` (the association whose function it was), `from` and `to` (yyyy-MM-dd, "
            + $"at most {AuditLimits.Days} days; the last 31 when left out), `kind` (`looked`, `listed`, `refused`, `wrote`). Changes of a record (`wrote`) are found by `person`. A reason for the search goes "
            + $"percent-encoded into `{Whence.Header}` and is recorded with it. `next` is the cursor of the next page.");
        api.MapGet("/members/{id}/seen", Seen).WithTags("Audit").Question<AuditPage>(
            "Who has seen me", "Who opened and changed one's own record, and whose lists it stood in, newest first. `next` is the cursor of the next page.");
    }

    /// <summary>Days searched when nothing is said.</summary>
    public const int Days = 31;

    static async Task<IResult> Search(
        string? person, string? subject, string? office, string? from, string? to, string? kind, string? after, int? size, Gateway gateway, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var last = Input.Date(to, "to", clock);
        var first = string.IsNullOrEmpty(from) ? last.AddDays(-Days) : Input.Date(from, "from", clock);
        if (last < first || last.DayNumber - first.DayNumber > AuditLimits.Days) throw new InvalidInputException("from", $"Search at most {AuditLimits.Days} days, from the earlier to the later.");
        var query = new AuditQuery(
            string.IsNullOrEmpty(person) ? null : Input.Member(person, "person"), string.IsNullOrEmpty(subject) ? null : Input.Text(subject, "subject", SubjectLength),
            Input.OptionalAssociation(office, "office"), first, last, Kind(kind), Input.Cursor(after), Input.Size(size));
        return (await gateway.SearchAudit(query, CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();
    }

    static async Task<IResult> Seen(string id, string? after, int? size, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.WhoSaw(Input.Member(id), Input.Cursor(after), Input.Size(size), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static AuditKind? Kind(string? text) => text switch
    {
        null or "" => null,
        "looked" => AuditKind.Looked,
        "listed" => AuditKind.Listed,
        "refused" => AuditKind.Refused,
        "wrote" => AuditKind.Wrote,
        _ => throw new InvalidInputException("kind", "A kind is looked, listed, refused or wrote."),
    };
}
