using System.Net;
using System.Net.Sockets;

namespace JmaActors.Webhooks;

/// <summary>
/// Connections to the public internet alone. A name is looked up here and the very address that was found is connected to, so that a name which leads elsewhere the next moment leads nowhere inside; no
/// proxy and no redirect is followed.
/// </summary>
static class GuardedConnections
{
    /// <summary>The message of the fault when an address is one of a machine inside.</summary>
    public const string Inside = "inside-address";

    public static SocketsHttpHandler Handler(bool inside) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectTimeout = WebhookLimits.Call,
        MaxResponseHeadersLength = HeadersKilobytes,
        ConnectCallback = (context, ct) => Connect(context.DnsEndPoint, inside, ct),
    };

    const int HeadersKilobytes = 16;

    static async ValueTask<Stream> Connect(DnsEndPoint to, bool inside, CancellationToken ct)
    {
        var found = await Dns.GetHostAddressesAsync(to.Host, ct);
        // One that is inside makes the whole name suspect, whatever else it leads to.
        if (!inside && found.Any(a => !AddressRules.IsPublic(a))) throw new InsideAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, to.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception)
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A name led to a machine inside.</summary>
sealed class InsideAddressException() : IOException("The address is one of a machine inside.");
