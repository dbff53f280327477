namespace JmaActors.Associations;

/// <summary>
/// Work asked for often and done seldom: at once when it was quiet, then with pauses that double while asking goes on. Used on one actor's scheduler only.
/// </summary>
/// <param name="work">Does what was asked for so far.</param>
/// <param name="failed">Hears of a failure; the next asking tries again.</param>
sealed class PacedWork(Func<Task> work, Action<Exception> failed)
{
    /// <summary>The first pause.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);

    bool wanted;
    bool running;
    TimeSpan longest;

    /// <param name="most">The longest pause while asking goes on.</param>
    public void Ask(TimeSpan most)
    {
        (wanted, longest) = (true, most);
        if (running) return;
        running = true;
        _ = Run();
    }

    async Task Run()
    {
        var pause = Shortest;
        while (wanted)
        {
            wanted = false;
            try
            {
                await work();
            }
            catch (Exception e)
            {
                failed(e);
            }
            await Task.Delay(pause);
            pause = pause * 2 < longest ? pause * 2 : longest;
        }
        running = false;
    }
}
