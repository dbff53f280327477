namespace JmaActors.Rosters;

/// <summary>Does something again while the database or the actors are too busy to answer: every command of an import has a key, so nothing is done twice.</summary>
static class Patiently
{
    /// <summary>Attempts, and the pause between them.</summary>
    const int Attempts = 5;
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public static async Task<T> Do<T>(Func<Task<T>> work, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (Exception e) when (e is TimeoutException or TryAgainException && attempt < Attempts)
            {
                await Task.Delay(Pause * attempt, ct);
            }
        }
    }
}
