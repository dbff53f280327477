namespace JmaActors.Ledgers;

/// <summary>What every ledger actor answers to the machinery around it.</summary>
[Alias("ledger-grain")]
public interface ILedgerGrain : IGrain
{
    /// <summary>Wakes the ledger, so that it hands what it still owes others to the outbox. Idempotent.</summary>
    [Alias("wake")]
    Task Wake(CancellationToken ct);

    /// <summary>
    /// Takes parcels of one sender in the order of their versions; one seen before is passed over. Answers when all are durable.
    /// </summary>
    [Alias("receive")]
    Task<Receipt> Receive(Immutable<Parcel[]> parcels, CancellationToken ct);
}

/// <summary>What one ledger tells another: committed with the sender's event, delivered at least once and in order.</summary>
/// <param name="Sender">Ledger name of the sender, e.g. <c>session/P26-20261123-7KQ2.1</c>.</param>
/// <param name="Version">The sender's event that told it; at most one parcel per event and receiver.</param>
/// <param name="Type">Short stable name of the message.</param>
/// <param name="Body">The message, JSON in UTF-8.</param>
[GenerateSerializer, Immutable, Alias("parcel")]
public sealed record Parcel(
    [property: Id(0)] string Sender,
    [property: Id(1)] long Version,
    [property: Id(2)] string Receiver,
    [property: Id(3)] string Type,
    [property: Id(4)] byte[] Body);

/// <summary>What became of a delivery.</summary>
/// <param name="SeenUpTo">The highest version of the sender that is durable here.</param>
/// <param name="Parked">Why the next parcel cannot be taken; null when all were.</param>
[GenerateSerializer, Immutable, Alias("receipt")]
public sealed record Receipt([property: Id(0)] long SeenUpTo, [property: Id(1)] string? Parked = null);

/// <summary>One event of a ledger as people and machines may read it.</summary>
[GenerateSerializer, Immutable, Alias("history-line")]
public sealed record HistoryLine(
    [property: Id(0)] long Version,
    [property: Id(1)] string Type,
    [property: Id(2)] int Schema,
    [property: Id(3)] DateTimeOffset Recorded,
    [property: Id(4)] string Body,
    [property: Id(5)] string Hash);
