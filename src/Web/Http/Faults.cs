using System.Text.Json;
using JmaActors.Web.Access;

namespace JmaActors.Web.Http;

/// <summary>Turns whatever went wrong in an API request into a problem; nothing of the fault itself goes out.</summary>
public sealed partial class Faults(RequestDelegate next, ILogger<Faults> log)
{
    /// <summary>Nginx' word for a client that has gone; nobody reads it.</summary>
    const int ClientGone = 499;

    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http).ConfigureAwait(false);
            if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null }) await Of(http.Response.StatusCode).ExecuteAsync(http).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            if (!http.Response.HasStarted) http.Response.StatusCode = ClientGone;
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            var problem = Of(fault is OutOfScopeException refused ? await Recorded(refused).ConfigureAwait(false) : fault);
            if (problem.Status == StatusCodes.Status500InternalServerError) Failed(log, fault, http.GetEndpoint()?.DisplayName ?? http.Request.Method);
            // That this site is reached by HTTPS only holds for what failed too.
            var httpsOnly = http.Response.Headers.StrictTransportSecurity;
            http.Response.Clear();
            http.Response.Headers.StrictTransportSecurity = httpsOnly;
            SecurityHeaders.Add(http);
            await problem.ExecuteAsync(http).ConfigureAwait(false);
        }
    }

    /// <summary>A refusal is told when it is in the audit; when that cannot be written now, the caller is told to try again.</summary>
    static async Task<Exception> Recorded(OutOfScopeException refused)
    {
        try
        {
            await refused.Recorded.ConfigureAwait(false);
            return refused;
        }
        catch (TryAgainException away)
        {
            return away;
        }
    }

    /// <summary>Of files outside the API that a page links to: one that cannot be had is told as the API tells it, for there is no page to draw it on.</summary>
    public static async ValueTask<object?> Told(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        try
        {
            return await next(call).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is OutOfScopeException or NotSignedInException or InvalidInputException or TryAgainException)
        {
            return Of(fault);
        }
    }

    /// <summary>The problem a fault is answered with.</summary>
    public static Problem Of(Exception fault) => fault switch
    {
        OutOfScopeException refused => new(StatusCodes.Status403Forbidden, OutOfScopeException.Reason, Detail: "This caller may not see or do this.") { Before = refused.Recorded },
        NotSignedInException => SignInRequired,
        NothingThereException => Problem.NotFound,
        InvalidInputException invalid => Invalid(invalid.Field, invalid.Message),
        TryAgainException again => new(
            StatusCodes.Status503ServiceUnavailable, again.Reason, Detail: "Send the same again shortly, under the same key: it is done at most once."),
        BadHttpRequestException { InnerException: JsonException json } => Of(json),
        BadHttpRequestException bad => Of(bad.StatusCode),
        JsonException json => Invalid(json.Path is { Length: > 0 } path ? path : "$", json.Message),
        _ => Of(StatusCodes.Status500InternalServerError),
    };

    /// <summary>Nobody has signed in.</summary>
    public static readonly Problem SignInRequired = new(StatusCodes.Status401Unauthorized, NotSignedInException.Reason, Detail: "Sign in, or send Authorization: Bearer with a token that holds.");

    static Problem Invalid(string field, string wanted) => new(StatusCodes.Status400BadRequest, "invalid", Detail: wanted, Field: field);

    static Problem Of(int status) => status switch
    {
        StatusCodes.Status404NotFound => Problem.NotFound,
        StatusCodes.Status405MethodNotAllowed => new(status, "method-not-allowed", Detail: "See /openapi/v1.json for what this address takes."),
        StatusCodes.Status413PayloadTooLarge => new(status, "too-large", Detail: $"A body has at most {WebLimits.Body} bytes, a document {JmaActors.Credits.EvidenceLimits.Bytes}, a roster {WebLimits.RosterBody}."),
        StatusCodes.Status415UnsupportedMediaType => new(status, "media-type", Detail: "Send application/json; a roster as text/csv or multipart/form-data."),
        StatusCodes.Status500InternalServerError => new(status, "failed", Detail: "Something failed here; it has been logged."),
        _ => new(status, "invalid", Detail: "The request could not be read."),
    };

    [LoggerMessage(6201, LogLevel.Error, "{Endpoint} failed")]
    static partial void Failed(ILogger log, Exception fault, string endpoint);
}
