using System.Globalization;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;

namespace JmaActors.Benchmarks.Http;

/// <summary>Reads just enough of HTTP/1.1 answers to cost little.</summary>
static class HttpAnswer
{
    /// <summary>The body of the next answer; throws on any status but 200.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<ReadOnlyMemory<byte>> Body(Socket socket, byte[] buffer)
    {
        var have = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(have), SocketFlags.None);
            if (read == 0) throw new IOException("The server closed the connection.");
            have += read;
            if (Whole(buffer.AsSpan(0, have)) is { } range) return buffer.AsMemory(range);
        }
    }

    static Range? Whole(ReadOnlySpan<byte> bytes)
    {
        var headers = bytes.IndexOf("\r\n\r\n"u8);
        if (headers < 0) return null;
        if (!bytes.StartsWith("HTTP/1.1 200"u8)) throw new IOException(Encoding.UTF8.GetString(bytes));
        var start = headers + 4;
        var at = bytes[..headers].IndexOf("Content-Length: "u8);
        if (at < 0) return bytes.EndsWith("\r\n0\r\n\r\n"u8) ? Chunk(bytes, start) : null;
        var digits = bytes[(at + 16)..];
        var length = int.Parse(digits[..digits.IndexOf("\r\n"u8)], CultureInfo.InvariantCulture);
        return bytes.Length - start >= length ? start..(start + length) : null;
    }

    /// <summary>The one chunk of a small chunked body.</summary>
    static Range Chunk(ReadOnlySpan<byte> bytes, int start)
    {
        var line = bytes[start..].IndexOf("\r\n"u8);
        var length = int.Parse(bytes.Slice(start, line), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (start + line + 2)..(start + line + 2 + length);
    }
}
