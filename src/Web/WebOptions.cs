namespace JmaActors.Web;

/// <summary>What the host tells the web part.</summary>
/// <param name="Urls">The addresses it is asked to bind to.</param>
/// <param name="NodeName">Name of this node on the operations board.</param>
/// <param name="Role">Role of this node: <c>all</c> or <c>web</c>.</param>
/// <param name="Eyes">Instead of sign-in a switch says whose eyes one looks through; all addresses must be loopback then.</param>
/// <param name="BehindProxy">A trusted proxy in front of this site answers to HTTPS.</param>
public sealed record WebOptions(IReadOnlyList<string> Urls, string NodeName, string Role, bool Eyes = false, bool BehindProxy = false)
{
    /// <summary>Everybody comes by HTTPS: cookies are kept from anything else.</summary>
    public bool Secure => BehindProxy || Urls.Any(u => u.StartsWith("https:", StringComparison.OrdinalIgnoreCase));
}
