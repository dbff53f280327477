using System.Net;
using System.Net.Sockets;

namespace JmaActors.Tests.Support;

/// <summary>Stands between a client and a server, and can lose the server's answers: what was asked is done, but nobody hears of it.</summary>
public sealed class LossyProxy : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource ending = new();
    readonly int target;
    readonly Task accepting;
    volatile bool lossy;

    public LossyProxy(int target)
    {
        this.target = target;
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>From now on every answer is lost, and the connection with it.</summary>
    public void LoseAnswers() => lossy = true;

    /// <summary>From now on answers pass again.</summary>
    public void PassAnswers() => lossy = false;

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Stop();
        await accepting;
        ending.Dispose();
    }

    async Task Accept()
    {
        List<Task> open = [];
        try
        {
            while (true) open.Add(Serve(await listener.AcceptTcpClientAsync(ending.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(open);
        }
    }

    async Task Serve(TcpClient client)
    {
        using var _ = client;
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, target, ending.Token);
            await Task.WhenAny(Pump(client.GetStream(), server.GetStream(), answers: false), Pump(server.GetStream(), client.GetStream(), answers: true));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException)
        {
            System.Diagnostics.Trace.WriteLine(e.Message);
        }
    }

    async Task Pump(NetworkStream from, NetworkStream to, bool answers)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            int read;
            while ((read = await from.ReadAsync(buffer, ending.Token)) > 0)
            {
                if (answers && lossy) return;
                await to.WriteAsync(buffer.AsMemory(0, read), ending.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            System.Diagnostics.Trace.WriteLine(e.Message);
        }
    }
}
