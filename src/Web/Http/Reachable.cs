using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace JmaActors.Web.Http;

/// <summary>Where a site with sign-in may be reached: this machine, or anybody by HTTPS. Passwords do not cross a network in the open.</summary>
public static class Reachable
{
    /// <summary>Believes these proxies, and nobody else, about who asks, by which scheme and for which host.</summary>
    /// <exception cref="ArgumentException">One of them is neither an address nor a network.</exception>
    public static void Trust(ForwardedHeadersOptions options, IReadOnlyList<string> proxies)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        // As many as stand in a row: each is believed only where it is named.
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out var address)) options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(proxy, out var network)) options.KnownIPNetworks.Add(network);
            else throw new ArgumentException($"{proxy} (Jma:Proxies) is neither an address nor a network like 10.0.0.0/8.", nameof(options));
        }
    }

    /// <summary>What is wrong with the addresses to bind to; null when nothing.</summary>
    public static string? Check(WebOptions options)
    {
        foreach (var url in options.Urls)
        {
            if (options.BehindProxy || url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) || LoopbackOnly.Check([url]) is null) continue;
            return $"{url} is not loopback and would send passwords in the open: use https:// (docs/configuration.md, Certificate), or name the proxy in front of this site (Jma:Proxies).";
        }

        return null;
    }
}
