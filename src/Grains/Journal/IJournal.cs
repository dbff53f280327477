namespace JmaActors.Journal;

/// <summary>What ledgers of a silo write through and read from.</summary>
public interface IJournal
{
    /// <summary>Queues an append; <see cref="Append.End"/> comes when it is durable. Never blocks.</summary>
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

    /// <summary>Consecutive from <see cref="Expected"/> + 1; none where rows alone are put.</summary>
    public required IReadOnlyList<EventRow> Events { get; init; }

    public IReadOnlyList<ViewRow> Views { get; init; } = [];

    public IReadOnlyList<ParcelRow> Parcels { get; init; } = [];

    /// <summary>What of the world this changed, for the change feed.</summary>
    public IReadOnlyList<Touch> Touches { get; init; } = [];

    /// <summary><see cref="System.Diagnostics.Stopwatch"/> ticks when the command arrived.</summary>
    public required long Arrived { get; init; }

    /// <summary>Who hears at once that it failed, before the caller does.</summary>
    public IAppendOwner? Owner { get; init; }

    /// <summary>What its caller waits for; given before the append is queued. Nobody waits when null.</summary>
    public IAppendEnd? End { get; set; }

    internal void Succeed()
    {
        if (End is null) return;
        Owner?.Landed(End.Task);
        End.Succeed();
    }

    internal void Fail(Exception why)
    {
        Owner?.Failed(why);
        End?.Fail(why);
    }
}

/// <summary>A ledger whose appends wait to become durable. Called on the writer's thread; quick, and never throws.</summary>
public interface IAppendOwner
{
    /// <summary>An append of its is durable, and its caller is about to be answered: the ledger need not hold that answer any more.</summary>
    void Landed(Task end);

    /// <summary>An append of its failed: nothing may be decided on its state any more.</summary>
    void Failed(Exception why);
}

/// <summary>The end of an append, which the writer brings about.</summary>
public interface IAppendEnd
{
    /// <summary>Completes when the append is durable.</summary>
    Task Task { get; }

    internal void Succeed();

    internal void Fail(Exception why);
}

/// <summary>
/// The answer that waits for an append. The writer hands it out itself: the actor is not asked again for what it has answered.
/// Its task completes when durable; it fails with <see cref="TryAgainException"/> when it is not and will not be.
/// </summary>
public sealed class AppendEnd<T>(T answer) : TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously), IAppendEnd
{
    Task IAppendEnd.Task => Task;

    void IAppendEnd.Succeed() => TrySetResult(answer);

    void IAppendEnd.Fail(Exception why) => TrySetException(why);
}

/// <summary>What kind of thing changed.</summary>
public enum TouchKind
{
    Session,
    Member,
    Credits,
    Association,

    /// <summary>What waits in the office of an association, by its code.</summary>
    Office,

    /// <summary>What waits in the offices that see a member, by its number.</summary>
    OfficesOf,

    /// <summary>Lines of duty lists: they are among the rows of the append.</summary>
    Duty,

    /// <summary>A workplace itself, by its code.</summary>
    Workplace,

    /// <summary>Dues of a fiscal year that are collected through a local association, e.g. <c>26-007.2026</c>.</summary>
    Dues,
}

/// <summary>A hint that something changed: a session, association, office or workplace by its code, a member by its number.</summary>
public readonly record struct Touch(TouchKind Kind, string Code, long Number = 0);
