using JmaActors.Web.Access;
using Microsoft.AspNetCore.Http.Metadata;

namespace JmaActors.Web.Http;

/// <summary>
/// A figure, an instant or a yes-or-no that is named in the query must be said: <c>?dryRun=</c> is a mistake, and is refused instead of being taken as if it had been left out,
/// which is what generated handlers do.
/// </summary>
static class SaidValues
{
    /// <summary>Put behind the conventions of the API; endpoints without such a value stay as they are.</summary>
    public static void Wanted(EndpointBuilder endpoint)
    {
        if (endpoint is not RouteEndpointBuilder { RequestDelegate: { } next } route) return;
        string[] names = [.. route.Metadata.OfType<IParameterBindingMetadata>().Where(p => p.HasTryParse && route.RoutePattern.GetParameter(p.Name) is null).Select(p => p.Name)];
        if (names.Length > 0) route.RequestDelegate = http => Check(http.Request, names, next);
    }

    static Task Check(HttpRequest request, string[] names, RequestDelegate next)
    {
        foreach (var name in names)
        {
            if (request.Query.TryGetValue(name, out var said) && string.IsNullOrEmpty(said)) throw new InvalidInputException(name, "Nothing stands behind the equals sign: say a value, or leave the whole out.");
        }

        return next(request.HttpContext);
    }
}
