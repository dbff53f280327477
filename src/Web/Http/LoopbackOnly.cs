using System.Net;
using JmaActors.Web.Access;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace JmaActors.Web.Http;

/// <summary>
/// While a switch stands in for sign-in (<see cref="WebOptions.Eyes"/>) nobody but this machine is answered: the site does not start on another address,
/// and a request that came another way, or under another host name (DNS rebinding), or from another site's page, is refused.
/// </summary>
public sealed class LoopbackOnly(RequestDelegate next)
{
    public const string Why = "Without sign-in (--eyes) this site answers only this machine: use http://localhost, 127.0.0.1 or [::1].";

    static readonly Problem NotHere = new(StatusCodes.Status403Forbidden, "loopback-only", Detail: Why);

    volatile string? _lastLocal;

    /// <summary>What is wrong with the addresses to bind to; null when all are loopback.</summary>
    public static string? Check(IEnumerable<string> urls)
    {
        foreach (var url in urls)
        {
            if (!IsLoopback(url)) return $"{url} is not a loopback address. {Why}";
        }

        return null;
    }

    public Task InvokeAsync(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is { } remote && !IPAddress.IsLoopback(remote)) return NotHere.ExecuteAsync(http);
        if (!IsLocal(http.Request.Host)) return NotHere.ExecuteAsync(http);
        if (SameOrigin.FromElsewhere(http.Request)) return SameOrigin.NotFromThere.ExecuteAsync(http);
        http.Features.Set(EyesOn.Here);
        return next(http);
    }

    static bool IsLoopback(string url)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            return false;
        }

        return address is { IsUnixPipe: false, IsNamedPipe: false } && IsLocalName(address.Host);
    }

    /// <summary>Nearly every request names the same host as the one before it.</summary>
    bool IsLocal(HostString host)
    {
        if (host.Value is not { } name) return false;
        if (name == _lastLocal) return true;
        if (!IsLocalName(host.Host)) return false;
        _lastLocal = name;
        return true;
    }

    static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.AsSpan().Trim('[').TrimEnd(']'), out var ip) && IPAddress.IsLoopback(ip));
}

/// <summary>Looks, once the server listens, at the addresses it really took: settings and variables may have added some.</summary>
public sealed class LoopbackCheck(IServer server) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        return LoopbackOnly.Check(addresses) is { } error ? throw new InvalidOperationException(error) : Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
