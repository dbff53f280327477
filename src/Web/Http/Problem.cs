using System.Text.Json;
using JmaActors.Live;

namespace JmaActors.Web.Http;

/// <summary>A problem of RFC 9457 with a stable reason code. Its title is worded in the reader's language when it is written.</summary>
/// <param name="Rule">The rule that refused; empty when none did.</param>
/// <param name="Detail">What was wrong with what, and what to do.</param>
/// <param name="Field">The field at fault of an invalid request; null otherwise.</param>
public sealed record Problem(int Status, string Reason, string Rule = "", string Detail = "", string? Field = null) : IResult
{
    /// <summary>Prefix of <c>type</c>: the reason code follows.</summary>
    public const string TypePrefix = "urn:jma:reason:";

    public static readonly Problem NotFound = new(
        StatusCodes.Status404NotFound, "not-found", Detail: "Nothing is known under this address, or nothing this caller may see.");

    /// <summary>What a refused command is answered with: 422 where a rule refused, 403 where the scope did, 409 where the state did.</summary>
    public static Problem Of(Refusal refusal) => new(StatusOf(refusal), refusal.Reason, refusal.Rule, refusal.Detail);

    /// <summary>What must have ended before this is said: a refusal is told when it is in the audit.</summary>
    public Task Before { get; init; } = Task.CompletedTask;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await Before.ConfigureAwait(false);
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "application/problem+json";
        if (Status == StatusCodes.Status503ServiceUnavailable) response.Headers.RetryAfter = WebLimits.RetryAfterText;
        var title = httpContext.RequestServices.GetRequiredService<IReasonTexts>().Title(Reason, Language.Of(httpContext.Request));
        await using var writer = new Utf8JsonWriter(response.BodyWriter, new JsonWriterOptions { Encoder = BoardJson.Options.Encoder });
        Write(writer, title);
        await writer.FlushAsync(httpContext.RequestAborted).ConfigureAwait(false);
    }

    void Write(Utf8JsonWriter writer, string title)
    {
        writer.WriteStartObject();
        writer.WriteString("type", TypePrefix + Reason);
        writer.WriteString("title", title);
        writer.WriteNumber("status", Status);
        if (Detail.Length > 0) writer.WriteString("detail", Detail);
        writer.WriteString("reason", Reason);
        if (Rule.Length > 0) writer.WriteString("rule", Rule);
        if (Field is not null)
        {
            writer.WriteStartObject("errors");
            writer.WriteStartArray(Field);
            writer.WriteStringValue(Detail);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    static int StatusOf(Refusal refusal) => refusal switch
    {
        { Reason: "out-of-scope" } => StatusCodes.Status403Forbidden,
        { Rule.Length: > 0 } => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status409Conflict,
    };
}
