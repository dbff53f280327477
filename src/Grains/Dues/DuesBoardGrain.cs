using JmaActors.Associations;
using JmaActors.Journal;
using JmaActors.Live;
using JmaActors.Time;
using Microsoft.Extensions.Logging;

namespace JmaActors.Dues;

/// <summary>
/// Live figures of dues; see <see cref="IDuesBoardGrain"/>. A local board adds up its books when it is hinted at and reports to its prefecture, which reports to the national one, always in absolute figures:
/// what is lost, repeated or late does no harm. While somebody watches, the books are compared with what is shown now and then, which also finds what a new day made overdue.
/// </summary>
[GrainType("dues-board"), ImplicitStreamSubscription(ChangeStreams.Dues)]
sealed class DuesBoardGrain : BoardGrain<DuesPicture>, IDuesBoardGrain
{
    /// <summary>How often what is watched is compared with the books, and how long figures are believed that nobody watched.</summary>
    static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(60);

    /// <summary>Longest pause between counts while a yearly run goes on; the feed paces those already.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(800);

    /// <summary>How long a difference may be on its way as a hint or a report before it is one.</summary>
    static readonly TimeSpan OnItsWay = TimeSpan.FromSeconds(1);

    /// <summary>Longest pause between reports to the layer above.</summary>
    static readonly TimeSpan ReportPause = TimeSpan.FromMilliseconds(400);

    readonly IDuesTallies tallies;
    readonly AssociationNames names;
    readonly ILogger log;
    readonly DuesRunId me;
    readonly Tally<DuesFigures> tally;
    readonly PacedWork counting;
    readonly PacedWork climbing;
    readonly long epoch;
    DuesFigures? reported;
    DuesCheck check;
    DateTimeOffset asOf, counted;
    long reports, heard;

    public DuesBoardGrain(IDuesTallies tallies, AssociationNames names, TimeProvider time, ILogger<DuesBoardGrain> log)
        : base("dues/", time, log)
    {
        if (!DuesRunId.TryParse(this.GetPrimaryKeyString(), out me)) throw new ArgumentException($"'{this.GetPrimaryKeyString()}' names no board of dues.");
        (this.tallies, this.names, this.log, tally) = (tallies, names, log, new Tally<DuesFigures>(me.Association));
        (asOf, epoch) = (time.GetUtcNow(), time.GetUtcNow().UtcTicks);
        check = new DuesCheck(asOf, true, 0, null);
        counting = new PacedWork(() => Count(CancellationToken.None), Failed);
        climbing = new PacedWork(Climb, Failed);
    }

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Count(cancellationToken);
        this.RegisterGrainTimer(_ => Canvas.Watched ? Compare(CancellationToken.None) : Task.CompletedTask, new GrainTimerCreationOptions(CheckEvery, CheckEvery) { Interleave = true });
    }

    public Task Report(AssociationId child, DuesFigures figures, FigureVersion version)
    {
        heard++;
        if (tally.Take(child, figures, version)) Changed();
        return Task.CompletedTask;
    }

    public override async Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct)
    {
        if (!Canvas.Watched) await Believed(ct);
        return await base.Watch(observer, since, ct);
    }

    public async Task<DuesPicture> Figures(CancellationToken ct)
    {
        await Believed(ct);
        return await Picture(ct);
    }

    public async Task<DuesPicture> Check(CancellationToken ct)
    {
        await Compare(ct);
        return await Picture(ct);
    }

    protected override Task Hinted(ChangeHint hint)
    {
        heard++;
        counting.Ask(Pause);
        return Task.CompletedTask;
    }

    protected override async ValueTask<DuesPicture?> Draw() => await Picture(CancellationToken.None);

    async Task<DuesPicture> Picture(CancellationToken ct) => DuesBoardDrawing.Picture(me, await names.All(ct), tally, check, asOf);

    /// <summary>What nobody watched may be of yesterday.</summary>
    async Task Believed(CancellationToken ct)
    {
        if (Time.GetUtcNow() - counted >= CheckEvery) await Count(ct);
    }

    /// <summary>Compares what is shown with the books, says so and mends it. What a part reports meanwhile is newer than what was read, and no difference.</summary>
    async Task Compare(CancellationToken ct)
    {
        var (before, known, today) = (tally.Total, heard, Tokyo.DateOf(counted));
        var differs = await Count(ct);
        var (after, now) = (tally.Total, Time.GetUtcNow());
        if (differs) await Task.Delay(OnItsWay, Time, ct);
        // What became overdue with a new day only time has moved; of what comes a moment later word was on its way.
        if (differs && heard == known && today == Tokyo.DateOf(now))
        {
            check = new DuesCheck(now, false, before.All.Paid - after.All.Paid, now);
            DuesLog.BoardMended(log, me.Text);
        }
        else check = check with { At = now, Agrees = true };
        Canvas.Hint();
    }

    async Task<bool> Count(CancellationToken ct)
    {
        var (count, association) = (tally.Begin(), me.Association);
        var prefecture = association.Layer == AssociationLayer.Prefecture ? association.Code : null;
        var local = association.Layer == AssociationLayer.Local ? association.Code : null;
        var now = Time.GetUtcNow();
        var changed = tally.Apply(count, await tallies.ByLocal(me.Year, prefecture, local, Tokyo.DateOf(now), ct).OrTryAgain());
        counted = now;
        if (changed) Changed();
        else if (reported != tally.Total) climbing.Ask(ReportPause);
        return changed;
    }

    void Changed()
    {
        asOf = Time.GetUtcNow();
        Canvas.Hint();
        climbing.Ask(ReportPause);
    }

    async Task Climb()
    {
        if (me.Association.Parent is not { } parent || reported == tally.Total) return;
        var figures = tally.Total;
        await GrainFactory.GetGrain<IDuesBoardGrain>(new DuesRunId(parent, me.Year).Text).Report(me.Association, figures, new FigureVersion(epoch, ++reports));
        reported = figures;
    }

    void Failed(Exception e) => DuesLog.BoardFailed(log, e, me.Text);
}
