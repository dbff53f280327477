using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace JmaActors.Tests.Support;

/// <summary>
/// A PostgreSQL of a test's own: its folder, its port, never root, durable as in production. It can be killed and started again on the same data.
/// </summary>
public sealed class ThrowawayPostgres : IAsyncDisposable
{
    static readonly TimeSpan CommandTimeout = TimeSpan.FromSeconds(60);

    readonly string folder = System.IO.Directory.CreateTempSubdirectory("jma-postgres-").FullName;
    readonly string bin = FindPrograms();
    readonly int port = Ports.Free();

    ThrowawayPostgres()
    {
    }

    /// <summary>Connects to the database <c>postgres</c> as its owner.</summary>
    public string ConnectionString => $"Host=127.0.0.1;Port={port};Username=jma;Database=postgres";

    string Data => Path.Combine(folder, "data");

    public static async Task<ThrowawayPostgres> Start()
    {
        var server = new ThrowawayPostgres();
        try
        {
            if (IsRoot) await Run("chown", UserName, server.folder);
            await server.AsServer("initdb", "-D", server.Data, "-U", "jma", "-A", "trust", "-E", "UTF8", "--locale=C");
            await server.StartAgain();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it on its data, after <see cref="Kill"/> or <see cref="Stop"/>.</summary>
    public Task StartAgain() => AsServer(
        "pg_ctl", "-D", Data, "-w", "-t", "30", "-l", Path.Combine(Data, "server.log"),
        "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='{folder}' -c fsync=on -c synchronous_commit=on", "start");

    /// <summary>Ends it politely, but at once: every connection is closed.</summary>
    public Task Stop() => AsServer("pg_ctl", "-D", Data, "-m", "fast", "-w", "stop");

    /// <summary>Ends it as a power cut would: SIGKILL to the server, by the id in its own file, and waits until all of it is gone.</summary>
    public async Task Kill()
    {
        var id = int.Parse((await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0], CultureInfo.InvariantCulture);
        var children = ChildrenOf(id);
        using var server = Process.GetProcessById(id);
        server.Kill();
        await server.WaitForExitAsync();
        foreach (var child in children)
        {
            try
            {
                using var process = Process.GetProcessById(child);
                process.Kill();
                await process.WaitForExitAsync();
            }
            catch (ArgumentException)
            {
                // It noticed by itself that the server is gone.
                continue;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid"))) await Try(AsServer("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop"));
        System.IO.Directory.Delete(folder, recursive: true);
    }

    static bool IsRoot => Environment.UserName == "root";

    static string UserName => File.ReadLines("/etc/passwd").Any(l => l.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    Task AsServer(string program, params string[] arguments)
    {
        var path = Path.Combine(bin, program);
        return IsRoot ? Run("runuser", ["-u", UserName, "--", path, .. arguments]) : Run(path, arguments);
    }

    static async Task Run(string program, params string[] arguments)
    {
        // The server would inherit pipes and keep them open for ever: its words go nowhere, its log to its folder.
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
        foreach (var part in (string[])["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments]) start.ArgumentList.Add(part);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started.");
        using var deadline = new CancellationTokenSource(CommandTimeout);
        await process.WaitForExitAsync(deadline.Token);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    /// <summary>A server that is down already cannot be stopped; its folder goes all the same.</summary>
    static async Task Try(Task stop)
    {
        try
        {
            await stop;
        }
        catch (InvalidOperationException e)
        {
            Trace.WriteLine(e.Message);
        }
    }

    static List<int> ChildrenOf(int parent)
    {
        List<int> children = [];
        foreach (var folder in System.IO.Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out var id)) continue;
            var stat = Path.Combine(folder, "stat");
            if (!File.Exists(stat)) continue;
            var fields = ReadOrEmpty(stat);
            var afterName = fields[(fields.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (afterName.Length > 1 && afterName[1] == parent.ToString(CultureInfo.InvariantCulture)) children.Add(id);
        }
        return children;
    }

    static string ReadOrEmpty(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }

    static string FindPrograms()
    {
        var places = System.IO.Directory.Exists("/usr/lib/postgresql")
            ? System.IO.Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var v) ? v : 0).Select(d => Path.Combine(d, "bin"))
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        return places.Concat(path).FirstOrDefault(p => File.Exists(Path.Combine(p, "initdb")))
            ?? throw new InvalidOperationException("PostgreSQL's initdb was not found; ./test.sh installs it.");
    }
}
