using Decision = JmaActors.Ledgers.Decision<JmaActors.Dues.DuesRunEvent>;
using JmaActors.Ledgers;
using JmaActors.Time;

namespace JmaActors.Dues;

/// <summary>What becomes of a yearly run. Pure.</summary>
public static class DuesRunDecider
{
    /// <param name="asked">With the tables as they are.</param>
    public static Decision Rehearse(DuesRunState state, (RunDues Command, DuesRunId Id, string Tables) asked, Deciding deciding)
    {
        if (state.Keys.Contains(asked.Command.Key)) return Decision.Again();
        if (Fault(asked.Command) is { } fault) return Decision.Refuse(fault);
        if (state.Keys.Count >= DuesRunLimits.Keys) return Decision.Refuse("ledger-full", "", $"At most {DuesRunLimits.Keys} rehearsals.");
        if (state.Stage == DuesRunStage.Running) return Decision.Refuse("already-run", "", "What is being billed is not rehearsed meanwhile.");
        if (state.UnderWay) return Decision.Refuse("running");
        var present = FiscalYear.Of(Tokyo.DateOf(deciding.Now)).Year;
        return asked.Id.Year.Year < present - DuesRunLimits.YearsBack || asked.Id.Year.Year > present + DuesLimits.YearsAhead
            ? Decision.Refuse("bad-year", "", "A run is of this fiscal year, the last or the next.")
            : Decision.Event(new RehearsalBegan(asked.Command.Key, asked.Tables));
    }

    /// <param name="asked">With the tables as they are: those of another rehearsal are not run by.</param>
    public static Decision Run(DuesRunState state, (RunDues Command, string Tables) asked, Deciding deciding)
    {
        var command = asked.Command;
        if (state.Stage is DuesRunStage.Running or DuesRunStage.Done) return Decision.Again();
        if (Fault(command) is { } fault) return Decision.Refuse(fault);
        if (state.Stage == DuesRunStage.Rehearsed && (state.Tables ?? asked.Tables) != asked.Tables) return Decision.Refuse("not-rehearsed", "", "A table of dues was set since it was rehearsed: rehearse once more.");
        return state.Stage == DuesRunStage.Rehearsed ? Decision.Event(new RunBegan(command.Key)) : Decision.Refuse("not-rehearsed", "", "A run follows a rehearsal that is over.");
    }

    /// <param name="page">What was done after the person the state stood at; another's page is passed over.</param>
    public static Decision Page(DuesRunState state, (long From, DuesRunEvent Page) page, Deciding deciding) =>
        state.UnderWay && state.After == page.From && state.Stage == DuesRunStage.Rehearsing == page.Page is PageRehearsed ? Decision.Event(page.Page) : Decision.Nothing();

    static Refusal? Fault(RunDues command) => command.Key.Length is 0 or > DuesLimits.Key ? new Refusal("bad-key", "", $"A key has 1 to {DuesLimits.Key} characters.") : null;
}
