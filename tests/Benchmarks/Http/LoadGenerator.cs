using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Unicode;

namespace JmaActors.Benchmarks.Http;

/// <summary>
/// A load generator in a process of its own: each connection sends one request, waits for its answer, then sends the next. Loopback only, and it ends when
/// its orders do. <c>load PORT PATH-PREFIX [FILE]</c>, the file with a token a line, shown in turn; each line <c>CONNECTIONS SECONDS FIRST-NUMBER</c> it reads is one run, answered with <c>requests rate p50 p99</c>.
/// </summary>
static class LoadGenerator
{
    /// <summary>
    /// Answers are read on the thread that hears of them, without a hop to another: what the generator takes of the two processors it takes from what is
    /// measured, and this takes a third of it.
    /// </summary>
    public static readonly (string Name, string Value) Inline = ("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");

    public static async Task<int> Run(string[] args)
    {
        var (port, prefix) = (int.Parse(args[0], CultureInfo.InvariantCulture), args[1]);
        byte[][] shown = args.Length < 3 ? [[]] : [.. (await File.ReadAllLinesAsync(args[2])).Select(static token => Encoding.ASCII.GetBytes($"Authorization: Bearer {token}\r\n"))];
        while (await Console.In.ReadLineAsync() is { } order)
        {
            var parts = order.Split(' ');
            var (connections, seconds, first) = (int.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture), long.Parse(parts[2], CultureInfo.InvariantCulture));
            var (all, rate) = await Load(port, prefix, shown, connections, seconds, first);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all.Count} {rate:0.0} {all.Percentile(0.5):0.00} {all.Percentile(0.99):0.00}"));
        }

        return 0;
    }

    static async Task<(Latencies All, double Rate)> Load(int port, string prefix, byte[][] shown, int connections, double seconds, long next)
    {
        var all = new Latencies();
        var began = Stopwatch.GetTimestamp();
        var until = began + (long)(seconds * Stopwatch.Frequency);
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            using var connection = new LoadConnection(port);
            while (Stopwatch.GetTimestamp() is var sent && sent < until)
            {
                var n = Interlocked.Increment(ref next);
                await connection.Post(prefix, shown[n % shown.Length], MemberId.First + (int)((ulong)n * 0x9E3779B97F4A7C15UL >> 33) % Database.Members, n);
                all.AddAtOnce(Stopwatch.GetElapsedTime(sent));
            }
        })));
        return (all, all.Count / Stopwatch.GetElapsedTime(began).TotalSeconds);
    }
}

/// <summary>One keep-alive connection that speaks just enough HTTP/1.1 to cost little.</summary>
sealed class LoadConnection : IDisposable
{
    readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    readonly byte[] buffer = new byte[16 * 1024];
    readonly byte[] body = new byte[1024];
    readonly byte[] request = new byte[2 * 1024];
    readonly int port;

    public LoadConnection(int port)
    {
        this.port = port;
        socket.Connect(IPAddress.Loopback, port);
    }

    [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask Post(string prefix, byte[] shown, long member, long n)
    {
        var bytes = Request(prefix, shown, member, n);
        await socket.SendAsync(request.AsMemory(0, bytes), SocketFlags.None);
        await HttpAnswer.Body(socket, buffer);
    }

    /// <summary>Writes the request into this connection's own bytes: what the generator spends is taken from every side alike.</summary>
    int Request(string prefix, byte[] shown, long member, long n)
    {
        Utf8.TryWrite(body, CultureInfo.InvariantCulture, $$"""{"key":"http/{{n}}","method":"lecture","code":{{1 + n % 84}},"units":0.5,"date":"2026-05-{{1 + n % 28:00}}","title":"地域医療と感染対策 研修会","post":true}""", out var length);
        Utf8.TryWrite(request, CultureInfo.InvariantCulture, $"POST {prefix}/members/{member}/credits HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n", out var head);
        shown.CopyTo(request.AsSpan(head));
        head += shown.Length;
        "\r\n"u8.CopyTo(request.AsSpan(head));
        head += 2;
        body.AsSpan(0, length).CopyTo(request.AsSpan(head));
        return head + length;
    }

    public void Dispose() => socket.Dispose();
}
