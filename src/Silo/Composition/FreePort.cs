using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace JmaActors.Composition;

/// <summary>Ports of this machine that nobody uses, so that several nodes can share one.</summary>
static class FreePort
{
    /// <summary>Below the ports that Linux takes for outgoing connections (<c>ip_local_port_range</c>, from 32,768): one of those may be gone again before a silo listens.</summary>
    const int Lowest = 10_000, Beyond = 32_000;

    const int Tries = 1_000;

    static readonly ConcurrentBag<FileStream> Locks = [];

    /// <summary>A silo listens only a while after it was told where: no other of this process is told the same.</summary>
    static readonly ConcurrentDictionary<int, bool> Given = new();

    public static (int First, int Second) Two() => (One(), One());

    public static int One()
    {
        for (var i = 0; i < Tries; i++)
        {
            var port = Random.Shared.Next(Lowest, Beyond);
            if (Given.TryAdd(port, true) && IsFree(port)) return port;
        }

        throw new InvalidOperationException($"No port between {Lowest} and {Beyond - 1} of this machine is free.");
    }

    /// <summary>
    /// The ports this data folder's node had before, if nobody took them meanwhile. A silo that returns under its old address after a crash replaces its dead
    /// self at once; under another it would wait until the cluster has given up on the dead one. A second node in the same folder gets ports of its own.
    /// </summary>
    public static (int First, int Second) Kept(string folder)
    {
        System.IO.Directory.CreateDirectory(folder);
        FileStream file;
        try
        {
            file = new FileStream(Path.Combine(folder, "ports"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return Two();
        }
        // Open, and thereby locked, until the process ends.
        Locks.Add(file);
        var known = new StreamReader(file).ReadToEnd().Split(' ').Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 0).ToArray();
        if (known is [var first and > 0, var second and > 0] && IsFree(first) && IsFree(second)) return (first, second);
        var chosen = Two();
        file.SetLength(0);
        file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{chosen.First} {chosen.Second}")));
        file.Flush();
        return chosen;
    }

    static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
