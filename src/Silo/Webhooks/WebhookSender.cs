using System.Collections.Concurrent;
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

    /// <summary>Calls under way. The round waits for none of them: one whose receiver is slow holds up no other.</summary>
    readonly ConcurrentDictionary<Task, byte> calls = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.SiloStarted.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Look, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await Round(stoppingToken);
        }
        finally
        {
            await Task.WhenAll(calls.Keys);
        }
    }

    async Task Round(CancellationToken ct)
    {
        try
        {
            foreach (var workplace in await grains.GetGrain<IWebhookPostGrain>(0).Due(ct))
            {
                if (calls.Count >= WebhookLimits.Calls) return;
                var ledger = grains.GetGrain<IWebhooksGrain>(workplace);
                foreach (var call in await ledger.Take(ct)) Begin(Send(ledger, call, ct));
            }
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            SiloLog.WebhooksNotSent(log, e);
        }
    }

    void Begin(Task call)
    {
        calls.TryAdd(call, 0);
        call.ContinueWith(done => calls.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    async Task Send(IWebhooksGrain ledger, WebhookCall call, CancellationToken ct)
    {
        try
        {
            await ledger.Report(await caller.Call(call, ct), ct);
        }
        catch (Exception e)
        {
            if (!ct.IsCancellationRequested) SiloLog.WebhooksNotSent(log, e);
        }
    }
}
