using JmaActors.Ledgers;
using JmaActors.Policies;
using JmaActors.Time;

namespace JmaActors.Training;

/// <summary>Decides what becomes of applications and of the approvers' words. Pure.</summary>
public sealed class ApprovalDecider(PolicyBook book)
{
    /// <summary>Applies under every scheme offered that neither waits nor is approved. Nothing left to ask: changes nothing.</summary>
    public Decision<ProgramEvent> Apply(ProgramState state, Caller command, Deciding deciding)
    {
        if (!state.Created) return Decision<ProgramEvent>.Refuse(ProgramDecider.NoProgram);
        var offered = ProgramRules.Schemes(state.Content);
        if (offered.Count == 0) return Decision<ProgramEvent>.Refuse("nothing-offered", "", "The program offers no units; it needs no approval.");
        var open = offered.Where(s => state.Find(s)?.State is not (ApprovalState.Waiting or ApprovalState.Approved)).ToList();
        if (open.Count == 0) return Decision<ProgramEvent>.Again();
        if (ProgramDecider.Stands(state, deciding) is { } stands) return Decision<ProgramEvent>.Refuse(stands);
        var policy = ProgramRules.Policy(state.Content, book);
        var by = policy.ApplyBy(ProgramRules.FirstDay(state.Content));
        // What was returned had been applied for once; mending it does not make the application late.
        var over = Tokyo.DateOf(deciding.Now) > by;
        List<SchemeApplication> asked = [.. open.Select(s => ProgramRules.Application(state, s, policy, over))];
        var late = asked.Exists(a => a.Late == true);
        if (late && policy.RefusesLate) return Decision<ProgramEvent>.Refuse(ProgramRules.TooLate(by));
        return Decision<ProgramEvent>.Event(new ProgramApplied(asked, late));
    }

    /// <summary>An approver's word. It names the version looked at, and counts for no other.</summary>
    public Decision<ProgramEvent> Decide(ProgramState state, DecideProgram command, Deciding deciding)
    {
        if (!state.Created) return Decision<ProgramEvent>.Refuse(ProgramDecider.NoProgram);
        if (state.Find(command.Scheme) is not { } approval || !ProgramRules.Schemes(state.Content).Contains(command.Scheme))
            return Decision<ProgramEvent>.Refuse("not-applied", "", "Nobody applied for approval under this scheme.");
        // What was applied for again since waits for a new word, even the same one on the same version.
        if (approval.Last == command.Decision && approval.State == SchemeApproval.After(command.Decision) && approval.On == command.On) return Decision<ProgramEvent>.Again();
        if (ProgramDecider.Stands(state, deciding) is { } stands) return Decision<ProgramEvent>.Refuse(stands);
        if (command.On != state.ContentVersion) return Decision<ProgramEvent>.Refuse(ProgramDecider.Stale(state, command.On));
        if (!Enum.IsDefined(command.Decision)) return Decision<ProgramEvent>.Refuse("bad-decision", "", "A decision is approve, return or refuse.");
        if (command.Decision != ApprovalDecision.Approve && ProgramDecider.BadReason(command.Reason) is { } refusal) return Decision<ProgramEvent>.Refuse(refusal);
        if (command.Reason is { Length: > TrainingLimits.ReasonLength }) return Decision<ProgramEvent>.Refuse(ProgramDecider.BadReason(command.Reason)!);
        return Decision<ProgramEvent>.Event(new ProgramDecided(command.Scheme, command.Decision, command.Reason?.Trim() ?? "", command.On));
    }

    /// <summary>Takes the application back. Not applied for: changes nothing.</summary>
    public Decision<ProgramEvent> Withdraw(ProgramState state, Caller command, Deciding deciding)
    {
        if (!state.Created) return Decision<ProgramEvent>.Refuse(ProgramDecider.NoProgram);
        if (state.Approvals.Count == 0) return Decision<ProgramEvent>.Again();
        if (ProgramDecider.Stands(state, deciding) is { } stands) return Decision<ProgramEvent>.Refuse(stands);
        return state.Published
            ? Decision<ProgramEvent>.Refuse("already-published", "", "What is shown to everybody is called off, not withdrawn.")
            : Decision<ProgramEvent>.Event(new ApplicationWithdrawn());
    }
}
