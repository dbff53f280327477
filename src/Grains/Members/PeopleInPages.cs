namespace JmaActors.Members;

/// <summary>A look over people whom a view names, page by page: each is asked, and one whose ledger cannot be opened keeps nobody behind it waiting.</summary>
static class PeopleInPages
{
    /// <summary>People asked for at once.</summary>
    public const int Size = 200;

    /// <summary>How many had something done.</summary>
    /// <param name="page">The next people by number after one, at most <see cref="Size"/>.</param>
    /// <param name="act">True when something was done.</param>
    /// <param name="failed">Hears of whom it could not be.</param>
    public static async Task<int> Do(Func<long, Task<IReadOnlyList<long>>> page, Func<long, Task<bool>> act, Action<long, Exception> failed, CancellationToken ct)
    {
        var (done, after) = (0, 0L);
        while (true)
        {
            var people = await page(after);
            foreach (var member in people)
            {
                try
                {
                    if (await act(member)) done++;
                }
                catch (Exception e) when (!ct.IsCancellationRequested)
                {
                    failed(member, e);
                }
            }
            if (people.Count < Size) return done;
            after = people[^1];
        }
    }
}
