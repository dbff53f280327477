namespace JmaActors.Journal;

/// <summary>Named limits of the journal: every queue, group, wait and page has one.</summary>
public sealed record JournalLimits
{
    /// <summary>Appends waiting in one writer; one more is answered with <c>journal-full</c>.</summary>
    public int Queue { get; init; } = 32_768;

    /// <summary>Appends committed in one transaction.</summary>
    public int Group { get; init; } = 4_096;

    /// <summary>Writers of a silo; a ledger always uses the same one.</summary>
    public int Writers { get; init; } = 2;

    /// <summary>Loops that read ledgers which wake.</summary>
    public int Readers { get; init; } = 3;

    /// <summary>Ledgers read in one go.</summary>
    public int ReadGroup { get; init; } = 128;

    /// <summary>How long a command waits for a database that is away. Shorter than the response timeout of a grain call.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>First pause before a failed commit is tried again; doubles up to <see cref="RetryPauseMost"/>.</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromMilliseconds(50);

    public TimeSpan RetryPauseMost { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Events read in one page when a ledger wakes.</summary>
    public const int ReadPage = 1_000;

    /// <summary>A ledger takes its first snapshot when its history no longer fits one page, a later one when it has grown by half.</summary>
    public const int SnapshotAfter = ReadPage;

    /// <summary>Largest stored event.</summary>
    public const int EventBytes = 256 * 1024;

    /// <summary>Events one command may decide.</summary>
    public const int EventsPerAppend = 2_000;
}
