using JmaActors.Journal;
using JmaActors.Ledgers;
using Orleans.Concurrency;

namespace JmaActors.Operations;

/// <inheritdoc cref="IOperationsGrain" />
[StatelessWorker(2), GrainType("operations")]
public sealed class OperationsGrain(IJournalStore store, LedgerNames names, HeadSealer sealer) : Grain, IOperationsGrain
{
    /// <summary>Seals shown.</summary>
    const int SealPage = 400;

    readonly ChainWalk walk = new(store);

    public Task<IReadOnlyList<ParkedParcel>> Parked(Caller caller, CancellationToken ct) => store.Parked(OperationsLimits.ParkedPage, ct);

    public async Task Retry(string sender, Caller caller, CancellationToken ct)
    {
        await store.Unpark(sender, ct);
        if (names.Grain(GrainFactory, sender) is { } grain) await grain.Wake(ct);
    }

    public async Task<VerifyReport> Verify(string? ledger, string? after, Caller caller, CancellationToken ct)
    {
        if (ledger is not null)
        {
            var (events, fault) = await walk.Walk(ledger, null, ct).OrTryAgain();
            return new VerifyReport(1, events, fault is null ? [] : [fault], null);
        }
        return await VerifyPage(after ?? "", ct).OrTryAgain();
    }

    async Task<VerifyReport> VerifyPage(string after, CancellationToken ct)
    {
        var heads = await store.HeadPage(after, OperationsLimits.VerifyPage, ct);
        var histories = heads.Count == 0 ? new Dictionary<string, LedgerHistory>() : await store.ReadMany([.. heads.Select(h => h.Key)], ct);
        var (events, faults) = (0L, new List<VerifyFault>());
        foreach (var (name, _) in heads)
        {
            var (walked, fault) = await walk.Walk(name, histories.GetValueOrDefault(name), ct);
            events += walked;
            if (fault is not null) faults.Add(fault);
        }
        return new VerifyReport(heads.Count, events, faults, heads.Count < OperationsLimits.VerifyPage ? null : heads[^1].Key);
    }

    public Task<IReadOnlyList<HeadSeal>> Seals(Caller caller, CancellationToken ct) => store.Seals(SealPage, ct).OrTryAgain();

    public Task<HeadSeal> Seal(Caller caller, CancellationToken ct) => sealer.Seal(ct).OrTryAgain();
}
