using JmaActors.Ledgers;
using JmaActors.Policies;
using JmaActors.Time;

namespace JmaActors.Training;

/// <summary>Decides what becomes of commands to a program. Pure.</summary>
public sealed class ProgramDecider(PolicyBook book)
{
    /// <summary>Creates the draft. Natural key: the program's id, so a second creation gets the first answer.</summary>
    public Decision<ProgramEvent> Create(ProgramState state, CreateProgram command, Deciding deciding)
    {
        if (state.Created) return Decision<ProgramEvent>.Again();
        if (!AssociationId.TryParse(command.Host.Code, out _)) return Decision<ProgramEvent>.Refuse("bad-host", "", "A program is held by an association.");
        if (TimelineRules.Check(command, book) is { } refusal) return Decision<ProgramEvent>.Refuse(refusal);
        return Decision<ProgramEvent>.Event(
            new ProgramCreated(command.Host.Code, command.Title, command.Place, command.WholeTalk, command.DoorsOpen, command.DoorsClose, [.. command.Talks]),
            edition: EditionOf(command.Talks));
    }

    /// <summary>Replaces the timeline of a draft. The timeline it has already changes nothing.</summary>
    public Decision<ProgramEvent> SetTimeline(ProgramState state, SetTimeline command, Deciding deciding)
    {
        if (!state.Created) return Decision<ProgramEvent>.Refuse(NoProgram);
        if (command.DoorsOpen == state.DoorsOpen && command.DoorsClose == state.DoorsClose && command.Talks.SequenceEqual(state.Talks)) return Decision<ProgramEvent>.Again();
        if (state.Status != SessionStatus.Draft) return Decision<ProgramEvent>.Refuse("already-open", "", "The timeline of an open program stands.");
        if (TimelineRules.Check(command, book) is { } refusal) return Decision<ProgramEvent>.Refuse(refusal);
        return Decision<ProgramEvent>.Event(new TimelineSet(command.DoorsOpen, command.DoorsClose, [.. command.Talks]), edition: EditionOf(command.Talks));
    }

    /// <summary>Opens the program. Open already, or past that: changes nothing.</summary>
    public Decision<ProgramEvent> Open(ProgramState state, ProgramId id, Deciding deciding)
    {
        if (!state.Created) return Decision<ProgramEvent>.Refuse(NoProgram);
        return state.Status == SessionStatus.Draft
            ? Decision<ProgramEvent>.Event(new ProgramOpened(ProgramState.SessionOf(id).Code))
            : Decision<ProgramEvent>.Again();
    }

    /// <summary>The session's word about itself; an older one is passed over.</summary>
    public static Decision<ProgramEvent> Progressed(ProgramState state, SessionProgress word) => word.Status > state.Status
        ? Decision<ProgramEvent>.Event(new SessionProgressed(word.Status))
        : Decision<ProgramEvent>.Nothing();

    static readonly Refusal NoProgram = new("no-program", "", "The program was not created.");

    string EditionOf(IReadOnlyList<Talk> talks) => book.Cme(Tokyo.DateOf(talks[0].Start)).Edition;
}
