using JmaActors.Ledgers;
using JmaActors.Policies;
using JmaActors.Time;

namespace JmaActors.Training;

/// <summary>Decides what becomes of commands to a program: its content, its publication, its door. Pure. Approval is decided by <see cref="ApprovalDecider"/>.</summary>
public sealed class ProgramDecider(PolicyBook book)
{
    internal static readonly Refusal NoProgram = new("no-program", "", "The program was not created.");

    /// <summary>Creates the draft. Natural key: the program's id, so a second creation gets the first answer.</summary>
    public Decision<ProgramEvent> Create(ProgramState state, CreateProgram command, Deciding deciding) => Create(state, new Creation(command, null), deciding);

    /// <summary>The same for a copy, which remembers where it came from.</summary>
    public Decision<ProgramEvent> Create(ProgramState state, Creation creation, Deciding deciding)
    {
        if (state.Created) return Decision<ProgramEvent>.Again();
        var command = creation.Command;
        if (!AssociationId.TryParse(command.Host.Code, out _)) return Decision<ProgramEvent>.Refuse("bad-host", "", "A program is held by an association.");
        if (TimelineRules.Check(command, book) is { } refusal) return Decision<ProgramEvent>.Refuse(refusal);
        var c = ProgramContent.Of(command);
        if (ProgramRules.CheckTerms(c, book) is { } terms) return Decision<ProgramEvent>.Refuse(terms);
        return Decision<ProgramEvent>.Event(
            new ProgramCreated(command.Host.Code, c.Title, c.Place, c.WholeTalk, c.DoorsOpen, c.DoorsClose, c.Talks, c.Terms, c.Organizer, creation.CopiedFrom?.Code, c.Delivery),
            edition: EditionOf(c));
    }

    /// <summary>Replaces the timeline alone. The timeline it has already changes nothing.</summary>
    public Decision<ProgramEvent> SetTimeline(ProgramState state, SetTimeline command, Deciding deciding) =>
        Change(state, state.Content with { DoorsOpen = command.DoorsOpen, DoorsClose = command.DoorsClose, Talks = [.. command.Talks] }, null, command.Caller, deciding);

    /// <summary>Changes the program. Natural key: what it makes of it, so that the same again changes nothing.</summary>
    public Decision<ProgramEvent> Change(ProgramState state, ChangeProgram command, Deciding deciding) =>
        Change(state, ProgramContent.Of(command, state.Content.Delivery), command.On, command.Caller, deciding);

    Decision<ProgramEvent> Change(ProgramState state, ProgramContent to, long? on, Caller caller, in Deciding deciding)
    {
        if (!state.Created) return Decision<ProgramEvent>.Refuse(NoProgram);
        if (to.Equals(state.Content)) return Decision<ProgramEvent>.Again();
        if (Stands(state, deciding) is { } stands) return Decision<ProgramEvent>.Refuse(stands);
        if (on is { } version && version != state.ContentVersion) return Decision<ProgramEvent>.Refuse(Stale(state, version));
        if (TimelineRules.Check(to.ToCreate(new AssociationId(state.Host), caller), book) is { } refusal) return Decision<ProgramEvent>.Refuse(refusal);
        if (ProgramRules.CheckTerms(to, book) is { } terms) return Decision<ProgramEvent>.Refuse(terms);
        var (policy, again) = (ProgramRules.Policy(to, book), Again(state, to, deciding));
        if (policy.RefusesLate && Array.Exists(again, a => a.Late == true && state.Find(a.Scheme) is null))
            return Decision<ProgramEvent>.Refuse(ProgramRules.TooLate(policy.ApplyBy(ProgramRules.FirstDay(to))));
        return Decision<ProgramEvent>.Event(new ProgramChanged(to, again), edition: EditionOf(to));
    }

    /// <summary>Shows the program to everybody. Shown already, also by opening: changes nothing.</summary>
    public Decision<ProgramEvent> Publish(ProgramState state, Caller command, Deciding deciding)
    {
        if (!state.Created) return Decision<ProgramEvent>.Refuse(NoProgram);
        if (state.Cancelled is not null) return Decision<ProgramEvent>.Refuse(CalledOff);
        if (state.Shown) return Decision<ProgramEvent>.Again();
        return NotApproved(state) is { } refusal ? Decision<ProgramEvent>.Refuse(refusal) : Decision<ProgramEvent>.Event(new ProgramPublished());
    }

    /// <summary>Opens the program. Open already, or past that: changes nothing.</summary>
    public Decision<ProgramEvent> Open(ProgramState state, ProgramId id, Deciding deciding)
    {
        if (!state.Created) return Decision<ProgramEvent>.Refuse(NoProgram);
        if (state.Status != SessionStatus.Draft) return Decision<ProgramEvent>.Again();
        if (state.Cancelled is not null) return Decision<ProgramEvent>.Refuse(CalledOff);
        return NotApproved(state) is { } refusal
            ? Decision<ProgramEvent>.Refuse(refusal)
            : Decision<ProgramEvent>.Event(new ProgramOpened(ProgramState.SessionOf(id).Code));
    }

    /// <summary>Calls it off. Called off already: changes nothing, whatever the reason.</summary>
    public Decision<ProgramEvent> Cancel(ProgramState state, CancelProgram command, Deciding deciding)
    {
        if (!state.Created) return Decision<ProgramEvent>.Refuse(NoProgram);
        if (state.Cancelled is not null) return Decision<ProgramEvent>.Again();
        if (state.Status != SessionStatus.Draft) return Decision<ProgramEvent>.Refuse(AlreadyOpen);
        return BadReason(command.Reason) is { } refusal
            ? Decision<ProgramEvent>.Refuse(refusal)
            : Decision<ProgramEvent>.Event(new ProgramCancelled(command.Reason.Trim()));
    }

    /// <summary>The session's word about itself; an older one is passed over.</summary>
    public static Decision<ProgramEvent> Progressed(ProgramState state, SessionProgress word) => word.Status > state.Status
        ? Decision<ProgramEvent>.Event(new SessionProgressed(word.Status))
        : Decision<ProgramEvent>.Nothing();

    /// <summary>Why the program cannot be changed or decided on any more; null when it can.</summary>
    internal static Refusal? Stands(ProgramState state, in Deciding deciding) =>
        state.Cancelled is not null ? CalledOff
        : state.Status != SessionStatus.Draft ? AlreadyOpen
        : deciding.Version >= TrainingLimits.ProgramEvents ? new Refusal("too-many-changes", "", $"A program changes at most {TrainingLimits.ProgramEvents} times; copy it.")
        : null;

    internal static Refusal Stale(ProgramState state, long version) => new("stale", "", $"The program has changed: version {state.ContentVersion} stands, {version} was looked at.");

    internal static Refusal? BadReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal("no-reason", "", "Say why.")
        : reason.Length > TrainingLimits.ReasonLength ? new Refusal("reason-too-long", "", $"A reason has at most {TrainingLimits.ReasonLength} characters.")
        : null;

    static readonly Refusal CalledOff = new("cancelled", "", "The program was called off.");

    static readonly Refusal AlreadyOpen = new("already-open", "", "What was handed to the door stands.");

    Refusal? NotApproved(ProgramState state)
    {
        var missing = state.Missing().ToList();
        return missing.Count == 0 ? null : new Refusal("not-approved", TrainingPolicy.ApproverRule(missing[0]), $"Not approved: {string.Join(", ", missing)}.");
    }

    /// <summary>Of a program that was applied for: the schemes whose approved units change, and those it did not offer before.</summary>
    SchemeApplication[] Again(ProgramState state, ProgramContent to, in Deciding deciding)
    {
        if (state.Approvals.Count == 0) return [];
        var policy = ProgramRules.Policy(to, book);
        var over = Tokyo.DateOf(deciding.Now) > policy.ApplyBy(ProgramRules.FirstDay(to));
        return [.. ProgramRules.Schemes(to)
            .Where(s => state.Find(s) is not { } a || (a.State == ApprovalState.Approved && !ProgramRules.SameUnits(a.Decided ?? state.Content, to, s, book)))
            .Select(s => ProgramRules.Application(state, s, policy, over))];
    }

    string EditionOf(ProgramContent content) => book.Cme(Tokyo.DateOf(content.Talks[0].Start)).Edition;
}

/// <summary>A program to create, and the one it is a copy of.</summary>
public readonly record struct Creation(CreateProgram Command, ProgramId? CopiedFrom);
