using System.Diagnostics;

namespace JmaActors.Benchmarks.Http;

/// <summary>A process this benchmark starts and ends, by its own handle.</summary>
sealed class ChildProcess : IAsyncDisposable
{
    static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(90);
    readonly Process process;

    ChildProcess(Process process) => this.process = process;

    public long ResidentBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public int Id => process.Id;

    /// <summary>Starts this very program again as something else.</summary>
    public static ChildProcess Self(params string[] args) => Start("JmaActors.Benchmarks.dll", args);

    /// <summary>This very program as something that takes orders (<see cref="Ask"/>), with a variable of its own.</summary>
    public static ChildProcess Self((string Name, string Value) variable, params string[] args) => Start("JmaActors.Benchmarks.dll", args, variable);

    public static ChildProcess Silo(params string[] args) => Start("JmaActors.Silo.dll", args);

    static ChildProcess Start(string name, string[] args, (string Name, string Value)? variable = null)
    {
        var dll = Path.Combine(AppContext.BaseDirectory, name);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardInput = variable is not null };
        if (variable is { } given) start.Environment[given.Name] = given.Value;
        start.ArgumentList.Add(dll);
        foreach (var arg in args) start.ArgumentList.Add(arg);
        return new ChildProcess(Process.Start(start) ?? throw new InvalidOperationException($"{dll} did not start."));
    }

    /// <summary>Everything it prints, once it has ended.</summary>
    public async Task<string> Output()
    {
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"A benchmark's process ended with {process.ExitCode}: {text}");
        return text;
    }

    /// <summary>The line it answers an order with.</summary>
    public async Task<string> Ask(string order)
    {
        await process.StandardInput.WriteLineAsync(order);
        await process.StandardInput.FlushAsync();
        return await Line();
    }

    /// <summary>The next line it prints.</summary>
    public async Task<string> Line() => await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("A benchmark's process ended early.");

    public async Task Ready(int port, TimeSpan? within = null)
    {
        var limit = within ?? ReadyWithin;
        _ = Drain();
        using var client = new HttpClient();
        var until = Stopwatch.GetTimestamp() + (long)(limit.TotalSeconds * Stopwatch.Frequency);
        while (Stopwatch.GetTimestamp() < until)
        {
            if (process.HasExited) throw new InvalidOperationException($"A server ended with {process.ExitCode} while starting.");
            try
            {
                using var answer = await client.GetAsync(new Uri($"http://localhost:{port}/health/ready"));
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(200);
        }
        throw new TimeoutException($"The server on port {port} was not ready within {limit}.");
    }

    async Task Drain()
    {
        while (await process.StandardOutput.ReadLineAsync() is not null) { }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
