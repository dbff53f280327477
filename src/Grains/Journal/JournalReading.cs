namespace JmaActors.Journal;

/// <summary>Reads that actors hand on to their callers.</summary>
public static class JournalReading
{
    /// <summary>The same answer; a database that is away is said in the one way every caller understands.</summary>
    /// <exception cref="TryAgainException">The database is away: ask again.</exception>
    public static async Task<T> OrTryAgain<T>(this Task<T> reading)
    {
        try
        {
            return await reading;
        }
        catch (JournalAwayException e)
        {
            throw new TryAgainException("The database is away; ask again.", e);
        }
    }
}
