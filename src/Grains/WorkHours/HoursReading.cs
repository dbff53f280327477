using JmaActors.Policies;
using JmaActors.Time;

namespace JmaActors.WorkHours;

/// <summary>A ledger judged at a minute: the facts, the tables of hours and all that follows from them, computed once for whoever shows it.</summary>
/// <param name="AsOf">The civil minute judged at.</param>
sealed record HoursReading(WorkHoursState State, int AsOf, WorkCase Facts, Tables Tables, WorkReview Review, WorkPolicy Policy)
{
    /// <summary>The day judged.</summary>
    public DateOnly On => WorkMinute.DateOf(AsOf);

    /// <summary>The month that stands worst, which a card shows; null before any employment.</summary>
    public MonthStanding? Month => Review.Months.MaxBy(m => (m.Minutes, m.ExpectedMinutes));

    /// <summary>Judges at a minute, not before the first policy.</summary>
    public static HoursReading Of(WorkHoursState state, int asOf, PolicyBook book)
    {
        asOf = Math.Max(asOf, WorkMinute.Of(book.Work(default).From));
        return Of(state, asOf, book.Work(WorkMinute.DateOf(asOf)));
    }

    /// <summary>Judges at a minute by the policy of its date.</summary>
    public static HoursReading Of(WorkHoursState state, int asOf, WorkPolicy policy)
    {
        var facts = WorkCases.Of(state, asOf);
        var today = WorkMinute.DayOf(asOf);
        var tables = Tables.Of(facts, new DaySpan(today, today), policy);
        return new HoursReading(state, asOf, facts, tables, ReviewRules.Of(facts, tables.Worked, tables.Expected, policy), policy);
    }

    /// <summary>Judges at the end of a date, or now while that is not over.</summary>
    public static HoursReading Of(WorkHoursState state, DateOnly on, DateTimeOffset now, PolicyBook book) =>
        Of(state, on < Tokyo.DateOf(now) && WorkMinute.Fits(on) ? WorkMinute.Of(on) + WorkMinute.Day : WorkMinute.UpTo(now), book);

    /// <summary>Rest after the last work; null while work runs and before any.</summary>
    public RestRunning? Resting()
    {
        if (State.Records.Any(r => r is { To: null, Stands: true }) || WorkHoursViews.LastOut(State, AsOf) is not { } since) return null;
        var end = WorkMinute.Of(since);
        var window = Review.Windows.LastOrDefault(w => w.Start <= end);
        var way = window?.Way ?? Policy.RestWays[0];
        return new RestRunning(WorkMinute.Instant(end), WorkMinute.Instant(end + way.Rest), way.Rest, way.Rule, window?.Force);
    }

    /// <summary>The next planned shift that is work, at one workplace or at any; null when none is planned.</summary>
    public PlannedLine? Next(WorkplaceId? at = null) =>
        State.Shifts.FirstOrDefault(s => s.Shift.From >= AsOf && (at is null || s.Workplace == at.Value.Code) && s.Shift.Kind is not (HoursKind.Break or HoursKind.Leave or HoursKind.CompensatoryRest)) is { } next ? WorkHoursAnswers.Planned(next) : null;
}
