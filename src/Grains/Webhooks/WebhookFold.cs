using JmaActors.Ledgers;

namespace JmaActors.Webhooks;

/// <summary>How events fold into the state. Total and deterministic.</summary>
static class WebhookFold
{
    /// <summary>Keys remembered: a repeat of an older one is done once more.</summary>
    const int Keys = 100;

    public static void Evolve(WebhookState state, WebhookEvent e, in EventMeta meta)
    {
        state.Version = meta.Version;
        switch (e)
        {
            case WebhookRegistered r: state.Hooks.Add(new HeldHook { Hook = r.Hook, Address = r.Address, Since = meta.Recorded, Rotated = meta.Recorded }); break;
            case WebhookRotated r:
                var rotated = state.Hook(r.Hook)!;
                (rotated.Generation, rotated.Rotated) = (rotated.Generation + 1, meta.Recorded);
                Note(state, r.Key, 0);
                break;
            case WebhookRemoved r:
                state.Hooks.RemoveAll(h => h.Hook == r.Hook);
                state.Deliveries.RemoveAll(d => d.Hook == r.Hook);
                Note(state, r.Key, 0);
                break;
            case WebhookSwitchedOff o: state.Hook(o.Hook)!.Off = o.Why; break;
            case WebhookSwitchedOn o:
                var on = state.Hook(o.Hook)!;
                (on.Off, on.Failures) = ("", 0);
                Note(state, o.Key, 0);
                break;
            case DeliveryQueued q: Queue(state, q, meta.Recorded); break;
            case DeliveryTried t: Tried(state, t, meta.Recorded); break;
            case DeliveryResent r:
                if (state.Deliveries.Find(d => d.Number == r.Number) is { } sent) (sent.State, sent.Attempts, sent.Next) = (DeliveryState.Waiting, 0, meta.Recorded);
                Note(state, r.Key, r.Number);
                break;
        }
    }

    static void Queue(WebhookState state, DeliveryQueued queued, DateTimeOffset at)
    {
        foreach (var hook in queued.Hooks) state.Deliveries.Add(new HeldDelivery { Number = ++state.Newest, Hook = hook, Type = queued.Type, Body = queued.Body, At = at, Next = at });
        while (state.Deliveries.Count > WebhookLimits.Kept) state.Deliveries.RemoveAt(Least(state));
        if (queued.Key.Length > 0) Note(state, queued.Key, state.Newest);
    }

    /// <summary>What goes first when there are too many: the oldest that is over, else the oldest that waits where nothing is sent, else the oldest that waits.</summary>
    static int Least(WebhookState state)
    {
        var over = state.Deliveries.FindIndex(d => d.Next is null);
        return over >= 0 ? over : Math.Max(0, state.Deliveries.FindIndex(d => state.Hook(d.Hook) is not { Off.Length: 0 }));
    }

    static void Tried(WebhookState state, DeliveryTried tried, DateTimeOffset at)
    {
        // Told before other ones went first.
        if (state.Deliveries.Find(d => d.Number == tried.Number) is not { } delivery) return;
        (delivery.State, delivery.Status, delivery.Fault, delivery.Tried, delivery.Next, delivery.Attempts) = (tried.State, tried.Status, tried.Fault, at, tried.Next, delivery.Attempts + 1);
        var hook = state.Hook(delivery.Hook)!;
        hook.Failures = tried.State == DeliveryState.Delivered ? 0 : hook.Failures + 1;
    }

    static void Note(WebhookState state, string key, long number)
    {
        state.Done.Add(new DoneWebhook(key, number));
        if (state.Done.Count > Keys) state.Done.RemoveAt(0);
    }
}
