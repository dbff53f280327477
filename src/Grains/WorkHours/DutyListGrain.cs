using JmaActors.Journal;

namespace JmaActors.WorkHours;

/// <summary>Duty lists; see <see cref="IDutyListGrain"/>. The caller's scope is added here and nowhere else.</summary>
[StatelessWorker]
sealed class DutyListGrain(IWorkHoursIndex index) : Grain, IDutyListGrain
{
    public async Task<DutyPage> Duty(WorkplaceId workplace, string? after, int size, Caller caller, CancellationToken ct) =>
        Sees(workplace, caller) ? await Here(workplace, await index.Duty(workplace, after, Math.Clamp(size, 1, WorkHoursLimits.Page), ct).OrTryAgain(), ct) : new DutyPage([], null);

    /// <summary>A row may outlast the last day of an employment until its ledger is looked at.</summary>
    async Task<DutyPage> Here(WorkplaceId workplace, DutyPage page, CancellationToken ct)
    {
        var left = (await GrainFactory.GetGrain<IWorkplaceGrain>(workplace.Code).FindEmployees([], [.. page.Lines.Select(l => l.Member)], ct)).Left;
        return left.Count == 0 ? page : page with { Lines = [.. page.Lines.Where(l => !left.Contains(l.Member))] };
    }

    static bool Sees(WorkplaceId workplace, Caller caller) => caller.Role switch
    {
        CallerRole.System or CallerRole.Operator => true,
        CallerRole.Workplace or CallerRole.Interviewer => caller.Scope == workplace.Code,
        _ => false,
    };
}
