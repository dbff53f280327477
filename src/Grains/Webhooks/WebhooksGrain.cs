using System.Globalization;
using JmaActors.Journal;
using JmaActors.Ledgers;

namespace JmaActors.Webhooks;

/// <summary>Webhooks of a workplace; see <see cref="IWebhooksGrain"/>.</summary>
[GrainType(WebhookLedger.Name)]
sealed class WebhooksGrain(LedgerServices services, WebhookLedger ledger, IWebhookSecrets secrets, WebhookRules rules) : LedgerGrain<WebhookState, WebhookEvent>(services, ledger), IWebhooksGrain
{
    /// <summary>Until when each delivery that was given out is its sender's.</summary>
    readonly Dictionary<long, DateTimeOffset> held = [];

    public async Task<Answer<NewWebhook>> Register(RegisterWebhook command, CancellationToken ct) =>
        Told(await Commit((command, rules.Inside), command.Caller, WebhookDecider.Register, static (s, c) => s.Hook(c.command.Hook), ct));

    public async Task<Answer<NewWebhook>> Rotate(ChangeWebhook command, CancellationToken ct) => Told(await Commit(command, command.Caller, WebhookDecider.Rotate, static (s, c) => s.Hook(c.Hook), ct));

    public Task<Answer<IReadOnlyList<WebhookLine>>> Remove(ChangeWebhook command, CancellationToken ct) => Commit(command, command.Caller, WebhookDecider.Remove, static (s, _) => Lines(s), ct);

    public Task<Answer<WebhookLine>> SwitchOn(ChangeWebhook command, CancellationToken ct) => Commit(command, command.Caller, WebhookDecider.SwitchOn, static (s, c) => s.Hook(c.Hook) is { } hook ? Line(hook) : null!, ct);

    public Task<Answer<DeliveryLine>> Test(ChangeWebhook command, CancellationToken ct) =>
        Commit((command, WebhookBodies.Test(Key, Now)), command.Caller, WebhookDecider.Test, static (s, c) => Made(s, c.command.Key), ct);

    public Task<Answer<DeliveryLine>> Resend(ResendDelivery command, CancellationToken ct) => Commit(command, command.Caller, WebhookDecider.Resend, static (s, c) => Made(s, c.Key), ct);

    public Task<IReadOnlyList<WebhookLine>> List(Caller caller, CancellationToken ct) => Durable(Lines(State));

    public Task<DeliveryPage> Deliveries(long? before, Caller caller, CancellationToken ct)
    {
        var page = State.Deliveries.AsEnumerable().Reverse().SkipWhile(d => d.Number >= (before ?? long.MaxValue)).Take(WebhookLimits.Page + 1).ToList();
        return Durable(new DeliveryPage([.. page.Take(WebhookLimits.Page).Select(Line)], page.Count > WebhookLimits.Page ? page[WebhookLimits.Page - 1].Number : null));
    }

    public Task<IReadOnlyList<WebhookCall>> Take(CancellationToken ct)
    {
        foreach (var (number, until) in held.ToList())
        {
            if (until <= Now) held.Remove(number);
        }
        // Each hook its own: what one that is slow has not answered is not to take the others' places.
        var due = State.Waiting.GroupBy(d => d.Hook)
            .SelectMany(h => h.Where(d => d.Next <= Now && !held.ContainsKey(d.Number)).OrderBy(d => d.Next).Take(Math.Max(0, WebhookLimits.AtOnce - h.Count(d => held.ContainsKey(d.Number))))).ToList();
        foreach (var delivery in due) held[delivery.Number] = Now + WebhookLimits.Held;
        return Durable<IReadOnlyList<WebhookCall>>([.. due.Select(Call)]);
    }

    public async Task Report(WebhookReport report, CancellationToken ct)
    {
        await Commit(report, Caller.System, WebhookDecider.Report, static (_, _) => true, ct);
        held.Remove(report.Number);
    }

    WebhookCall Call(HeldDelivery delivery)
    {
        var hook = State.Hook(delivery.Hook)!;
        // The secret before still signs, beside the new one, so that the receiver has time to take it.
        var before = hook.Generation > 1 && Now - hook.Rotated < WebhookLimits.Overlap;
        return new WebhookCall(
            Key, delivery.Number, delivery.Attempts + 1, string.Create(CultureInfo.InvariantCulture, $"msg_{Key}_{delivery.Number}"), hook.Address, delivery.Body,
            before ? [Secret(hook, hook.Generation), Secret(hook, hook.Generation - 1)] : [Secret(hook, hook.Generation)]);
    }

    byte[] Secret(HeldHook hook, int generation) => secrets.Of(Key, hook.Hook, hook.Since, generation);

    Answer<NewWebhook> Told(Answer<HeldHook?> answer) => new(
        answer.Value is { } hook ? new NewWebhook(Line(hook), answer.Repeat ? "" : $"whsec_{Convert.ToBase64String(Secret(hook, hook.Generation))}") : null, answer.Refusal, answer.Version, answer.Repeat);

    static DeliveryLine Made(WebhookState state, string key) => state.Deliveries.Find(d => d.Number == state.Done.FindLast(k => k.Key == key)?.Number) is { } delivery ? Line(delivery) : null!;

    static IReadOnlyList<WebhookLine> Lines(WebhookState state) => [.. state.Hooks.Select(Line)];

    static WebhookLine Line(HeldHook h) => new(h.Hook, h.Address, h.Off, h.Since, h.Rotated, h.Failures);

    static DeliveryLine Line(HeldDelivery d) => new(d.Number, d.Hook, d.Type, d.At, d.State, d.Attempts, d.Status, d.Fault, d.Tried, d.Next);
}

/// <inheritdoc cref="IWebhookPostGrain" />
[StatelessWorker, GrainType("webhook-post")]
sealed class WebhookPostGrain(IWebhookIndex index, TimeProvider time) : Grain, IWebhookPostGrain
{
    public Task<IReadOnlyList<string>> Due(CancellationToken ct) => index.Due(time.GetUtcNow(), WebhookLimits.Workplaces, ct).OrTryAgain();
}
