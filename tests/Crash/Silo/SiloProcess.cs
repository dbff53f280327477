using JmaActors.Composition;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace JmaActors.Crash.Silo;

/// <summary>The silo under test: a real process, started, killed and started again on the same data, always by its own id.</summary>
sealed class SiloProcess(CrashSettings settings, HttpClient http) : IDisposable
{
    const int Terminate = 15;
    static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(120);
    static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(40);

    readonly string log = Path.Combine(settings.Data, "silo.log");
    readonly Lock writing = new();
    Process? process;
    string lastOutput = "";

    public static Uri Address { get; } = new($"http://127.0.0.1:{FreePort.One()}");

    /// <summary>Starts the process; it is not yet ready.</summary>
    public void Start() => process = Launch();

    /// <summary>Answers once it is ready, with the milliseconds since the start.</summary>
    public async Task<long> Ready(string path = "/health/ready")
    {
        var began = Stopwatch.GetTimestamp();
        await Until.Holds($"the silo answers {path}", ReadyWithin, async () =>
        {
            if (process!.HasExited) throw new InvalidOperationException($"The silo ended with {process.ExitCode} while starting; see {log}.");
            try
            {
                using var answer = await http.GetAsync(new Uri(Address, path));
                return answer.IsSuccessStatusCode ? null : $"it says {(int)answer.StatusCode}";
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                return "it does not listen";
            }
        });
        return (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    /// <summary>SIGKILL.</summary>
    public async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>SIGTERM; answers with the exit code.</summary>
    public async Task<int> Stop()
    {
        var ending = process!;
        if (kill(ending.Id, Terminate) != 0) throw new InvalidOperationException("The silo could not be asked to stop.");
        await ending.WaitForExitAsync().WaitAsync(StopWithin);
        process = null;
        using (ending) return ending.ExitCode;
    }

    /// <summary>Runs it to its end with one more option; answers with the exit code and what it printed.</summary>
    public async Task<(int ExitCode, string Output)> RunWith(string option, TimeSpan deadline)
    {
        using var run = Launch(option);
        process = run;
        await run.WaitForExitAsync().WaitAsync(deadline);
        process = null;
        lock (writing) return (run.ExitCode, lastOutput);
    }

    Process Launch(params string[] more)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var arg in Arguments().Concat(more)) start.ArgumentList.Add(arg);
        lastOutput = "";
        var run = Process.Start(start) ?? throw new InvalidOperationException("The silo did not start.");
        run.OutputDataReceived += (_, line) => Keep(line.Data, true);
        run.ErrorDataReceived += (_, line) => Keep(line.Data, false);
        run.BeginOutputReadLine();
        run.BeginErrorReadLine();
        return run;
    }

    IEnumerable<string> Arguments() =>
    [
        settings.SiloDll, "--data", settings.Data, "--eyes", "--urls", Address.ToString().TrimEnd('/'), "--population", CrashSettings.Population.ToString(CultureInfo.InvariantCulture),
        .. settings.Postgres is { } connection ? new[] { "--postgres", connection } : [],
    ];

    void Keep(string? line, bool output)
    {
        if (line is null) return;
        lock (writing)
        {
            File.AppendAllText(log, line + "\n");
            if (output) lastOutput += line + "\n";
        }
    }

    public void Dispose()
    {
        if (process is { HasExited: false }) process.Kill();
        process?.Dispose();
    }

    [DllImport("libc", SetLastError = true)]
    static extern int kill(int process, int signal);
}
