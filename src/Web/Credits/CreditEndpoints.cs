using System.Text.Json.Serialization.Metadata;
using JmaActors.Credits;
using JmaActors.Ledgers;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Credits;

/// <summary><c>/api/v1/members/{id}/credits</c> and <c>/cme</c>: a person's study credits.</summary>
public static class CreditEndpoints
{
    static readonly JsonTypeInfo<AccrueBody> Body = ApiJson.Of<AccrueBody>();
    static readonly JsonTypeInfo<AnswerBody<CreditEntry>> Reply = ApiJson.Of<AnswerBody<CreditEntry>>();

    public static void Map(IEndpointRouteBuilder api)
    {
        var credits = api.MapGroup("/members/{id}").WithTags("Credits");
        var gateway = api.ServiceProvider.GetRequiredService<Gateway>();
        credits.MapPost("/credits", (string id, HttpContext http) => Accrue(id, http, gateway)).Accepts<AccrueBody>("application/json").Command<CreditEntry>(
            "Record credit",
            "Pending or at once posted. `key` is natural within the person's ledger: the same key again gets the first answer. A person who reports for herself names a `score` "
            + "(methods 1 and 2) or `evidence` (the others; uploaded before), and waits until an office posts it.",
            "unknown-code", "bad-units", "too-many-units", "e-learning-units", "bad-method", "members-only", "before-licence", "date-in-future",
            "method-units", "score-missing", "score-too-low", "bad-score", "evidence-missing", "bad-evidence", "evidence-not-here", "office-posts", "date-too-early", "bad-title", "bad-key", "key-reserved", "ledger-full");
        credits.MapPost("/credits/{key}/settle", Settle).Command<CreditEntry>(
            "Settle an entry",
            "Posts or voids a pending entry, or voids a posted one, with a reason. A slash in the key is written `%2F`.",
            "no-entry", "awaits-confirmation", "already-posted", "already-voided", "no-reason", "reason-too-long");
        credits.MapGet("/credits", Entries).Question<CreditPage>(
            "Entries of the ledger", $"Newest date first, at most {CreditLimits.EntryPage}; `next` is the cursor of the next page.");
        credits.MapGet("/credits/history", History).Question<IReadOnlyList<HistoryLine>>(
            "History of the ledger", "Every event after version `after`, oldest first.");
        credits.MapGet("/credits/methods", Methods).Question<IReadOnlyList<MethodLine>>(
            "Terms of the methods", "What each method of recording credit by hand asks for, `on` a date (yyyy-MM-dd, today when left out).");
        credits.MapGet("/cme", Cme).Question<CmeStanding>(
            "CME standing", "Units and distinct codes over three fiscal years, towards 60, as of `on` (yyyy-MM-dd, today when left out), with its verdict.");
    }

    /// <summary>The busiest endpoint: reads and writes by hand, makes no scope of services for a request, and is not cancelled: what has been read is recorded, whether or not its sender waits.</summary>
    static async Task Accrue(string id, HttpContext http, Gateway gateway)
    {
        var member = Input.Member(id);
        var caller = CallerOf.Api(http);
        var body = await HotBody.Read(http.Request, Body).ConfigureAwait(false);
        await HotBody.Answer(http, await gateway.Accrue(member, body.ToCommand(caller), CancellationToken.None).ConfigureAwait(false), Reply).ConfigureAwait(false);
    }

    static async Task<IResult> Settle(string id, string key, SettleBody body, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        var command = body.ToCommand(Input.Key(key, "key", WebLimits.EntryKey), CallerOf.Api(http));
        return AnswerResults.ToHttp(await gateway.Settle(Input.Member(id), command, ct).ConfigureAwait(false));
    }

    static async Task<IResult> Entries(string id, string? after, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.Entries(Input.Member(id), Input.Cursor(after), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> History(string id, long? after, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.CreditHistory(Input.Member(id), Input.After(after), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Methods(string id, string? on, Gateway gateway, TimeProvider clock, HttpContext http, CancellationToken ct) =>
        (await gateway.CreditMethods(Input.Member(id), Input.Date(on, "on", clock), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Cme(string id, string? on, Gateway gateway, TimeProvider clock, HttpContext http, CancellationToken ct) =>
        (await gateway.Cme(Input.Member(id), Input.Date(on, "on", clock), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();
}
