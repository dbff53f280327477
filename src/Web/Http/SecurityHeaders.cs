namespace JmaActors.Web.Http;

/// <summary>Headers that keep a browser from doing more with an answer than was meant.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>Styles may stand in elements (charts and progress bars set them); scripts come from this site only.</summary>
    const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>The API's own page carries its settings in a script of its own.</summary>
    const string ReferencePolicy =
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>JSON shows nothing and runs nothing.</summary>
    const string NothingPolicy = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>The desk's service worker stands among the assets and serves pages of seminars; each desk registers its own page only.</summary>
    const string DeskWorker = "/_content/JmaActors.Web/js/desk-worker.js";

    /// <summary>The clock's serves the clock alone.</summary>
    const string ClockWorker = "/_content/JmaActors.Web/js/clock-worker.js";

    public Task InvokeAsync(HttpContext http)
    {
        Add(http);
        return next(http);
    }

    /// <summary>Adds the headers; again after an answer was cleared.</summary>
    public static void Add(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        if (Paths.IsData(http.Request.Path))
        {
            headers.ContentSecurityPolicy = NothingPolicy;
            headers.CacheControl = "no-store";
            return;
        }

        if (Paths.IsPersonal(http.Request.Path)) headers.CacheControl = "no-store";
        if (http.Request.Path.Equals(DeskWorker, StringComparison.Ordinal)) headers["Service-Worker-Allowed"] = "/seminars/";
        if (http.Request.Path.Equals(ClockWorker, StringComparison.Ordinal)) headers["Service-Worker-Allowed"] = "/clock";
        headers["Referrer-Policy"] = "same-origin";
        headers.XFrameOptions = "DENY";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = Paths.IsReference(http.Request.Path) ? ReferencePolicy : Policy;
    }
}
