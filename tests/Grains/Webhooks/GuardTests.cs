using System.Net;
using System.Net.Sockets;
using JmaActors.Webhooks;

namespace JmaActors.Tests.Grains.Webhooks;

/// <summary>That a name leads to a machine inside is found when it is connected to, whatever was written.</summary>
public sealed class GuardTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static async Task<string> Called(string host, bool inside)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var served = Serve(listener);
        using var caller = new WebhookCaller(new WebhookRules(inside), TimeProvider.System);
        var report = await caller.Call(new WebhookCall("W1", 1, 1, "msg", $"http://{host}:{((IPEndPoint)listener.LocalEndpoint).Port}/", "{}", [new byte[32]]), Ct);
        listener.Stop();
        return report.Status > 0 ? $"{report.Status} {await served}" : report.Fault;
    }

    /// <summary>Answers one request; whether one came.</summary>
    static async Task<bool> Serve(TcpListener listener)
    {
        try
        {
            using var client = await listener.AcceptTcpClientAsync(Ct);
            await using var stream = client.GetStream();
            if (await stream.ReadAsync(new byte[4_096], Ct) == 0) return false;
            await stream.WriteAsync("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), Ct);
            return true;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }

    [Theory, InlineData("localhost"), InlineData("127.0.0.1")]
    public async Task A_name_that_leads_inside_is_not_connected_to(string host) => Assert.Equal("inside-address", await Called(host, inside: false));

    [Fact]
    public async Task Where_it_is_allowed_it_is_and_a_redirect_is_not_followed() => Assert.Equal("302 True", await Called("localhost", inside: true));

    [Fact]
    public async Task Nobody_there_is_said_as_such()
    {
        using var caller = new WebhookCaller(new WebhookRules(true), TimeProvider.System);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var report = await caller.Call(new WebhookCall("W1", 1, 3, "msg", $"http://127.0.0.1:{port}/", "{}", [new byte[32]]), Ct);

        Assert.Equal((3, 0, "unreachable"), (report.Attempt, report.Status, report.Fault));
    }
}
