using JmaActors.Benefits;
using JmaActors.Live;

namespace JmaActors.WorkHours;

/// <summary>The three questions, and the picture of those who watch.</summary>
sealed partial class WorkHoursGrain
{
    /// <summary>How often the picture is looked at anew although nothing was recorded: hours that run grow, rest ends, a day begins.</summary>
    static readonly TimeSpan Aging = TimeSpan.FromSeconds(30);

    // Made when somebody watches: most ledgers are awake without being looked at.
    BoardCanvas<MemberHoursPicture>? canvas;
    IGrainTimer? aging;

    public Task<Verdict> MayI(DateOnly on, Caller caller, CancellationToken ct) => Durable(HoursCards.MayI(Reading(on)));

    public Task<Standing> WhereDoIStand(DateOnly on, Caller caller, CancellationToken ct) => Durable(HoursCards.Card(Reading(on)));

    public Task<NextSteps> WhatNext(DateOnly on, Caller caller, CancellationToken ct) => Durable(HoursCards.Next(Reading(on)));

    public Task<Counted> WhatCounts(DateOnly on, Caller caller, CancellationToken ct) => Durable(HoursCountRules.Of(Reading(on)));

    public Task<MemberHoursPicture> Picture(Caller caller, CancellationToken ct) => Durable(Drawn());

    public Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct)
    {
        canvas ??= new BoardCanvas<MemberHoursPicture>($"member/{Me}/hours", Services.Time, async () => await Durable(Drawn()), Services.Log);
        aging ??= this.RegisterGrainTimer(Age, new GrainTimerCreationOptions(Aging, Aging) { Interleave = true });
        return canvas.Watch(observer, since);
    }

    public Task Unwatch(IBoardObserver observer, CancellationToken ct)
    {
        canvas?.Unwatch(observer);
        return Task.CompletedTask;
    }

    Task Age(CancellationToken ct)
    {
        canvas!.Hint();
        if (canvas.Watched) return Task.CompletedTask;
        aging?.Dispose();
        aging = null;
        return Task.CompletedTask;
    }

    MemberHoursPicture Drawn()
    {
        var reading = Reading(at: null);
        return new MemberHoursPicture(
            $"{Me}", Version, WorkHoursAnswers.View(Me, reading), reading.Resting(), reading.Next(),
            CurveRules.Of(reading.Review, reading.Tables.Worked, reading.Tables.Expected, WorkMinute.DayOf(reading.AsOf), reading.Policy));
    }

    /// <summary>Judged now, or at a moment before.</summary>
    HoursReading Reading(DateTimeOffset? at) => HoursReading.Of(State, WorkMinute.UpTo(at is { } past && past < Now ? past : Now), ledger.Book);

    HoursReading Reading(DateOnly on) => HoursReading.Of(State, on, Now, ledger.Book);
}
