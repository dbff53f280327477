using System.Data.Common;
using JmaActors.Ledgers;

namespace JmaActors.Composition;

/// <summary>What a start asks of the database, again while that is away or busy with another process that starts.</summary>
static class PatientStart
{
    /// <summary>Attempts before a start gives up; with the pauses between them, and what a connection waits, a minute and more.</summary>
    public const int Attempts = 6;

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <param name="pause">Between attempts; <see cref="Pause"/> when null.</param>
    /// <exception cref="InvalidOperationException">The database did not answer in any attempt; what it said is within.</exception>
    public static async Task<T> Ask<T>(Func<CancellationToken, Task<T>> question, CancellationToken ct, TimeSpan? pause = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await question(ct);
            }
            catch (Exception e) when (Passes(e))
            {
                if (attempt == Attempts) throw new InvalidOperationException($"The database did not answer: {e.Message} Look whether it runs and takes connections, and start again.", e);
                await Console.Error.WriteLineAsync($"The database does not answer yet ({e.Message}); trying again.");
            }
            await Task.Delay(pause ?? Pause, ct);
        }
    }

    static bool Passes(Exception e) => e is TryAgainException or TimeoutException or DbException { IsTransient: true };
}
