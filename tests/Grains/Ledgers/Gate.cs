using JmaActors.Journal;

namespace JmaActors.Tests.Grains.Ledgers;

/// <summary>Holds commits back until it is opened.</summary>
sealed class Gate
{
    readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Gate(FaultyStore store) => store.OnCommit = Hold;

    /// <summary>Ledgers of each group that passed.</summary>
    public List<IReadOnlyList<string>> Groups { get; } = [];

    /// <summary>A group stands before the gate.</summary>
    public Task Arrived => arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Which groups are held back.</summary>
    public Func<CommitGroup, bool> Holds { get; init; } = static _ => true;

    public void Open() => opened.TrySetResult();

    async ValueTask<IReadOnlyList<string>> Hold(CommitGroup group, Func<ValueTask<IReadOnlyList<string>>> commit)
    {
        if (!Holds(group)) return await commit();
        Groups.Add([.. group.Heads.Select(h => h.Ledger)]);
        arrived.TrySetResult();
        await opened.Task;
        return await commit();
    }
}
