using JmaActors.Live;
using JmaActors.Time;
using Microsoft.Extensions.Logging;

namespace JmaActors.Associations;

/// <summary>
/// Live tallies of an association; see <see cref="IAssociationBoardGrain"/>. A local board counts its people again when it is hinted at and reports to its
/// prefecture, which reports to the national one. A board awake reads its figures from the views, so a report lost while it slept is no loss;
/// one lost while it was awake is made good by the periodic check.
/// </summary>
[GrainType("association-board"), ImplicitStreamSubscription(ChangeStreams.Associations)]
sealed class AssociationBoardGrain : BoardGrain<AssociationPicture>, IAssociationBoardGrain
{
    /// <summary>How often a board awake counts again from the views.</summary>
    static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(60);

    /// <summary>Longest pause between counts while people move in bulk: each asks the database for all of a local association.</summary>
    static readonly TimeSpan BulkPause = TimeSpan.FromSeconds(4);

    /// <summary>Longest pause between counts while credits flow; the feed paces those already.</summary>
    static readonly TimeSpan CreditPause = TimeSpan.FromMilliseconds(800);

    /// <summary>Longest pause between reports to the parent.</summary>
    static readonly TimeSpan ReportPause = TimeSpan.FromMilliseconds(400);

    readonly IAssociationTallies tallies;
    readonly LocalTallies locals;
    readonly AssociationNames names;
    readonly ILogger log;
    readonly AssociationId me;
    readonly Tally<AssociationFigures> tally;
    readonly PacedWork counting;
    readonly PacedWork climbing;
    readonly long epoch;
    AssociationFigures? reported;
    DateTimeOffset asOf;
    long reports;

    public AssociationBoardGrain(IAssociationTallies tallies, LocalTallies locals, AssociationNames names, TimeProvider time, ILogger<AssociationBoardGrain> log)
        : base("association/", time, log)
    {
        (this.tallies, this.locals, this.names, this.log, me) = (tallies, locals, names, log, new AssociationId(this.GetPrimaryKeyString()));
        (tally, asOf, epoch) = (new Tally<AssociationFigures>(me), time.GetUtcNow(), time.GetUtcNow().UtcTicks);
        counting = new PacedWork(() => Count(CancellationToken.None), Failed);
        climbing = new PacedWork(Climb, Failed);
    }

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Count(cancellationToken);
        var jitter = CheckEvery * ((uint)me.Code.Aggregate(17, static (hash, c) => hash * 31 + c) % 1000 / 1000.0);
        this.RegisterGrainTimer(Check, new GrainTimerCreationOptions(jitter + CheckEvery / 2, CheckEvery) { Interleave = true });
    }

    public Task Report(AssociationId child, AssociationFigures figures, FigureVersion version)
    {
        if (tally.Take(child, figures, version)) Changed();
        return Task.CompletedTask;
    }

    public Task<AssociationFigures> Figures(CancellationToken ct) => Task.FromResult(tally.Total);

    public async Task<Recount> Recount(CancellationToken ct)
    {
        var before = tally.Total;
        await Count(ct);
        return new Recount(before == tally.Total, before, tally.Total);
    }

    protected override Task Hinted(ChangeHint hint)
    {
        if (me.Layer == AssociationLayer.Local) counting.Ask(hint.What == TouchedWhat.Members ? BulkPause : CreditPause);
        else Canvas.Hint();
        return Task.CompletedTask;
    }

    protected override async ValueTask<AssociationPicture?> Draw()
    {
        var known = await names.All(CancellationToken.None);
        if (!known.TryGetValue(me.Code, out var line) && tally.Total == AssociationFigures.Zero) return null;
        var children = new SortedDictionary<string, AssociationChild>(StringComparer.Ordinal);
        foreach (var code in known.Keys.Concat(tally.Parts))
        {
            if (code != me.Code && new AssociationId(code).Parent == me) children[code] = new AssociationChild(known.GetValueOrDefault(code)?.Name ?? code, tally.Of(code));
        }
        return new AssociationPicture(me.Code, line?.Name ?? me.Code, line?.Phone ?? "", tally.Total, children, asOf);
    }

    async Task Count(CancellationToken ct)
    {
        var count = tally.Begin();
        if (tally.Apply(count, await Counted(ct))) Changed();
        else if (reported != tally.Total) climbing.Ask(ReportPause);
    }

    async Task<IReadOnlyDictionary<string, AssociationFigures>> Counted(CancellationToken ct)
    {
        if (me.Layer != AssociationLayer.Local)
            return await tallies.ByLocal(me.Layer == AssociationLayer.Prefecture ? me.Code : null, null, Tokyo.FiscalYearOf(Time.GetUtcNow()).Year, ct);
        return await locals.Of(me.Code, ct) is { } figures ? new Dictionary<string, AssociationFigures>(StringComparer.Ordinal) { [me.Code] = figures } : [];
    }

    async Task Check(CancellationToken ct)
    {
        var before = tally.Total;
        await Count(ct);
        if (before != tally.Total) AssociationLog.BoardHealed(log, me.Code);
    }

    void Changed()
    {
        asOf = Time.GetUtcNow();
        Canvas.Hint();
        climbing.Ask(ReportPause);
    }

    async Task Climb()
    {
        if (me.Parent is not { } parent || reported == tally.Total) return;
        var figures = tally.Total;
        await GrainFactory.GetGrain<IAssociationBoardGrain>(parent.Code).Report(me, figures, new FigureVersion(epoch, ++reports));
        reported = figures;
    }

    void Failed(Exception e) => AssociationLog.BoardFailed(log, e, me.Code);
}
