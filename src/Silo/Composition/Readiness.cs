using JmaActors.Journal;
using JmaActors.Web.Health;

namespace JmaActors.Composition;

/// <summary>What has come up so far; the health endpoints and the background work wait for it.</summary>
public sealed class Readiness(IServiceProvider services) : IReadiness
{
    readonly TaskCompletionSource silo = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource population = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The silo takes calls.</summary>
    public Task SiloStarted => silo.Task;

    /// <summary>The demonstration data is there, or none was asked for.</summary>
    public Task PopulationLoaded => population.Task;

    public void Started() => silo.TrySetResult();

    public void Loaded() => population.TrySetResult();

    public Task<ReadinessReport> Check(CancellationToken ct)
    {
        // A process without a silo has no journal of its own: it is as ready as its client.
        var writable = services.GetService<JournalMetrics>()?.Healthy ?? true;
        return Task.FromResult(new ReadinessReport(SiloStarted.IsCompletedSuccessfully, writable, PopulationLoaded.IsCompletedSuccessfully));
    }

    public void Failed(Exception why) => population.TrySetException(why);
}
