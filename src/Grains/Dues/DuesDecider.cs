using Decision = JmaActors.Ledgers.Decision<JmaActors.Dues.DuesEvent>;
using JmaActors.Ledgers;
using JmaActors.Time;

namespace JmaActors.Dues;

/// <summary>What becomes of what a person owes. Pure. Money is decided by <see cref="DuesMoneyDecider"/>.</summary>
public static class DuesDecider
{
    /// <summary>The record was read before it changed again: the caller reads it anew and asks once more.</summary>
    public const string Stale = "moved";

    /// <summary>Records what differs from what was reckoned before, and sends the statement when asked to, also one of nothing.</summary>
    public static Decision Assess(DuesState state, PreparedDues<AssessDues> prepared, Deciding deciding)
    {
        var (command, today) = (prepared.Command, Tokyo.DateOf(deciding.Now));
        if (Unfit(state, prepared.Read) is { } unfit) return Decision.Refuse(unfit);
        var policy = prepared.Policies(command.Year);
        if (command.Year.Year > FiscalYear.Of(today).Year + DuesLimits.YearsAhead || command.Year.FirstDay < policy.From)
            return Decision.Refuse("bad-year", "", $"Dues are reckoned from {policy.From:yyyy-MM-dd} on and at most a year ahead.");
        List<DuesEvent> events = [];
        if (DuesReckoning.Differs(state, command.Year, prepared.Read.Version, prepared.Policies, prepared.Read.Person! with { Reductions = state.Reductions }, today) is { } assessed) events.Add(assessed);
        if (command.Post && !state.Posted.ContainsKey(command.Year.Year)) events.Add(new StatementPosted(command.Year.Year));
        return events.Count == 0 ? Decision.Again() : Decision.Events(events, edition: policy.Edition);
    }

    /// <summary>Reckons every year that is not over anew after the record changed; years before stay as they were sent, and the office corrects them by hand.</summary>
    public static Decision Follow(DuesState state, PreparedDues<bool> prepared, Deciding deciding)
    {
        if (!state.Behind) return Decision.Nothing();
        if (prepared.Read.Version < state.Moved) return Decision.Refuse(Stale);
        var today = Tokyo.DateOf(deciding.Now);
        var events = DuesReckoning.Again(state, prepared.Read, prepared.Policies, state.Reductions, today);
        if (DuesReckoning.Sends(state, events, prepared, today) is { } posted) events.Add(posted);
        events.Add(new RecordFollowed(prepared.Read.Version));
        return Decision.Events(events, edition: prepared.Policies(FiscalYear.Of(today)).Edition);
    }

    public static Decision Reduce(DuesState state, PreparedDues<ReduceDues> prepared, Deciding deciding)
    {
        var (reduction, evidence) = (prepared.Command.Reduction, prepared.Command.Evidence);
        if (state.Reductions.Exists(r => r.Key == reduction.Key)) return Decision.Again();
        if (DuesMoneyDecider.Fault(state, reduction.Key) is { } fault) return Decision.Refuse(fault);
        if (Unfit(state, prepared.Read) is { } unfit) return Decision.Refuse(unfit);
        if (evidence.Length > DuesLimits.Reference) return Decision.Refuse("bad-evidence");
        if (ReductionRules.Fault(prepared.Policies, reduction, prepared.Read.Person!) is { } refusal) return Decision.Refuse(refusal);
        return With(state, prepared, [.. state.Reductions, reduction], deciding, new DuesReduced(reduction.Key, reduction.Kind, reduction.Until, reduction.Layers, evidence), reduction.From);
    }

    /// <summary>A reduction may end on any day, also before it began: then it never held. Only one that goes on for longer is asked for its ground.</summary>
    public static Decision EndReduction(DuesState state, PreparedDues<EndReduction> prepared, Deciding deciding)
    {
        var command = prepared.Command;
        if (Unfit(state, prepared.Read) is { } unfit) return Decision.Refuse(unfit);
        if (state.Reductions.Find(r => r.Key == command.Reduction) is not { } reduction) return Decision.Refuse("no-reduction");
        if (reduction.Until == command.Until) return Decision.Again();
        if (DuesMoneyDecider.Reason(command.Reason) is { } fault) return Decision.Refuse(fault);
        if (command.Until < reduction.From.AddDays(-1)) return Decision.Refuse("bad-period", "", "The earliest end is the day before it began: then it never held.");
        var ended = reduction with { Until = command.Until };
        if (reduction.Until is { } until && command.Until > until && ReductionRules.Fault(prepared.Policies, ended, prepared.Read.Person!) is { } refusal) return Decision.Refuse(refusal);
        return With(state, prepared, [.. state.Reductions.Select(r => r.Key == ended.Key ? ended : r)], deciding, new ReductionEnded(command.Reduction, command.Until, command.Reason), Tokyo.DateOf(deciding.Now));
    }

    /// <summary>The record changed. Noted also where nothing was reckoned yet: somebody may owe from now on.</summary>
    public static Decision Moved(DuesState state, MemberMoved word) => word.Version <= Math.Max(state.Moved, state.Read) ? Decision.Nothing() : Decision.Event(new RecordMoved(word.Version));

    static Decision With<T>(DuesState state, PreparedDues<T> prepared, IReadOnlyList<Reduction> reductions, Deciding deciding, DuesEvent first, DateOnly effective)
    {
        var today = Tokyo.DateOf(deciding.Now);
        var again = DuesReckoning.Again(state, prepared.Read, prepared.Policies, reductions, today);
        return Decision.Events([first, .. again], [effective, .. again.Select(_ => today)], prepared.Policies(FiscalYear.Of(today)).Edition);
    }

    static Refusal? Unfit(DuesState state, DuesReading read) =>
        read.Refusal is { } why ? new Refusal(why) : read.Version < Math.Max(state.Read, state.Moved) ? new Refusal(Stale) : null;
}
