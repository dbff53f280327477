using System.Globalization;

namespace JmaActors.Web.Http;

/// <summary>Which of the two languages a request asks for. Japanese when it does not say.</summary>
public static class Language
{
    public static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja");

    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static CultureInfo Of(HttpRequest request)
    {
        if (request.Headers.AcceptLanguage.Count == 0) return Japanese;
        var wanted = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1);
        foreach (var language in wanted)
        {
            if (language.Value.StartsWith("ja", StringComparison.OrdinalIgnoreCase)) return Japanese;
            if (language.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase)) return English;
        }

        return Japanese;
    }
}
