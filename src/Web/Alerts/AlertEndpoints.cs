using JmaActors.Alerts;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Alerts;

/// <summary><c>/api/v1/alerts</c>: the inbox of the function one acts in.</summary>
public static class AlertEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var alerts = api.MapGroup("/alerts").WithTags("Alerts");
        alerts.MapGet("", Read).Question<AlertPage>("My inbox", $"Of the function acted in, the newest first; at most {AlertLimits.Page} before `before`, the number of an alert.");
        alerts.MapPost("/read", MarkRead).Command<AlertPicture>("Mark as read", "Some by their numbers, or all up to one. For everybody of the function.");
        alerts.MapGet("/choices", Choices).Question<AlertChoices>("What I am told", "Everything that can be chosen, each with the ways chosen: `inbox`, `mail`, and of a workplace `webhook`.");
        alerts.MapPut("/choices", Choose).Command<AlertChoices>("Choose what I am told", "What is not named is not told; reminders of dues stand in the inbox all the same, and go by mail unless `inbox` alone is chosen for them.", "bad-key", "bad-choice");
    }

    static async Task<IResult> Read(long? before, Gateway gateway, HttpContext http, CancellationToken ct) => (await gateway.Alerts(before, CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> MarkRead(AlertsReadBody body, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        if (body.UpTo is null == body.Numbers is null) throw new InvalidInputException("numbers", "Give numbers, or the one up to which all are read.");
        if (body.Numbers?.Count > AlertLimits.Page) throw new InvalidInputException("numbers", $"At most {AlertLimits.Page} at once.");
        return AnswerResults.ToHttp(await gateway.MarkAlertsRead(new MarkAlertsRead(body.Numbers ?? [], body.UpTo ?? 0, CallerOf.Api(http)), ct).ConfigureAwait(false));
    }

    static async Task<IResult> Choices(Gateway gateway, HttpContext http, CancellationToken ct) => (await gateway.AlertChoices(CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Choose(AlertChoicesBody body, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        if (body.Choices.Count > AlertLimits.Choices) throw new InvalidInputException("choices", $"At most {AlertLimits.Choices}.");
        return AnswerResults.ToHttp(await gateway.ChooseAlerts(new ChooseAlerts(Input.Key(body.Key, "key", AlertLimits.Key), body.Choices, CallerOf.Api(http)), ct).ConfigureAwait(false));
    }
}

/// <param name="Numbers">Of the alerts.</param>
/// <param name="UpTo">All up to this one, instead.</param>
public sealed record AlertsReadBody(IReadOnlyList<long>? Numbers = null, long? UpTo = null);

public sealed record AlertChoicesBody(string Key, IReadOnlyList<AlertChoice> Choices);
