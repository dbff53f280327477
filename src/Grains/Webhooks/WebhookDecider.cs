using JmaActors.Ledgers;
using Decision = JmaActors.Ledgers.Decision<JmaActors.Webhooks.WebhookEvent>;

namespace JmaActors.Webhooks;

/// <summary>What becomes of webhooks. Pure.</summary>
static class WebhookDecider
{
    const int Ok = 200, Redirect = 300, GoneStatus = 410;

    /// <summary>Why an address is switched off.</summary>
    const string TooManyFailures = "too-many-failures", Gone = "gone";

    public static Decision Register(WebhookState state, (RegisterWebhook Command, bool Inside) prepared, Deciding deciding)
    {
        var (command, inside) = prepared;
        if (state.Hook(command.Hook) is not null) return Decision.Again();
        if (BadKey(command.Hook) is { } bad) return bad;
        if (!AddressRules.Fits(command.Address, inside)) return Decision.Refuse("bad-webhook-address", "", "An HTTPS address of the public internet, without a name and password in it.");
        return state.Hooks.Count >= WebhookLimits.Hooks ? Decision.Refuse("too-many-webhooks", "", $"At most {WebhookLimits.Hooks}.") : Decision.Event(new WebhookRegistered(command.Hook, command.Address));
    }

    public static Decision Rotate(WebhookState state, ChangeWebhook command, Deciding deciding) => Change(state, command, _ => new WebhookRotated(command.Key, command.Hook));

    public static Decision Remove(WebhookState state, ChangeWebhook command, Deciding deciding) => Change(state, command, _ => new WebhookRemoved(command.Key, command.Hook));

    public static Decision SwitchOn(WebhookState state, ChangeWebhook command, Deciding deciding) => Change(state, command, h => h.Off.Length == 0 ? null : new WebhookSwitchedOn(command.Key, command.Hook));

    public static Decision Test(WebhookState state, (ChangeWebhook Command, string Body) prepared, Deciding deciding) =>
        Change(state, prepared.Command, _ => new DeliveryQueued(prepared.Command.Key, WebhookBodies.TestType, prepared.Body, [prepared.Command.Hook]));

    public static Decision Resend(WebhookState state, ResendDelivery command, Deciding deciding) =>
        Known(state, command.Key) ?? BadKey(command.Key)
        ?? (state.Deliveries.Any(d => d.Number == command.Number) ? Decision.Event(new DeliveryResent(command.Key, command.Number)) : Decision.Refuse("no-delivery"));

    /// <summary>What an inbox told goes to every address, also to those switched off: there it waits.</summary>
    public static Decision Queue(WebhookState state, string body) =>
        state.Hooks.Count == 0 ? Decision.Nothing() : Decision.Event(new DeliveryQueued("", WebhookBodies.AlertsType, body, [.. state.Hooks.Select(h => h.Hook)]));

    /// <summary>Delivered, to be tried again after a while, or dead; and an address that failed too often in a row is switched off.</summary>
    public static Decision Report(WebhookState state, WebhookReport report, Deciding deciding)
    {
        // One of before it was sent again, reported late, says nothing of what waits now.
        if (state.Deliveries.Find(d => d.Number == report.Number) is not { Next: not null } delivery || report.Attempt != delivery.Attempts + 1 || state.Hook(delivery.Hook) is not { } hook) return Decision.Again();
        if (report.Status is >= Ok and < Redirect) return Decision.Event(new DeliveryTried(report.Number, DeliveryState.Delivered, report.Status, "", null));
        var again = delivery.Attempts < WebhookLimits.Pauses.Count;
        var tried = new DeliveryTried(
            report.Number, again ? DeliveryState.Waiting : DeliveryState.Dead, report.Status, report.Fault.Length > 0 ? report.Fault : "http", again ? deciding.Now + WebhookLimits.Pauses[delivery.Attempts] : null);
        var off = report.Status == GoneStatus ? Gone : hook.Failures + 1 >= WebhookLimits.Failures ? TooManyFailures : null;
        return off is null || hook.Off.Length > 0 ? Decision.Event(tried) : Decision.Events([tried, new WebhookSwitchedOff(hook.Hook, off)]);
    }

    static Decision Change(WebhookState state, ChangeWebhook command, Func<HeldHook, WebhookEvent?> change) =>
        Known(state, command.Key) ?? BadKey(command.Key) ?? (state.Hook(command.Hook) is not { } hook ? Decision.Refuse("no-webhook") : change(hook) is { } e ? Decision.Event(e) : Decision.Again());

    static Decision? Known(WebhookState state, string key) => state.Done.Any(d => d.Key == key) ? Decision.Again() : null;

    static Decision? BadKey(string key) => key.Length is 0 or > WebhookLimits.Key ? Decision.Refuse("bad-key", "", $"A key has 1 to {WebhookLimits.Key} characters.") : null;
}
