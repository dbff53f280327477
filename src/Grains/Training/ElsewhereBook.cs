using JmaActors.Journal;

namespace JmaActors.Training;

/// <summary>Who of a session was at another one meanwhile, asked of the view of attendances and believed for a moment. Used on one actor's scheduler only.</summary>
sealed class ElsewhereBook(ITrainingIndex index, TimeProvider time)
{
    Task<IReadOnlyDictionary<long, IReadOnlyList<string>>>? known;
    DateTimeOffset until;

    /// <summary>By member number, the codes of the other sessions.</summary>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<string>>> Of(string session, CancellationToken ct)
    {
        if (known is not { IsFaulted: false } || time.GetUtcNow() >= until)
        {
            until = time.GetUtcNow() + SessionLimits.ElsewhereKnown;
            known = index.Elsewhere(session, CancellationToken.None).OrTryAgain();
        }
        return await known.WaitAsync(ct);
    }
}
