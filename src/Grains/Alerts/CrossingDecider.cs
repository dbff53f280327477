using JmaActors.Ledgers;
using JmaActors.Policies;
using JmaActors.Time;
using JmaActors.WorkHours;
using Decision = JmaActors.Ledgers.Decision<JmaActors.WorkHours.WorkHoursEvent>;

namespace JmaActors.Alerts;

/// <summary>What of the crossings of a physician is told whom. Pure.</summary>
static class CrossingDecider
{
    /// <summary>Keeps what was crossed and not told, so that it is told once.</summary>
    public static Decision Cross(WorkHoursState state, PolicyBook book, Deciding deciding)
    {
        if (state.Counting.Employments.Count == 0) return Decision.Nothing();
        var (asOf, on) = (WorkMinute.UpTo(deciding.Now), Tokyo.DateOf(deciding.Now));
        var policy = book.Alerts(on);
        var crossings = New(state, ReviewRules.Of(WorkCases.Of(state.Counting, asOf), book.Work(on)), asOf, book.Work(on), policy);
        return crossings.Count == 0 ? Decision.Nothing() : Decision.Event(new HoursCrossed(crossings), edition: policy.Edition);
    }

    /// <summary>Whether there is anything to tell.</summary>
    public static bool Untold(WorkHoursState state, WorkReview review, int asOf, WorkPolicy work, AlertPolicy policy) =>
        CrossingRules.Of(review, asOf, work, policy).Any(c => !state.Told(c.Key));

    /// <summary>To the physician, and to the duty managers and interviewers of each workplace that employs her by its own word.</summary>
    public static void Tell(long member, WorkHoursState state, HoursCrossed crossed, DateOnly on, ParcelSink parcels)
    {
        Send(AlertBoxId.Of(new MemberId(member)), crossed.Crossings);
        foreach (var employment in state.Counting.Employments.Where(e => !e.Reported && e.HoldsOn(on)))
        {
            var workplace = new WorkplaceId(employment.Workplace);
            // The limit inside another institution is that one's.
            var here = crossed.Crossings.Where(c => c.Place.Length == 0 || c.Place == employment.Workplace).ToList();
            Send(AlertBoxId.Of(workplace), here);
            Send(AlertBoxId.OfInterviewers(workplace), [.. here.Where(c => c.Kind is AlertKind.MonthReached or AlertKind.MonthExpected or AlertKind.InterviewDue)]);
        }

        void Send(AlertBoxId box, IReadOnlyList<Crossing> crossings)
        {
            if (crossings.Count > 0) parcels.Send(LedgerNames.Name(AlertBoxLedger.Name, box.Text), AlertBoxLedger.ToldParcel, new CrossingsTold(member, crossings), AlertBoxJson.Default.CrossingsTold);
        }
    }

    static IReadOnlyList<Crossing> New(WorkHoursState state, WorkReview review, int asOf, WorkPolicy work, AlertPolicy policy) =>
        CrossingRules.New(CrossingRules.Of(review, asOf, work, policy), state.Told);
}
