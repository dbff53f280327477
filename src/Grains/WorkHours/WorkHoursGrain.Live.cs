using JmaActors.Benefits;
using JmaActors.Live;

namespace JmaActors.WorkHours;

/// <summary>The three questions, and the picture of those who watch.</summary>
sealed partial class WorkHoursGrain
{
    /// <summary>How often the picture is looked at anew although nothing was recorded: hours that run grow, rest ends, a day begins.</summary>
    static readonly TimeSpan Aging = TimeSpan.FromSeconds(30);

    // Made when somebody watches, for each workplace its own and one of the whole (""): most ledgers are awake without being looked at.
    Dictionary<string, BoardCanvas<MemberHoursPicture>>? canvases;
    IGrainTimer? aging;

    public Task<Verdict> MayI(DateOnly on, Caller caller, CancellationToken ct) => Durable(HoursCards.MayI(Reading(on)));

    public Task<Standing> WhereDoIStand(DateOnly on, Caller caller, CancellationToken ct) => Durable(HoursCards.Card(Reading(on)));

    public Task<NextSteps> WhatNext(DateOnly on, Caller caller, CancellationToken ct) => Durable(HoursCards.Next(Reading(on)));

    public Task<Counted> WhatCounts(DateOnly on, Caller caller, CancellationToken ct) => Durable(HoursCountRules.Of(Reading(on)));

    public Task<MemberHoursPicture> Picture(Caller caller, CancellationToken ct) => Led?.Picture(caller, ct) ?? Durable(Drawn(HoursSight.Of(caller)));

    public Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct) => Led?.Watch(observer, since, ct) ?? Canvas(null).Watch(observer, since);

    public Task<WatchAnswer> WatchAt(WorkplaceId workplace, IBoardObserver observer, BoardVersion? since, CancellationToken ct) => Led?.WatchAt(workplace, observer, since, ct) ?? Canvas(workplace).Watch(observer, since);

    public Task Unwatch(IBoardObserver observer, CancellationToken ct) => Unwatched(null, observer, ct);

    public Task UnwatchAt(WorkplaceId workplace, IBoardObserver observer, CancellationToken ct) => Unwatched(workplace, observer, ct);

    Task Unwatched(WorkplaceId? at, IBoardObserver observer, CancellationToken ct)
    {
        canvases?.GetValueOrDefault(at?.Code ?? "")?.Unwatch(observer);
        return Led is not { } led ? Task.CompletedTask : at is { } own ? led.UnwatchAt(own, observer, ct) : led.Unwatch(observer, ct);
    }

    BoardCanvas<MemberHoursPicture> Canvas(WorkplaceId? at)
    {
        canvases ??= new(StringComparer.Ordinal);
        aging ??= this.RegisterGrainTimer(Age, new GrainTimerCreationOptions(Aging, Aging) { Interleave = true });
        var own = at?.Code ?? "";
        if (!canvases.TryGetValue(own, out var canvas))
            canvases.Add(own, canvas = new BoardCanvas<MemberHoursPicture>(own.Length == 0 ? $"member/{Me}/hours" : $"member/{Me}/hours/{own}", Services.Time, async () => await Durable(Drawn(at)), Services.Log));
        return canvas;
    }

    /// <summary>Without a watcher only an event after which something is to be told is followed by another: a clock-in mostly is not.</summary>
    protected override bool Follows => canvases is not null || State.Untold;

    protected override void Committed()
    {
        Hint();
        if (State.Untold) Cross(CancellationToken.None).Ignore();
    }

    Task Age(CancellationToken ct)
    {
        Hint();
        if (canvases!.Values.Any(c => c.Watched)) return Task.CompletedTask;
        aging?.Dispose();
        aging = null;
        return Task.CompletedTask;
    }

    void Hint()
    {
        if (canvases is null) return;
        foreach (var canvas in canvases.Values) canvas.Hint();
    }

    MemberHoursPicture Drawn(WorkplaceId? at)
    {
        var reading = Reading(at: null);
        var whole = new MemberHoursPicture(
            $"{Me}", Version, WorkHoursAnswers.View(Me, reading), reading.Resting(), reading.Next(),
            CurveRules.Of(reading.Review, reading.Tables.Worked, reading.Tables.Expected, WorkMinute.DayOf(reading.AsOf), reading.Policy));
        return HoursSight.Picture(whole, reading, at);
    }

    /// <summary>Judged now, or at a moment before.</summary>
    HoursReading Reading(DateTimeOffset? at) => HoursReading.Of(State.Counting, WorkMinute.UpTo(at is { } past && past < Now ? past : Now), ledger.Book);

    HoursReading Reading(DateOnly on) => HoursReading.Of(State.Counting, on, Now, ledger.Book);
}
