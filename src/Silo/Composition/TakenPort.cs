using System.Net;
using System.Net.Sockets;

namespace JmaActors.Composition;

/// <summary>Looks whether somebody listens where this process is to listen, before anything is begun that would have to be undone.</summary>
static class TakenPort
{
    /// <summary>The first address that is taken; null when none is.</summary>
    public static string? Among(IEnumerable<string> urls) => urls.FirstOrDefault(IsTaken);

    static bool IsTaken(string url)
    {
        // What is no address at all the site refuses itself, with its own words.
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Port <= 0 || !TryHost(address.Host, out var ip)) return false;
        try
        {
            using var listener = new TcpListener(ip, address.Port);
            listener.Start();
            return false;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode == SocketError.AddressAlreadyInUse;
        }
    }

    static bool TryHost(string host, out IPAddress ip)
    {
        ip = IPAddress.Loopback;
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host.Trim('[', ']'), out ip!);
    }
}
