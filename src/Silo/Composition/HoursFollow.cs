using JmaActors.WorkHours;

namespace JmaActors.Composition;

/// <summary>Puts the figures that follow clock-ins and clock-outs, and looks now and then for those a kill took with it.</summary>
sealed class HoursFollow(LateHoursWork work, LateHoursLimits limits, Readiness readiness, TimeProvider time, ILogger<HoursFollow> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.SiloStarted.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(limits.Tick, time);
        var swept = DateTimeOffset.MinValue;
        do
        {
            var now = time.GetUtcNow();
            if (now - swept >= limits.Sweep)
            {
                swept = now;
                await Quietly(() => work.Sweep(stoppingToken), stoppingToken);
            }
            await Quietly(() => work.Next(stoppingToken), stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    async Task Quietly(Func<Task> step, CancellationToken ct)
    {
        try
        {
            await step();
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            SiloLog.HoursNotShown(log, e);
        }
    }
}
