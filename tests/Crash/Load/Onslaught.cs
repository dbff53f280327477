namespace JmaActors.Crash.Load;

/// <summary>Load from all connections at once, until it is told to end.</summary>
sealed class Onslaught(Sender sender, Crowd crowd)
{
    /// <summary>People who come in at the moment of the kill.</summary>
    const int Rush = 200;

    static readonly TimeSpan BeginsWithin = TimeSpan.FromSeconds(30);
    static readonly TimeSpan RushWithin = TimeSpan.FromSeconds(3);

    /// <param name="running">Sessions that are tapped at.</param>
    /// <param name="ending">Sessions that are closed and confirmed meanwhile.</param>
    /// <param name="kill">Ends the silo. Whatever was on its way then has no answer.</param>
    public async Task Run(int round, IReadOnlyList<Seminar> running, IReadOnlyList<Seminar> ending, Func<Task> kill)
    {
        using var over = new CancellationTokenSource();
        var dice = crowd.Dice(round, -1);
        var doors = running.Concat(ending).ToList();
        var connections = Enumerable.Range(0, CrashSettings.Connections).Select(c => Connection(crowd.Dice(round, c), $"gate-{c}", doors, over.Token)).ToList();
        connections.AddRange(ending.Select(seminar => End(seminar, TimeSpan.FromMilliseconds(dice.Next(300, 4_000)), over.Token)));
        var before = sender.Answers;
        await Until.Holds("the load has begun", BeginsWithin, () => Task.FromResult(sender.Answers - before >= CrashSettings.Connections ? null : "too few answers"));
        await Pause(TimeSpan.FromMilliseconds(dice.Next(500, 4_000)), over.Token);
        // A commit is answered before what it owes others is delivered: every other kill comes right at the answer to many taps at once.
        if (round % 2 == 0) await Task.WhenAny(sender.First(crowd.Rush(dice, running[0], Rush)), Pause(RushWithin, over.Token));
        // Nobody begins anything new; what is on its way is cut off.
        await over.CancelAsync();
        await kill();
        await Task.WhenAll(connections);
    }

    async Task Connection(Random random, string device, IReadOnlyList<Seminar> doors, CancellationToken over)
    {
        await Task.Yield();
        while (!over.IsCancellationRequested)
        {
            var order = crowd.Next(random, device, doors);
            // Some are impatient and send the same twice at once.
            if (random.Next(20) == 0) await Task.WhenAll(sender.First(order), sender.Once(order));
            else await sender.First(order);
        }
    }

    async Task End(Seminar seminar, TimeSpan after, CancellationToken over)
    {
        await Pause(after, over);
        if (over.IsCancellationRequested || !await sender.First(seminar.Close)) return;
        await Pause(seminar.UntilOver, over);
        if (!over.IsCancellationRequested) await sender.First(seminar.Confirm);
    }

    static async Task Pause(TimeSpan time, CancellationToken over) => await Task.Delay(time, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
