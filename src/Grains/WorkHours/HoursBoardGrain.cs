using JmaActors.Associations;
using JmaActors.Live;
using JmaActors.Policies;
using JmaActors.Time;
using Microsoft.Extensions.Logging;

namespace JmaActors.WorkHours;

/// <summary>A region's board of working hours; see <see cref="IHoursBoardGrain"/>. Counts as boards of offices do: only while somebody looks, with pauses.</summary>
[GrainType("hours-board"), ImplicitStreamSubscription(ChangeStreams.Hours)]
sealed class HoursBoardGrain : BoardGrain<HoursPicture>, IHoursBoardGrain
{
    readonly IWorkHoursIndex index;
    readonly AssociationNames names;
    readonly PolicyBook book;
    readonly AssociationId me;
    readonly PacedWork counting;
    HoursPicture? counted;
    IReadOnlyDictionary<DateOnly, (int Near, int Over)> trend = new Dictionary<DateOnly, (int, int)>();
    DateTimeOffset trendAt = DateTimeOffset.MinValue;
    bool old = true;

    public HoursBoardGrain(IWorkHoursIndex index, AssociationNames names, PolicyBook book, TimeProvider time, ILogger<HoursBoardGrain> log)
        : base("work-hours/", time, log)
    {
        (this.index, this.names, this.book, me) = (index, names, book, new AssociationId(this.GetPrimaryKeyString()));
        counting = new PacedWork(CountAndShow, e => DutyBoardLog.CountFailed(log, e, me.Code));
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        this.RegisterGrainTimer(Check, new GrainTimerCreationOptions(HoursBoardLimits.CheckEvery, HoursBoardLimits.CheckEvery) { Interleave = true });
        return Task.CompletedTask;
    }

    public override Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct)
    {
        if (!Canvas.Watched) Age();
        return base.Watch(observer, since, ct);
    }

    public async Task<HoursPicture> Figures(CancellationToken ct) => old || counted is null || Time.GetUtcNow() - counted.AsOf >= HoursBoardLimits.Believed ? await Count(ct) : counted;

    protected override Task Hinted(ChangeHint hint)
    {
        if (Canvas.Watched) counting.Ask(HoursBoardLimits.Pause);
        else Age();
        return Task.CompletedTask;
    }

    protected override async ValueTask<HoursPicture?> Draw() => old || counted is null ? await Count(CancellationToken.None) : counted;

    void Age()
    {
        old = true;
        Canvas.Hint();
    }

    Task Check(CancellationToken ct)
    {
        if (Canvas.Watched) counting.Ask(HoursBoardLimits.Pause);
        return Task.CompletedTask;
    }

    async Task CountAndShow()
    {
        await Count(CancellationToken.None);
        Canvas.Hint();
    }

    async Task<HoursPicture> Count(CancellationToken ct)
    {
        var (begun, prefecture) = (Time.GetUtcNow(), me == AssociationId.Jma ? (AssociationId?)null : me);
        var (today, policy) = (Tokyo.DateOf(begun), book.Work(Tokyo.DateOf(begun)));
        old = false;
        try
        {
            var count = await index.Count(prefecture, today, policy, ct);
            if (begun - trendAt >= HoursBoardLimits.TrendBelieved) (trend, trendAt) = (await index.Trend(prefecture, today, policy, ct), begun);
            var known = await names.All(ct);
            var picture = HoursPictures.Of(me, count, trend, code => known.TryGetValue(code, out var line) ? line.Name : code, begun, policy);
            // Of two counts side by side the later one stays.
            if (counted is null || begun >= counted.AsOf) counted = picture;
            return counted;
        }
        catch (Exception)
        {
            old = true;
            throw;
        }
    }
}
