using Microsoft.AspNetCore.Http.Metadata;

namespace JmaActors.Web.Http;

/// <summary>What an endpoint answers, said once for OpenAPI.</summary>
public static class Described
{
    static readonly (int Status, string Text)[] OfCommands =
    [
        (StatusCodes.Status401Unauthorized, "Nobody is signed in, or the token does not hold."),
        (StatusCodes.Status400BadRequest, "The request is not of the wanted shape; `errors` names the field."),
        (StatusCodes.Status403Forbidden, "This caller may not do this."),
        (StatusCodes.Status404NotFound, "There is nothing under this address, or nothing this caller may see."),
        (StatusCodes.Status409Conflict, "The state refused; see `reason`."),
        (StatusCodes.Status413PayloadTooLarge, "The body is too large."),
        (StatusCodes.Status422UnprocessableEntity, "A rule refused; see `reason` and `rule`."),
        (StatusCodes.Status503ServiceUnavailable, "It could not be taken now. Send the same again after `Retry-After`: it is done at most once."),
    ];

    static readonly (int Status, string Text)[] OfQuestions =
    [
        (StatusCodes.Status401Unauthorized, "Nobody is signed in, or the token does not hold."),
        (StatusCodes.Status400BadRequest, "The request is not of the wanted shape; `errors` names the field."),
        (StatusCodes.Status403Forbidden, "This caller may not see this."),
        (StatusCodes.Status404NotFound, "There is nothing under this address, or nothing this caller may see."),
        (StatusCodes.Status503ServiceUnavailable, "The actors could not be reached now; ask again after `Retry-After`."),
    ];

    /// <summary>A command: 200 with the answer, or a problem. <paramref name="reasons"/> are reason codes its actor refuses with.</summary>
    public static RouteHandlerBuilder Command<T>(this RouteHandlerBuilder endpoint, string summary, string description, params string[] reasons) => endpoint
        .WithSummary(summary)
        .WithDescription(reasons.Length == 0 ? description : $"{description}\n\nRefused with {string.Join(", ", reasons.Select(r => $"`{r}`"))}.")
        .Gives<AnswerBody<T>>("Done. `repeat` is true when it had been done before and this is the first answer again.")
        .Problems(OfCommands);

    /// <summary>A question: 200 with the answer, or a problem.</summary>
    public static RouteHandlerBuilder Question<T>(this RouteHandlerBuilder endpoint, string summary, string description) => endpoint
        .WithSummary(summary)
        .WithDescription(description)
        .Gives<T>("The answer.")
        .Problems(OfQuestions);

    /// <summary>An operation that answers something else than an answer of a ledger.</summary>
    public static RouteHandlerBuilder Operation<T>(this RouteHandlerBuilder endpoint, string summary, string description) => endpoint
        .WithSummary(summary)
        .WithDescription(description)
        .Gives<T>("Done.")
        .Problems(OfCommands);

    static RouteHandlerBuilder Gives<T>(this RouteHandlerBuilder endpoint, string text) => endpoint
        .WithMetadata(new Produced(StatusCodes.Status200OK, typeof(T), ["application/json"], text));

    static RouteHandlerBuilder Problems(this RouteHandlerBuilder endpoint, (int Status, string Text)[] problems)
    {
        foreach (var (status, text) in problems) endpoint.WithMetadata(new Produced(status, typeof(ProblemBody), ["application/problem+json"], text));
        return endpoint;
    }

    sealed record Produced(int StatusCode, Type? Type, IEnumerable<string> ContentTypes, string? Description) : IProducesResponseTypeMetadata;
}

/// <summary>Shape of every problem, for OpenAPI.</summary>
/// <param name="Type"><c>urn:jma:reason:</c> and the reason code.</param>
/// <param name="Title">The reason in words, Japanese or English by <c>Accept-Language</c>.</param>
/// <param name="Reason">Stable reason code.</param>
/// <param name="Rule">The rule that refused, where one did.</param>
/// <param name="Detail">What was wrong with what, and what to do.</param>
/// <param name="Errors">The field at fault, of an invalid request.</param>
public sealed record ProblemBody(
    string Type, string Title, int Status, string Reason, string? Rule, string? Detail, IReadOnlyDictionary<string, string[]>? Errors);
