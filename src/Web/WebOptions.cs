namespace JmaActors.Web;

/// <summary>What the host tells the web part.</summary>
/// <param name="Urls">The addresses it is asked to bind to.</param>
/// <param name="NodeName">Name of this node on the operations board.</param>
/// <param name="Role">Role of this node: <c>all</c> or <c>web</c>.</param>
/// <param name="Eyes">Instead of sign-in a switch says whose eyes one looks through; all addresses must be loopback then.</param>
public sealed record WebOptions(IReadOnlyList<string> Urls, string NodeName, string Role, bool Eyes = false)
{
    /// <summary>Addresses, or networks such as <c>10.0.0.0/8</c>, of the proxies in front of this site, which answer to HTTPS: what they say of who asks is believed.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>An organisation's own sign-in; null when there is none.</summary>
    public Accounts.ProviderOptions? Provider { get; init; }

    public bool BehindProxy => Proxies.Count > 0;

    /// <summary>Everybody comes by HTTPS: cookies are kept from anything else.</summary>
    public bool Secure => BehindProxy || Urls.Any(u => u.StartsWith("https:", StringComparison.OrdinalIgnoreCase));
}
