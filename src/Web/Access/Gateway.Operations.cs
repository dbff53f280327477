using JmaActors.Operations;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>Parcels that could not be delivered.</summary>
    public Task<IReadOnlyList<ParkedParcel>> Parked(Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.Operations(), "operations");
        return Ask(OperationsGrain, caller, static (g, c, t) => g.Parked(c, t), ct);
    }

    /// <summary>Tries the parked parcels of a sender again.</summary>
    public Task Retry(string sender, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.Operations(), "operations");
        return Ask(OperationsGrain, (sender, caller), static async (g, w, t) => { await g.Retry(w.sender, w.caller, t).ConfigureAwait(false); return 0; }, ct);
    }

    /// <summary>Walks hash chains: of one ledger, or of the next ledgers after the cursor.</summary>
    public Task<VerifyReport> Verify(string? ledger, string? after, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.Operations(), "operations");
        return Ask(
            OperationsGrain, (ledger, after, caller), static (g, w, t) => g.Verify(w.ledger, w.after, w.caller, t), WebLimits.ChunkAttempt, ct);
    }

    /// <summary>Daily signatures over all heads, newest first.</summary>
    public Task<IReadOnlyList<HeadSeal>> Seals(Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.Operations(), "operations");
        return Ask(OperationsGrain, caller, static (g, c, t) => g.Seals(c, t), ct);
    }

    /// <summary>Signs all heads now.</summary>
    public Task<HeadSeal> Seal(Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.Operations(), "operations");
        return Ask(OperationsGrain, caller, static (g, c, t) => g.Seal(c, t), WebLimits.ChunkAttempt, ct);
    }

    IOperationsGrain OperationsGrain => actors.Grain<IOperationsGrain>(0);
}
