using JmaActors.Time;

namespace JmaActors.Associations;

/// <summary>
/// Counts local associations for their boards: at once while it is quiet, and all that ask meanwhile in one query, so that a national training day costs ten
/// queries a second and not one for each local association.
/// </summary>
public sealed class LocalTallies(IAssociationTallies tallies, TimeProvider time)
{
    /// <summary>Local associations counted in one query.</summary>
    const int Most = 200;

    /// <summary>Between one query and the next.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    readonly Lock gate = new();
    Dictionary<string, TaskCompletionSource<AssociationFigures?>> waiting = new(StringComparer.Ordinal);
    bool running;

    /// <summary>The figures of one local association, counted no earlier than now; null when nobody belongs to it.</summary>
    public Task<AssociationFigures?> Of(string local, CancellationToken ct)
    {
        lock (gate)
        {
            if (!waiting.TryGetValue(local, out var wanted)) waiting[local] = wanted = new(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!running)
            {
                running = true;
                // On nobody's behalf: whoever happens to ask first is not who all the following counts are made for.
                using (ExecutionContext.SuppressFlow()) _ = Task.Run(Run, CancellationToken.None);
            }

            return wanted.Task.WaitAsync(ct);
        }
    }

    async Task Run()
    {
        while (Take() is { Count: > 0 } batch)
        {
            try
            {
                var counted = await tallies.ByLocal(null, batch.Keys, Tokyo.FiscalYearOf(time.GetUtcNow()).Year, CancellationToken.None).ConfigureAwait(false);
                foreach (var (local, wanted) in batch) wanted.TrySetResult(counted.GetValueOrDefault(local));
            }
            catch (Exception e)
            {
                foreach (var wanted in batch.Values) wanted.TrySetException(e);
            }

            await Task.Delay(Pause, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Whoever asks from now on is counted with the next.</summary>
    Dictionary<string, TaskCompletionSource<AssociationFigures?>> Take()
    {
        lock (gate)
        {
            var batch = waiting.Take(Most).ToDictionary(StringComparer.Ordinal);
            waiting = batch.Count == waiting.Count ? new(StringComparer.Ordinal) : waiting.Skip(Most).ToDictionary(StringComparer.Ordinal);
            running = batch.Count > 0;
            return batch;
        }
    }
}
