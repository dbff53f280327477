using JmaActors.Journal;

namespace JmaActors.Ledgers;

public abstract partial class LedgerGrain<TState, TEvent>
{
    public async Task Wake(CancellationToken ct)
    {
        await Durable(true);
        await services.Outbox.Refill(core.Ledger, ct);
    }

    public async Task<Receipt> Receive(Immutable<Parcel[]> parcels, CancellationToken ct)
    {
        RefuseIfBroken();
        string? parked = null;
        var (seen, now) = (0L, Now);
        foreach (var parcel in parcels.Value)
        {
            seen = core.Seen(parcel.Sender);
            if (parcel.Version <= seen) continue;
            var decision = definition.Accept(core.State, parcel, new Deciding(now, Caller.System, core.Version));
            if (decision.Refusal is { } refusal)
            {
                parked = refusal.Detail.Length == 0 ? refusal.Reason : $"{refusal.Reason}: {refusal.Detail}";
                break;
            }
            if (decision.Count > 0) Take(decision, now, parcel);
            core.Note(parcel.Sender, parcel.Version);
            Received(parcel);
            seen = parcel.Version;
        }
        return await Durable(new Receipt(seen, parked));
    }

    void Take(in Decision<TEvent> decision, DateTimeOffset now, Parcel parcel)
    {
        try
        {
            last = Queue(core.Apply(decision, now, Caller.System, parcel.Sender, parcel.Version), true);
        }
        catch (Exception e)
        {
            Failed(e);
            throw;
        }
    }
}
