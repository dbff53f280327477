namespace JmaActors.Journal;

/// <summary>
/// The database side of the journal; one contract-test suite holds every implementation to it. Methods never block a grain's thread.
/// </summary>
public interface IJournalStore
{
    /// <summary>
    /// Writes the whole group in one durable transaction, or nothing. Answers the ledgers whose head was not as expected: when there are any,
    /// nothing was written and the writer tries again without them.
    /// </summary>
    /// <param name="writer">Which writer of the silo asks, from 0; a store may keep a connection for each.</param>
    /// <exception cref="JournalAwayException">The database is away and surely wrote nothing.</exception>
    /// <exception cref="OutcomeUnknownException">The connection broke while committing; it may or may not have been written.</exception>
    /// <exception cref="GroupFaultException">A row of the group can never be written; nothing was. The writer splits the group to find whose it is.</exception>
    ValueTask<IReadOnlyList<string>> Commit(CommitGroup group, int writer, CancellationToken ct);

    /// <summary>The heads of the named ledgers; those without one are left out.</summary>
    Task<IReadOnlyDictionary<string, LedgerHead>> Heads(IReadOnlyCollection<string> ledgers, CancellationToken ct);

    /// <summary>Reads one ledger after a version. A ledger never written has head <see cref="LedgerHead.None"/>.</summary>
    ValueTask<LedgerHistory> Read(string ledger, long after, CancellationToken ct);

    /// <summary>Reads many ledgers from their beginning in one go, for bulk work; at most <see cref="JournalLimits.ReadPage"/> ledgers of at most as many events.</summary>
    Task<IReadOnlyDictionary<string, LedgerHistory>> ReadMany(IReadOnlyCollection<string> ledgers, CancellationToken ct);

    /// <summary>Ledger names in order (ordinal) after <paramref name="after"/>, with their heads.</summary>
    Task<IReadOnlyList<KeyValuePair<string, LedgerHead>>> HeadPage(string after, int limit, CancellationToken ct);

    /// <summary>Senders that still owe parcels which are not parked, in order after <paramref name="after"/>.</summary>
    Task<IReadOnlyList<string>> Senders(string after, int limit, CancellationToken ct);

    /// <summary>Notes that a parcel cannot be delivered, so that an operator sees it; it stays in its place.</summary>
    Task Park(ParcelKey parcel, string reason, int attempts, DateTimeOffset at, CancellationToken ct);

    /// <summary>Takes the note off every parcel of a sender.</summary>
    Task Unpark(string sender, CancellationToken ct);

    /// <summary>Parked parcels, oldest first.</summary>
    Task<IReadOnlyList<JmaActors.Operations.ParkedParcel>> Parked(int limit, CancellationToken ct);

    /// <summary>How many parcels wait, and how many of them are parked.</summary>
    Task<(int Waiting, int Parked)> OutboxSize(CancellationToken ct);

    Task SaveSeal(JmaActors.Operations.HeadSeal seal, CancellationToken ct);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<JmaActors.Operations.HeadSeal>> Seals(int limit, CancellationToken ct);
}

/// <summary>The database could not be reached or refused to begin: nothing was written.</summary>
public sealed class JournalAwayException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A commit was sent and its answer never came.</summary>
public sealed class OutcomeUnknownException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The database refused a row of the group for what it holds; nothing was written, and the same group would be refused again.</summary>
public sealed class GroupFaultException(string message, Exception? inner = null) : Exception(message, inner);
