using JmaActors.Training;

namespace JmaActors.Demonstration;

/// <summary>Brings a sample program to its open door as people would: the host applies, each scheme's approver approves, the host opens. Done again, it changes nothing.</summary>
public static class DemonstrationApproval
{
    /// <exception cref="InvalidOperationException">A step was refused.</exception>
    public static async Task Run(ITrainingProgramGrain program, DemonstrationSeminar seminar, CancellationToken ct)
    {
        Accepted(await program.Create(seminar.Command, ct));
        await Approve(program, seminar.Command.Host, ct);
        Accepted(await program.Open(new Caller($"host:{seminar.Command.Host}", CallerRole.Host, seminar.Command.Host.Code), ct));
    }

    /// <summary>Applies, and approves every scheme that waits.</summary>
    public static async Task Approve(ITrainingProgramGrain program, AssociationId host, CancellationToken ct)
    {
        var view = Accepted(await program.Apply(new Caller($"host:{host}", CallerRole.Host, host.Code), ct));
        foreach (var line in (view.Approvals ?? []).Where(a => a.State == ApprovalState.Waiting))
            Accepted(await program.Decide(new DecideProgram(line.Scheme, ApprovalDecision.Approve, "", view.Content, Caller.Office(line.Approver)), ct));
    }

    static ProgramView Accepted(Answer<ProgramView> answer) =>
        answer.Value ?? throw new InvalidOperationException($"The sample program was refused: {answer.Refusal?.Reason} {answer.Refusal?.Detail}");
}
