namespace JmaActors.Web;

/// <summary>What the host tells the web part.</summary>
/// <param name="Urls">The addresses it is asked to bind to; all must be loopback until sign-in exists.</param>
/// <param name="NodeName">Name of this node on the operations board.</param>
/// <param name="Role">Role of this node: <c>all</c> or <c>web</c>.</param>
public sealed record WebOptions(IReadOnlyList<string> Urls, string NodeName, string Role);
