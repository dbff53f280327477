namespace JmaActors.Web.Http;

/// <summary>Which part of the site a path belongs to. As in routing, capital and small letters are the same.</summary>
public static class Paths
{
    public const string Api = "/api/v1";

    public const string Reference = "/api";

    public const string Hub = "/hubs/live";

    public const string Document = "/openapi/v1.json";

    /// <summary>API, hub, health and documents: what machines read.</summary>
    public static bool IsData(PathString path) =>
        path.StartsWithSegments(Api, StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);

    /// <summary>Files and answers about one person outside the API, which no cache may keep: documents, lists of people, certificates looked up.</summary>
    public static bool IsPersonal(PathString path) =>
        path.StartsWithSegments("/documents", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/show", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/calendars", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/verify", StringComparison.OrdinalIgnoreCase);

    /// <summary>The browsable page of the API.</summary>
    public static bool IsReference(PathString path) => path.StartsWithSegments(Reference, StringComparison.OrdinalIgnoreCase) && !IsData(path);
}
