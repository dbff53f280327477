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
        var late = Tokyo.DateOf(deciding.Now) > by && open.Any(s => state.Find(s) is not { Late: false });
        if (late && policy.RefusesLate) return Decision<ProgramEvent>.Refuse("too-late-to-apply", TrainingRuleIds.Application, FormattableString.Invariant($"The last day of an application was {by:yyyy-MM-dd}."));
        var host = new AssociationId(state.Host);
        return Decision<ProgramEvent>.Event(new ProgramApplied([.. open.Select(s => new SchemeApplication(s, ProgramRules.Approver(host, policy.ApproverOf(s)).Code))], late));
    }

    /// <summary>An approver's word. It names the version looked at, and counts for no other.</summary>
    public Decision<ProgramEvent> Decide(ProgramState state, DecideProgram command, Deciding deciding)
    {
        if (!state.Created) return Decision<ProgramEvent>.Refuse(ProgramDecider.NoProgram);
        if (state.Find(command.Scheme) is not { } approval || !ProgramRules.Schemes(state.Content).Contains(command.Scheme))
            return Decision<ProgramEvent>.Refuse("not-applied", "", "Nobody applied for approval under this scheme.");
        if (approval.Last == command.Decision && approval.On == command.On) return Decision<ProgramEvent>.Again();
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
