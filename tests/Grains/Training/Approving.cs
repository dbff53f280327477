using JmaActors.Training;

namespace JmaActors.Tests.Grains.Training;

/// <summary>A host who applies and approvers who approve, so that a test may open its program.</summary>
static class Approving
{
    public static async Task<Answer<ProgramView>> ApprovedAndOpened(this ITrainingProgramGrain program, CancellationToken ct)
    {
        await program.Approved(ct);
        var opened = await program.Open(Caller.System, ct);
        Assert.Null(opened.Refusal);
        return opened;
    }

    /// <summary>Applies, and has every scheme approved by the office whose it is.</summary>
    public static async Task<ProgramView> Approved(this ITrainingProgramGrain program, CancellationToken ct)
    {
        var applied = await program.Apply(Caller.System, ct);
        Assert.Null(applied.Refusal);
        var view = applied.Value!;
        foreach (var line in view.Approvals!)
        {
            var decided = await program.Decide(new DecideProgram(line.Scheme, ApprovalDecision.Approve, "", view.Content, Caller.Office(line.Approver)), ct);
            Assert.Null(decided.Refusal);
            view = decided.Value!;
        }
        return view;
    }
}
