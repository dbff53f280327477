namespace JmaActors.Journal;

/// <summary>What ledgers of a silo write through and read from.</summary>
public interface IJournal
{
    /// <summary>Queues an append; <see cref="Append.Done"/> completes when it is durable. Never blocks.</summary>
    /// <exception cref="TryAgainException"><c>journal-full</c>: the queue has reached its limit.</exception>
    void Append(Append append);

    ValueTask<LedgerHistory> Read(string ledger, long after, CancellationToken ct);

    /// <summary>
    /// Reads many ledgers at once and keeps each for the next <see cref="Read"/> from the beginning, for a few seconds: bulk work wakes actors by thousands.
    /// Should one be stale, the head's compare-and-set finds it.
    /// </summary>
    Task Prefetch(IReadOnlyCollection<string> ledgers, CancellationToken ct);
}

/// <summary>One ledger's events with what they change elsewhere, committed together.</summary>
public sealed class Append
{
    public required string Ledger { get; init; }

    /// <summary>Same ledger, same writer.</summary>
    public required int Shard { get; init; }

    public required long Expected { get; init; }

    public required byte[] ExpectedHash { get; init; }

    /// <summary>At least one, consecutive from <see cref="Expected"/> + 1.</summary>
    public required IReadOnlyList<EventRow> Events { get; init; }

    public IReadOnlyList<ViewRow> Views { get; init; } = [];

    public IReadOnlyList<ParcelRow> Parcels { get; init; } = [];

    /// <summary>What of the world this changed, for the change feed.</summary>
    public IReadOnlyList<Touch> Touches { get; init; } = [];

    /// <summary><see cref="System.Diagnostics.Stopwatch"/> ticks when the command arrived.</summary>
    public required long Arrived { get; init; }

    readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when durable; fails with <see cref="TryAgainException"/> when it is not and will not be.</summary>
    public Task Done => done.Task;

    internal void Succeed() => done.TrySetResult();

    internal void Fail(Exception why) => done.TrySetException(why);
}

/// <summary>What kind of thing changed.</summary>
public enum TouchKind
{
    Session,
    Member,
    Credits,
    Association,
}

/// <summary>A hint that something changed: a session or association by its code, a member by its number.</summary>
public readonly record struct Touch(TouchKind Kind, string Code, long Number = 0);
