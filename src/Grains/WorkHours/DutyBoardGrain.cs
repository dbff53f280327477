using JmaActors.Live;
using JmaActors.Members;
using JmaActors.Policies;
using JmaActors.Time;
using Microsoft.Extensions.Logging;

namespace JmaActors.WorkHours;

/// <summary>
/// A workplace's duty board; see <see cref="IDutyBoardGrain"/>. While nobody watches, a hint only says that the lines are old. While somebody does, hints bring the lines
/// that changed, a slow check reads all again, and lines that time alone moves (work that runs, a month that ended) are asked of their ledgers.
/// </summary>
[GrainType("duty-board"), ImplicitStreamSubscription(ChangeStreams.Workplaces)]
sealed class DutyBoardGrain : BoardGrain<DutyPicture>, IDutyBoardGrain
{
    readonly IWorkHoursIndex index;
    readonly DutyPeople people;
    readonly PolicyBook book;
    readonly WorkplaceId me;
    readonly ILogger log;
    readonly DutyLines lines = new();
    WorkplaceView? workplace;
    bool old = true;
    bool refreshing;

    public DutyBoardGrain(IWorkHoursIndex index, IMemberDirectory members, PolicyBook book, TimeProvider time, ILogger<DutyBoardGrain> log)
        : base("workplace/", time, log)
    {
        (this.index, this.book, this.log, me) = (index, book, log, new WorkplaceId(this.GetPrimaryKeyString()));
        people = new DutyPeople(members, GrainFactory);
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        this.RegisterGrainTimer(Check, new GrainTimerCreationOptions(HoursBoardLimits.DutyCheckEvery, HoursBoardLimits.DutyCheckEvery) { Interleave = true });
        return Task.CompletedTask;
    }

    public override Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct)
    {
        // Nothing was kept up while nobody looked, and a hint of that time may be lost.
        if (!Canvas.Watched) Age();
        return base.Watch(observer, since, ct);
    }

    protected override Task Hinted(ChangeHint hint)
    {
        if (hint.Lines is null || !Canvas.Watched) old = true;
        else
        {
            foreach (var line in hint.Lines) lines.Put(line);
            foreach (var on in hint.On ?? []) lines.Put(on);
        }
        Canvas.Hint();
        return Task.CompletedTask;
    }

    protected override async ValueTask<DutyPicture?> Draw()
    {
        if (old) await Load(CancellationToken.None);
        if (workplace is null) return null;
        await people.Know(lines.All.Keys, CancellationToken.None);
        var here = lines.All.Where(l => !people.Left(l.Key)).ToList();
        var policy = book.Work(Tokyo.Today(Time));
        return new DutyPicture(
            me.Code, workplace.Name, workplace.Departments, new DutyThresholds(policy.Fatigue.Check, policy.Month, policy.Measures, policy.NearPercent), DutyRules.Totals([.. here.Select(l => l.Value)], policy),
            here.OrderBy(l => l.Key).ToDictionary(l => new MemberId(l.Key).ToString(), l => people.Of(l.Value, policy), StringComparer.Ordinal));
    }

    void Age()
    {
        old = true;
        Canvas.Hint();
    }

    async Task Load(CancellationToken ct)
    {
        old = false;
        try
        {
            var grain = GrainFactory.GetGrain<IWorkplaceGrain>(me.Code);
            workplace = await grain.Read(Caller.System, ct);
            await people.Load(grain, Tokyo.Today(Time), ct);
            var (before, read) = (lines.All.ToDictionary(), new HashSet<long>());
            string? after = null;
            do
            {
                var page = await index.Duty(me, after, WorkHoursLimits.Page, ct);
                foreach (var line in page.Lines)
                {
                    lines.Put(line);
                    read.Add(line.Member.Number);
                }
                after = page.Next;
            }
            while (after is not null && read.Count < WorkHoursLimits.Physicians);
            lines.Keep(before, read);
        }
        catch (Exception)
        {
            old = true;
            throw;
        }
    }

    async Task Check(CancellationToken ct)
    {
        if (!Canvas.Watched || refreshing) return;
        refreshing = true;
        try
        {
            await Refresh(ct);
        }
        catch (Exception e)
        {
            DutyBoardLog.RefreshFailed(log, e, me.Code);
        }
        finally
        {
            refreshing = false;
        }
        Age();
    }

    /// <summary>Lines that time alone has moved are asked of their ledgers.</summary>
    async Task Refresh(CancellationToken ct)
    {
        var (now, today) = (Time.GetUtcNow(), Tokyo.Today(Time));
        foreach (var line in lines.All.Values.Where(l => (l.OnSince is not null && now - l.AsOf >= HoursBoardLimits.LineBelieved) || Tokyo.DateOf(l.AsOf) < today).Take(HoursBoardLimits.LinesAtOnce).ToList())
        {
            if (await GrainFactory.GetGrain<IWorkHoursGrain>(line.Member.Number).Line(me, ct) is { } fresh) lines.Put(fresh);
        }
    }
}
