using System.Net;
using System.Net.Sockets;

namespace JmaActors.Web.Accounts;

/// <summary>Where on the network somebody is, as what is counted by it takes it: one household or office has one IPv4 address, or a whole /64 of IPv6.</summary>
static class FromWhere
{
    const int NetworkBytes = 8;

    public static IPAddress Of(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes);
    }
}
