using JmaActors.Demonstration;
using JmaActors.Training;

namespace JmaActors.Composition;

/// <summary>Plays seminars one after the other in real time: those who came before now arrive quickly, the others at their hour.</summary>
public sealed class LiveDay(IGrainFactory grains, SiloSettings settings, TimeProvider time, ILogger<LiveDay> log)
{
    const int People = 1_200;

    /// <summary>Taps in one step while the hall fills, and the pause between steps.</summary>
    const int Burst = 12;
    static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);
    static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    public async Task Run(CancellationToken ct)
    {
        for (var round = 1; ; round++)
        {
            try
            {
                await Play(round, ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                SiloLog.LiveFailed(log, e);
                await Task.Delay(AfterFailure, time, ct);
            }
        }
    }

    async Task Play(int round, CancellationToken ct)
    {
        var seminar = DemonstrationSeminar.Running(DemonstrationSeminar.DefaultHost, time.GetUtcNow(), $"LIVE{round % 1000}");
        var program = grains.GetGrain<ITrainingProgramGrain>(seminar.Id.Code);
        await DemonstrationApproval.Run(program, seminar, ct);
        Console.WriteLine($"Live: {settings.Urls[0].Replace("127.0.0.1", "localhost", StringComparison.Ordinal)}/seminars/{seminar.Session}");
        var session = grains.GetGrain<ISessionGrain>(seminar.Session.Code);
        var cards = Enumerable.Range(1, Math.Min(People, settings.Population)).Select(DemonstrationPopulation.Card).ToList();
        var taps = new Queue<TapCard>(DemonstrationDoor.Taps(seminar.Command, seminar.Session, cards, (ulong)round));
        while (taps.TryPeek(out var next))
        {
            var now = time.GetUtcNow();
            if (next.At > now)
            {
                await Task.Delay(next.At - now < Step ? next.At - now : Step, time, ct);
                continue;
            }
            var batch = new List<TapCard>(Burst);
            while (batch.Count < Burst && taps.TryPeek(out next) && next.At <= now) batch.Add(taps.Dequeue());
            await session.TapBatch(batch.ToArray().AsImmutable(), ct);
            await Task.Delay(Step, time, ct);
        }
        await session.Close(Caller.System, ct);
        for (var over = seminar.Command.Talks[^1].End; time.GetUtcNow() < over;) await Task.Delay(Step, time, ct);
        await session.Confirm(Caller.System, ct);
    }
}
