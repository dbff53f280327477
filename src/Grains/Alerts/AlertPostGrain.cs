using JmaActors.Journal;

namespace JmaActors.Alerts;

/// <inheritdoc cref="IAlertPostGrain" />
[StatelessWorker, GrainType("alert-post")]
sealed class AlertPostGrain(IAlertIndex index, TimeProvider time) : Grain, IAlertPostGrain
{
    public Task<IReadOnlyList<string>> Due(CancellationToken ct) => index.DueLetters(time.GetUtcNow(), AlertLimits.Letters, ct).OrTryAgain();
}
