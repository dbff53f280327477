using JmaActors.Journal;

namespace JmaActors.WorkHours;

/// <summary>Duty lists; see <see cref="IDutyListGrain"/>. The caller's scope is added here and nowhere else.</summary>
[StatelessWorker]
sealed class DutyListGrain(IWorkHoursIndex index) : Grain, IDutyListGrain
{
    public async Task<DutyPage> Duty(WorkplaceId workplace, string? after, int size, Caller caller, CancellationToken ct) =>
        Sees(workplace, caller) ? await index.Duty(workplace, after, Math.Clamp(size, 1, WorkHoursLimits.Page), ct).OrTryAgain() : new DutyPage([], null);

    static bool Sees(WorkplaceId workplace, Caller caller) => caller.Role switch
    {
        CallerRole.System or CallerRole.Operator => true,
        CallerRole.Workplace or CallerRole.Interviewer => caller.Scope == workplace.Code,
        _ => false,
    };
}
