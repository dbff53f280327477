using System.Security.Cryptography;
using System.Text;
using JmaActors.Feeds;
using JmaActors.Resources;
using JmaActors.Web.Access;
using JmaActors.Web.Accounts;
using JmaActors.Web.Http;
using JmaActors.WorkHours;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace JmaActors.Web.Feeds;

/// <summary>Calendars of duties: their addresses under <c>/api/v1</c>, and what they lead to under <c>/calendars</c>, for whoever has the address.</summary>
public static class FeedEndpoints
{
    /// <summary>Where calendars are fetched. The secret stands in the query, which is written to fewer logs than a path.</summary>
    public const string Path = "/calendars/duty.ics";

    const string Type = "text/calendar; charset=utf-8";

    public static void Map(IEndpointRouteBuilder site, IEndpointRouteBuilder api)
    {
        site.MapGet(Path, Fetch).ExcludeFromDescription().AllowAnonymous().RequireRateLimiting(SignInRates.Verify);

        var own = api.MapGroup("/members/{id}/calendars").WithTags("Working hours");
        own.MapGet("", (string id, Gateway gateway, HttpContext http, CancellationToken ct) => List(FeedOwner.Of(Input.Member(id)), gateway, http, ct)).Question<IReadOnlyList<FeedLine>>("My calendars of duties", "Those not ended, without their addresses. For the physician alone.");
        own.MapPost("", (string id, FeedBody body, Gateway gateway, HttpContext http, CancellationToken ct) => Issue(FeedOwner.Of(Input.Member(id)), body, gateway, http, ct)).Command<NewFeed>(
            "Make a calendar of my duties", "Planned shifts of all employers that plan here (iCalendar). Its address is answered once: whoever has it sees the shifts.", "bad-key", "bad-name", "too-many-feeds");
        own.MapPost("/{feed}/revoke", (string id, string feed, Gateway gateway, HttpContext http, CancellationToken ct) => Revoke(FeedOwner.Of(Input.Member(id)), feed, gateway, http, ct)).Command<FeedLine>("End a calendar", "Its address leads to nothing any more.", "no-feed");

        var workplace = api.MapGroup("/workplaces/{id}/calendars").WithTags("Workplaces");
        workplace.MapGet("", (string id, Gateway gateway, HttpContext http, CancellationToken ct) => List(FeedOwner.Of(Input.Workplace(id)), gateway, http, ct)).Question<IReadOnlyList<FeedLine>>("Calendars of a workplace", "Those not ended, without their addresses. For its duty manager.");
        workplace.MapPost("", (string id, FeedBody body, Gateway gateway, HttpContext http, CancellationToken ct) => Issue(FeedOwner.Of(Input.Workplace(id)), body, gateway, http, ct)).Command<NewFeed>(
            "Make a calendar of a department", $"Who is on duty there (iCalendar): of at most {DutyFeedLimits.Physicians} physicians, shifts at this workplace alone. Its address is answered once.", "bad-key", "bad-name", "too-many-feeds", "unknown-department");
        workplace.MapPost("/{feed}/revoke", (string id, string feed, Gateway gateway, HttpContext http, CancellationToken ct) => Revoke(FeedOwner.Of(Input.Workplace(id)), feed, gateway, http, ct)).Command<FeedLine>("End a calendar of a workplace", "Its address leads to nothing any more.", "no-feed");
    }

    static async Task<IResult> List(FeedOwner owner, Gateway gateway, HttpContext http, CancellationToken ct) => TypedResults.Ok(await gateway.Feeds(owner, CallerOf.Api(http), ct).ConfigureAwait(false));

    static async Task<IResult> Issue(FeedOwner owner, FeedBody body, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        var (secret, hash) = FeedSecret.New();
        var command = new IssueFeed(
            Input.Key(body.Key, "key", DutyFeedLimits.Key), Input.Text(body.Name, "name", DutyFeedLimits.Name), string.IsNullOrEmpty(body.Department) ? "" : Input.Text(body.Department, "department", WorkHoursLimits.NameLength), hash, CallerOf.Api(http));
        var answer = await gateway.IssueFeed(owner, command, ct).ConfigureAwait(false);
        // Of one made before only the hash is known.
        if (answer is null) return Problem.NotFound;
        var made = answer.Value is { } line ? new NewFeed(line, answer.Repeat ? "" : $"{http.Request.Scheme}://{http.Request.Host}{FeedSecret.Path(secret)}") : null;
        return AnswerResults.ToHttp(new Answer<NewFeed>(made, answer.Refusal, answer.Version, answer.Repeat));
    }

    static async Task<IResult> Revoke(FeedOwner owner, string feed, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.RevokeFeed(owner, new RevokeFeed(Input.Key(feed, "feed", DutyFeedLimits.Key), CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> Fetch(string? key, Gateway gateway, IStringLocalizer<Texts> texts, HttpContext http, CancellationToken ct)
    {
        // One that cannot be, and one that leads nowhere any more, look the same.
        if (!FeedSecret.Fits(key) || await gateway.ReadFeed(key!, ct).ConfigureAwait(false) is not { } feed) return TypedResults.NotFound();
        var bytes = Encoding.UTF8.GetBytes(DutyCalendar.Write(feed, texts));
        (http.Response.Headers.CacheControl, http.Response.Headers["X-Robots-Tag"], http.Response.Headers["Referrer-Policy"]) = ("private, no-cache", "noindex", "no-referrer");
        return TypedResults.File(bytes, Type, "duty.ics", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\""));
    }
}

/// <param name="Department">Of a workplace: whose duties; all physicians' when left out.</param>
public sealed record FeedBody(string Key, string Name, string? Department = null);

/// <param name="Address">Where it is fetched; empty when it was made before. Kept nowhere else.</param>
public sealed record NewFeed(FeedLine Calendar, string Address);
