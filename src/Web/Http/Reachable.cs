using System.Net;

namespace JmaActors.Web.Http;

/// <summary>Where a site with sign-in may be reached: this machine, or anybody by HTTPS. Passwords do not cross a network in the open.</summary>
static class Reachable
{
    /// <summary>What is wrong with the addresses to bind to; null when nothing.</summary>
    public static string? Check(WebOptions options)
    {
        foreach (var url in options.Urls)
        {
            if (options.BehindProxy || url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) || LoopbackOnly.Check([url]) is null) continue;
            return $"{url} would send passwords in the open: use https:// (docs/configuration.md, Certificate), or name the proxy in front of this site (Jma:Proxies).";
        }

        return null;
    }
}
