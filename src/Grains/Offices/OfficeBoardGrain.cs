using JmaActors.Associations;
using JmaActors.Live;
using JmaActors.Time;
using Microsoft.Extensions.Logging;

namespace JmaActors.Offices;

/// <summary>
/// What waits in an office; see <see cref="IOfficeBoardGrain"/>. While nobody watches, a hint only says that the figures are old; the first who looks has them
/// counted. While somebody watches, hints are counted with pauses, and a slow check makes good what was lost and what a new day made late.
/// </summary>
[GrainType("office-board"), ImplicitStreamSubscription(ChangeStreams.Offices)]
sealed class OfficeBoardGrain : BoardGrain<OfficePicture>, IOfficeBoardGrain
{
    readonly IReadOnlyList<IOfficeWork> works;
    readonly AssociationId me;
    readonly PacedWork counting;
    IReadOnlyDictionary<string, WorkWaiting> waiting = new SortedDictionary<string, WorkWaiting>();
    DateTimeOffset counted = DateTimeOffset.MinValue;
    bool old = true;
    long moved;

    public OfficeBoardGrain(IEnumerable<IOfficeWork> works, TimeProvider time, ILogger<OfficeBoardGrain> log)
        : base("office/", time, log)
    {
        (this.works, me) = ([.. works], new AssociationId(this.GetPrimaryKeyString()));
        counting = new PacedWork(CountAndShow, e => OfficeLog.CountFailed(log, e, me.Code));
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        this.RegisterGrainTimer(Check, new GrainTimerCreationOptions(OfficeLimits.CheckEvery, OfficeLimits.CheckEvery) { Interleave = true });
        return Task.CompletedTask;
    }

    public override Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct)
    {
        // Nothing was counted while nobody looked, and a hint of that time may be lost.
        if (!Canvas.Watched) Age();
        return base.Watch(observer, since, ct);
    }

    public async Task<OfficePicture> Waiting(CancellationToken ct)
    {
        if (old || Time.GetUtcNow() - counted >= OfficeLimits.Believed) await Count(ct);
        return Picture();
    }

    protected override Task Hinted(ChangeHint hint)
    {
        moved++;
        if (Canvas.Watched) counting.Ask(OfficeLimits.Pause);
        else Age();
        return Task.CompletedTask;
    }

    protected override async ValueTask<OfficePicture?> Draw()
    {
        if (old) await Count(CancellationToken.None);
        return Picture();
    }

    OfficePicture Picture() => new(me.Code, waiting, moved);

    void Age()
    {
        old = true;
        Canvas.Hint();
    }

    Task Check(CancellationToken ct)
    {
        if (Canvas.Watched) counting.Ask(OfficeLimits.Pause);
        return Task.CompletedTask;
    }

    async Task CountAndShow()
    {
        await Count(CancellationToken.None);
        Canvas.Hint();
    }

    async Task Count(CancellationToken ct)
    {
        var (begun, found) = (Time.GetUtcNow(), new SortedDictionary<string, WorkWaiting>(StringComparer.Ordinal));
        old = false;
        try
        {
            foreach (var work in works) found[work.Name] = await work.Count(me, Tokyo.DateOf(begun), ct);
        }
        catch (Exception)
        {
            old = true;
            throw;
        }
        // Of two counts side by side the later one stays.
        if (begun >= counted) (waiting, counted) = (found, begun);
    }
}
