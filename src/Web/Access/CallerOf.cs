using JmaActors.Web.Accounts;

namespace JmaActors.Web.Access;

/// <summary>Reads the caller of a request: who signed in or showed a token; or, with <see cref="WebOptions.Eyes"/>, whose eyes the switch says.</summary>
public static class CallerOf
{
    /// <summary>The caller of an API request.</summary>
    /// <exception cref="InvalidInputException">The switch does not say whose eyes.</exception>
    /// <exception cref="NotSignedInException">Nobody has signed in, or not chosen a function.</exception>
    public static Caller Api(HttpContext http)
    {
        if (!LooksThroughEyes(http)) return SignedIn(http);
        var said = http.Request.Headers[Eyes.Header];
        if (said.Count == 0) return Eyes.Operator;
        return Eyes.TryParse(said.ToString(), out var caller, out var error) ? caller : throw new InvalidInputException(Eyes.Header, error);
    }

    /// <summary>The caller of a file that a page links to; with the switch, from the cookie of the pages.</summary>
    /// <exception cref="InvalidInputException">The cookie cannot be read: nobody is taken for somebody else.</exception>
    /// <exception cref="NotSignedInException">Nobody has signed in, or not chosen a function.</exception>
    public static Caller Page(HttpContext http)
    {
        if (!LooksThroughEyes(http)) return SignedIn(http);
        return Eyes.TryParse(http.Request.Cookies[Eyes.Cookie], out var caller, out var error) ? caller : throw new InvalidInputException(Eyes.Cookie, error);
    }

    /// <summary>What a hub connection says to the switch: the header, or the query parameter for browsers.</summary>
    public static string? HubText(HttpContext http) =>
        http.Request.Headers.TryGetValue(Eyes.Header, out var header) ? header.ToString() : http.Request.Query[Eyes.Query].ToString();

    /// <summary>Nobody looks through eyes unless the middleware of the switch has said so of this very request.</summary>
    static bool LooksThroughEyes(HttpContext http) => http.Features.Get<EyesOn>() is not null;

    static Caller SignedIn(HttpContext http) => http.Features.Get<Asked>()?.Caller ?? throw new NotSignedInException();
}

/// <summary>Marks a request that looks through eyes.</summary>
public sealed class EyesOn
{
    public static readonly EyesOn Here = new();
}

/// <summary>Nobody has signed in, or not chosen a function.</summary>
public sealed class NotSignedInException() : Exception("Nobody is signed in.")
{
    /// <summary>Stable code.</summary>
    public const string Reason = "sign-in-required";
}
