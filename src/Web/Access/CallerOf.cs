namespace JmaActors.Web.Access;

/// <summary>Reads the caller of a request from the switch.</summary>
public static class CallerOf
{
    /// <summary>The caller of an API request, from the header.</summary>
    /// <exception cref="InvalidInputException">The switch does not say whose eyes.</exception>
    public static Caller Api(HttpContext http)
    {
        var said = http.Request.Headers[Eyes.Header];
        if (said.Count == 0) return Eyes.Operator;
        return Eyes.TryParse(said.ToString(), out var caller, out var error) ? caller : throw new InvalidInputException(Eyes.Header, error);
    }

    /// <summary>The caller of a file that a page links to, from the cookie of the pages.</summary>
    /// <exception cref="InvalidInputException">The cookie cannot be read: nobody is taken for somebody else.</exception>
    public static Caller Page(HttpContext http) =>
        Eyes.TryParse(http.Request.Cookies[Eyes.Cookie], out var caller, out var error) ? caller : throw new InvalidInputException(Eyes.Cookie, error);

    /// <summary>What a hub connection says: the header, or the query parameter for browsers.</summary>
    public static string? HubText(HttpContext http) =>
        http.Request.Headers.TryGetValue(Eyes.Header, out var header) ? header.ToString() : http.Request.Query[Eyes.Query].ToString();
}
