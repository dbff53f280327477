using JmaActors.Live;
using Orleans.Concurrency;

namespace JmaActors.Operations;

/// <summary>The operations board: silos, commands, latencies, journal, outbox, watchers. One actor, key 0. Picture: <see cref="OperationsPicture"/>.</summary>
[Alias("operations-board-grain")]
public interface IOperationsBoardGrain : IGrainWithIntegerKey, IBoardGrain
{
    /// <summary>Figures of one silo or web node, sent by it once a second. A node not heard of for ten seconds is shown as silent.</summary>
    [OneWay, Alias("report")]
    Task Report(NodeFigures figures);
}

/// <summary>What an operator does. Stateless.</summary>
[Alias("operations-grain")]
public interface IOperationsGrain : IGrainWithIntegerKey
{
    /// <summary>Parcels that could not be delivered, at most <see cref="OperationsLimits.ParkedPage"/>.</summary>
    [Alias("parked")]
    Task<IReadOnlyList<ParkedParcel>> Parked(Caller caller, CancellationToken ct);

    /// <summary>Tries the parked parcels of a sender again.</summary>
    [Alias("retry")]
    Task Retry(string sender, Caller caller, CancellationToken ct);

    /// <summary>
    /// Walks hash chains: of one ledger by its name (<c>credits/1000000001</c>), or when null of the next ledgers after <paramref name="after"/>,
    /// at most <see cref="OperationsLimits.VerifyPage"/>.
    /// </summary>
    [Alias("verify"), ResponseTimeout(OperationsLimits.Patience)]
    Task<VerifyReport> Verify(string? ledger, string? after, Caller caller, CancellationToken ct);

    /// <summary>Daily signatures over all heads, newest first.</summary>
    [Alias("seals")]
    Task<IReadOnlyList<HeadSeal>> Seals(Caller caller, CancellationToken ct);

    /// <summary>Signs all heads now, under today's date.</summary>
    [Alias("seal"), ResponseTimeout(OperationsLimits.Patience)]
    Task<HeadSeal> Seal(Caller caller, CancellationToken ct);
}

public static class OperationsLimits
{
    public const int ParkedPage = 200;
    public const int VerifyPage = 1_000;

    /// <summary>How long a caller waits for a walk or a seal: they read many ledgers.</summary>
    public const string Patience = "00:01:00";
}

/// <param name="AckP50Ms">From a command's arrival in its ledger to its durable answer, last seconds.</param>
[GenerateSerializer, Immutable, Alias("node-figures")]
public sealed record NodeFigures(
    [property: Id(0)] string Node,
    [property: Id(1)] string Role,
    [property: Id(2)] double CommandsPerSecond,
    [property: Id(3)] double AckP50Ms,
    [property: Id(4)] double AckP99Ms,
    [property: Id(5)] int Queue,
    [property: Id(6)] double GroupSize,
    [property: Id(7)] double CommitMs,
    [property: Id(8)] int OutboxWaiting,
    [property: Id(9)] int Parked,
    [property: Id(10)] double StreamEventsPerSecond,
    [property: Id(11)] int Watchers,
    [property: Id(12)] int Topics,
    [property: Id(13)] int Activations,
    [property: Id(14)] long MemoryBytes,
    [property: Id(15)] bool JournalHealthy,
    [property: Id(16)] DateTimeOffset At);

/// <summary>Picture of the topic <c>operations</c>. Nodes are keyed by name.</summary>
[GenerateSerializer, Immutable, Alias("operations-picture")]
public sealed record OperationsPicture(
    [property: Id(0)] IReadOnlyDictionary<string, NodeFigures> Nodes,
    [property: Id(1)] double CommandsPerSecond,
    [property: Id(2)] int Watchers,
    [property: Id(3)] int Parked);

[GenerateSerializer, Immutable, Alias("parked-parcel")]
public sealed record ParkedParcel(
    [property: Id(0)] string Sender,
    [property: Id(1)] long Version,
    [property: Id(2)] string Receiver,
    [property: Id(3)] string Type,
    [property: Id(4)] string Reason,
    [property: Id(5)] int Attempts,
    [property: Id(6)] DateTimeOffset Since);

[GenerateSerializer, Immutable, Alias("verify-report")]
public sealed record VerifyReport(
    [property: Id(0)] int Ledgers,
    [property: Id(1)] long Events,
    [property: Id(2)] IReadOnlyList<VerifyFault> Faults,
    [property: Id(3)] string? Next);

[GenerateSerializer, Immutable, Alias("verify-fault")]
public sealed record VerifyFault([property: Id(0)] string Ledger, [property: Id(1)] long Version, [property: Id(2)] string Fault);

/// <param name="Digest">SHA-256 over every (ledger, version, hash) in order, hexadecimal.</param>
/// <param name="Signature">ECDSA P-256 over the digest and the date, base64.</param>
[GenerateSerializer, Immutable, Alias("head-seal")]
public sealed record HeadSeal(
    [property: Id(0)] DateOnly Date,
    [property: Id(1)] long Ledgers,
    [property: Id(2)] string Digest,
    [property: Id(3)] string Signature,
    [property: Id(4)] string KeyId,
    [property: Id(5)] DateTimeOffset At);
