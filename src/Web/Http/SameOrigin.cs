namespace JmaActors.Web.Http;

/// <summary>Whether a request comes from a page of another site that acts here, or opens a socket. Programs send no origin.</summary>
public static class SameOrigin
{
    public static readonly Problem NotFromThere = new(StatusCodes.Status403Forbidden, "cross-origin", Detail: "Pages of other sites may not act here.");

    public static bool FromElsewhere(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        if (origin.Count == 0) return false;
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (reads && !request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase) && !request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase)) return false;
        return !origin.ToString().Equals($"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
    }
}
