using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace JmaActors.Tests.Support;

/// <summary>The real site as a process of its own, with a data folder that is thrown away. Stopped by its own id.</summary>
/// <param name="postgres">The database of a cluster it joins; SQLite when null.</param>
/// <param name="masterKey">The master key of the cluster, base64; one of its own when null.</param>
/// <param name="signIn">People sign in, as at a site that serves others; otherwise a switch says whose eyes one looks through.</param>
/// <param name="empty">Without a demonstration.</param>
public sealed class SiteProcess(string? postgres = null, string? masterKey = null, bool signIn = false, bool empty = false) : IAsyncDisposable
{
    /// <summary>JMA members of the demonstration: enough for lists of more than a page.</summary>
    const int Population = 300;

    /// <summary>Lines of output kept for a failure.</summary>
    const int LinesKept = 40;

    static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(180);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    readonly string data = Directory.CreateTempSubdirectory("jma-browser-").FullName;
    readonly Queue<string> output = new();
    Process? process;

    /// <summary>Where the site keeps its data.</summary>
    public string Folder => data;

    public Uri Address { get; } = new($"http://127.0.0.1:{Ports.Free()}");

    /// <summary>The addresses, passwords and tokens of the first start.</summary>
    public string Accounts() => File.ReadAllText(AccountsFile);

    public string AccountsFile => Path.Combine(data, "accounts.txt");

    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        if (masterKey is not null) start.Environment["JMA_PERSON_MASTER_KEY"] = start.Environment["JMA_ACCOUNTS_KEY"] = masterKey;
        string[] database = postgres is null ? [] : ["--postgres", postgres];
        foreach (var arg in (string[])[SiloDll(), "--data", data, "--urls", Address.ToString().TrimEnd('/'), "--population", $"{Population}", .. database, .. (string[])(signIn ? [] : ["--eyes"]), .. (string[])(empty ? ["--empty"] : [])]) start.ArgumentList.Add(arg);
        process = Process.Start(start) ?? throw new InvalidOperationException("The site did not start.");
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient();
        var began = Stopwatch.GetTimestamp();
        while (!await IsReady(http))
        {
            if (process.HasExited) throw new InvalidOperationException($"The site ended with {process.ExitCode} while starting:\n{Said()}");
            if (Stopwatch.GetElapsedTime(began) > ReadyWithin) throw new TimeoutException($"The site was not ready within {ReadyWithin}:\n{Said()}");
            await Task.Delay(Pause);
        }
    }

    /// <summary>Ends it without a word, as a fault of the machine would; <see cref="Start"/> goes on with the same data and address.</summary>
    public async Task Kill()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        Directory.Delete(data, recursive: true);
    }

    async Task<bool> IsReady(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(Address, "/health/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return false;
        }
    }

    void Keep(string? line)
    {
        if (line is null) return;
        lock (output)
        {
            output.Enqueue(line);
            if (output.Count > LinesKept) output.Dequeue();
        }
    }

    string Said()
    {
        lock (output) return new StringBuilder().AppendJoin('\n', output).ToString();
    }

    /// <summary>The built site: named by <c>JMA_TEST_SILO</c>, else found beside this test's own build.</summary>
    static string SiloDll()
    {
        if (Environment.GetEnvironmentVariable("JMA_TEST_SILO") is { Length: > 0 } given) return given;
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        var configuration = built.Parent!.Name;
        var root = built;
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "JmaActors.sln"))) root = root.Parent;
        var dll = root is null ? null : Path.Combine(root.FullName, "src", "Silo", "bin", configuration, built.Name, "JmaActors.Silo.dll");
        return File.Exists(dll) ? dll : throw new FileNotFoundException("The site is not built; set JMA_TEST_SILO to JmaActors.Silo.dll.", dll);
    }
}
