using System.Net;
using System.Net.Sockets;

namespace JmaActors.Webhooks;

/// <summary>
/// Which addresses of the network something may be sent to: those of the public internet, and none of machines inside (loopback, private, link-local, carrier's, documentation, multicast), however they are
/// written. Of IPv6 only global unicast is the internet; an address that carries one of IPv4 is judged by that. Pure.
/// </summary>
public static class AddressRules
{
    /// <summary>Networks that are not the public internet (IANA special-purpose registries).</summary>
    static readonly IPNetwork[] Inside =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "3fff::/20",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    /// <summary>Global unicast (RFC 4291, IANA): whatever else IPv6 has is for something else, or for nobody yet.</summary>
    static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    /// <summary>Prefixes behind which an IPv4 address stands, and the byte it begins at.</summary>
    static readonly (IPNetwork Prefix, int At)[] Carried = [(IPNetwork.Parse("64:ff9b::/96"), 12), (IPNetwork.Parse("2002::/16"), 2)];

    const int FourBytes = 4;

    /// <summary>True for an address of the public internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily is not (AddressFamily.InterNetwork or AddressFamily.InterNetworkV6)) return false;
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            foreach (var (prefix, at) in Carried)
            {
                if (prefix.Contains(address)) return IsPublic(new IPAddress(address.GetAddressBytes().AsSpan(at, FourBytes)));
            }
            if (!Global.Contains(address)) return false;
        }
        return !Inside.Any(n => n.BaseAddress.AddressFamily == address.AddressFamily && n.Contains(address));
    }

    /// <summary>Whether something may be sent to what is written: HTTPS, no name and password in it, and not openly a machine inside. What a name leads to is asked when it is sent.</summary>
    /// <param name="inside">Machines inside, and HTTP, are allowed too.</param>
    public static bool Fits(string text, bool inside) =>
        text.Length is > 0 and <= WebhookLimits.Address
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (inside && address.Scheme == Uri.UriSchemeHttp))
        && address is { UserInfo.Length: 0, Fragment.Length: 0, Host.Length: > 0 }
        && (inside || !IsInside(address));

    static bool IsInside(Uri address) => address.IsLoopback || address.HostNameType switch
    {
        UriHostNameType.IPv4 or UriHostNameType.IPv6 => !IPAddress.TryParse(address.DnsSafeHost, out var ip) || !IsPublic(ip),
        UriHostNameType.Dns => IsInside(address.IdnHost.TrimEnd('.')),
        _ => true,
    };

    /// <summary>A name without a dot, or below one of these, is one of a network of one's own.</summary>
    static bool IsInside(string name) =>
        !name.Contains('.', StringComparison.Ordinal)
        || name.EndsWith(".local", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".internal", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
}
