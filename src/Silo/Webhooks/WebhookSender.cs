using JmaActors.Composition;

namespace JmaActors.Webhooks;

/// <summary>
/// Sends what waits for webhooks. What waits stands with the workplace's ledger, which gives each call out to one sender at a time and again when nobody reports: a call that is killed before it is
/// reported is made twice, under the same id.
/// </summary>
sealed class WebhookSender(IGrainFactory grains, WebhookCaller caller, Readiness readiness, TimeProvider time, ILogger<WebhookSender> log) : BackgroundService
{
    /// <summary>How often it is looked whether something is due.</summary>
    static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.SiloStarted.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await Round(stoppingToken);
    }

    async Task Round(CancellationToken ct)
    {
        try
        {
            var due = await grains.GetGrain<IWebhookPostGrain>(0).Due(ct);
            // Workplaces beside each other: one whose receiver is slow holds up no other.
            await Task.WhenAll(due.Select(w => Send(w, ct)));
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            SiloLog.WebhooksNotSent(log, e);
        }
    }

    async Task Send(string workplace, CancellationToken ct)
    {
        try
        {
            var ledger = grains.GetGrain<IWebhooksGrain>(workplace);
            await Task.WhenAll((await ledger.Take(ct)).Select(async c => await ledger.Report(await caller.Call(c, ct), ct)));
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            SiloLog.WebhooksNotSent(log, e);
        }
    }
}
