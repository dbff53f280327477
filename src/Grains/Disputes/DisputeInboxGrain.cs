using JmaActors.Journal;

namespace JmaActors.Disputes;

/// <summary>Questions about cases that are asked of the views.</summary>
public interface IDisputeIndex
{
    /// <summary>A page of cases, the oldest first.</summary>
    Task<DisputePage> Cases(DisputeQuery query, CancellationToken ct);
}

/// <inheritdoc cref="IDisputeInboxGrain" />
[StatelessWorker, GrainType("dispute-inbox")]
sealed class DisputeInboxGrain(IDisputeIndex index) : Grain, IDisputeInboxGrain
{
    public Task<DisputePage> Cases(DisputeQuery query, CancellationToken ct) =>
        index.Cases(query with { Size = Math.Clamp(query.Size, 1, DisputeLimits.Page) }, ct).OrTryAgain();
}
