using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using JmaActors.Demonstration;

namespace JmaActors.Benchmarks.Live;

/// <summary>One keep-alive connection of a door device.</summary>
sealed class TapConnection : IDisposable
{
    readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    readonly byte[] buffer = new byte[8 * 1024];
    readonly int port;

    public TapConnection(int port)
    {
        this.port = port;
        socket.Connect(IPAddress.Loopback, port);
    }

    /// <summary>The session's version that holds the tap.</summary>
    public async Task<long> Tap(string session, int person, string direction, long n)
    {
        var card = DemonstrationPopulation.Card(person);
        var at = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture);
        var body = string.Create(CultureInfo.InvariantCulture, $$"""{"card":"{{card}}","direction":"{{direction}}","at":"{{at}}","device":"bench","nonce":"{{n}}"}""");
        var request = string.Create(CultureInfo.InvariantCulture, $"POST /api/v1/sessions/{session}/tap HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        await socket.SendAsync(Encoding.ASCII.GetBytes(request), SocketFlags.None);
        using var answer = JsonDocument.Parse(await Http.HttpAnswer.Body(socket, buffer));
        return answer.RootElement.GetProperty("value").GetProperty("sequence").GetInt64();
    }

    public void Dispose() => socket.Dispose();
}
