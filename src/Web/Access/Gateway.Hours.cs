using JmaActors.Audit;
using JmaActors.WorkHours;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>A physician's hours over all employers; null when there is no such person.</summary>
    public async Task<WorkHoursView?> Hours(MemberId id, Caller caller, CancellationToken ct)
    {
        if (!await SeesHours(id, caller, ct).ConfigureAwait(false)) return null;
        await Look(id, AuditParts.Hours, caller, ct).ConfigureAwait(false);
        return await Ask(HoursOf(id), caller, static (g, c, t) => g.Read(null, c, t), ct).ConfigureAwait(false);
    }

    /// <summary>Records that begin within days; a workplace's people are shown those at the workplace alone. Null when there is no such person.</summary>
    public async Task<WorkEntryPage?> WorkEntries(MemberId id, DateOnly from, DateOnly to, string? after, Caller caller, CancellationToken ct)
    {
        if (!await SeesHours(id, caller, ct).ConfigureAwait(false)) return null;
        await Look(id, AuditParts.Hours, caller, ct).ConfigureAwait(false);
        var page = await Ask(HoursOf(id), (from, to, after, caller), static (g, w, t) => g.Entries(w.from, w.to, w.after, w.caller, t), ct).ConfigureAwait(false);
        return OfWorkplace(caller) ? page with { Entries = [.. page.Entries.Where(e => e.Workplace.Code == caller.Scope)] } : page;
    }

    /// <summary>Begins work; null when there is no such person.</summary>
    public Task<Answer<WorkEntry>?> ClockIn(MemberId id, ClockIn command, CancellationToken ct) =>
        Recorded(id, command.Workplace, command, command.Caller, static (g, c, t) => g.ClockIn(c, t), ct);

    /// <summary>Ends work; null when there is no such person.</summary>
    public Task<Answer<WorkEntry>?> ClockOut(MemberId id, ClockOut command, CancellationToken ct) =>
        Recorded(id, command.Workplace, command, command.Caller, static (g, c, t) => g.ClockOut(c, t), ct);

    /// <summary>Records work afterwards; null when there is no such person.</summary>
    public Task<Answer<WorkEntry>?> RecordWork(MemberId id, RecordWork command, CancellationToken ct) =>
        Recorded(id, command.Workplace, command, command.Caller, static (g, c, t) => g.Record(c, t), ct);

    /// <summary>Puts another record in the place of a wrong one; null when there is no such record for this caller.</summary>
    public Task<Answer<WorkEntry>?> CorrectWork(MemberId id, CorrectWork command, CancellationToken ct) =>
        Changed(id, command.Record, command, command.Caller, static (g, c, t) => g.Correct(c, t), ct);

    /// <summary>Takes a correction back; null when there is no such record for this caller.</summary>
    public Task<Answer<WorkEntry>?> UndoWorkCorrection(MemberId id, UndoWorkCorrection command, CancellationToken ct) =>
        Changed(id, command.Record, command, command.Caller, static (g, c, t) => g.UndoCorrection(c, t), ct);

    /// <summary>Takes a record back; null when there is no such record for this caller.</summary>
    public Task<Answer<WorkEntry>?> WithdrawWork(MemberId id, WithdrawWork command, CancellationToken ct) =>
        Changed(id, command.Record, command, command.Caller, static (g, c, t) => g.Withdraw(c, t), ct);

    /// <summary>Tells of an employer that does not use this system; null when there is no such person.</summary>
    public async Task<Answer<EmploymentHours>?> ReportEmployment(MemberId id, ReportEmployment command, CancellationToken ct)
    {
        Require(command.Caller, new Target.ReportEmployment(id), "tell of an employer");
        if (await MembershipOf(id, ct).ConfigureAwait(false) is null) return null;
        return await Ask(HoursOf(id), command, static (g, c, t) => g.ReportEmployment(c, t), ct).ConfigureAwait(false);
    }

    static bool OfWorkplace(Caller caller) => caller.Role is CallerRole.Workplace or CallerRole.Interviewer;

    async Task<bool> SeesHours(MemberId id, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeeHours(id, OfWorkplace(caller) ? await Employers(id, ct).ConfigureAwait(false) : []), "see working hours");
        return OfWorkplace(caller) || await MembershipOf(id, ct).ConfigureAwait(false) is not null;
    }

    async Task<Answer<WorkEntry>?> Recorded<TCommand>(
        MemberId id, WorkplaceId at, TCommand command, Caller caller, Func<IWorkHoursGrain, TCommand, CancellationToken, Task<Answer<WorkEntry>>> does, CancellationToken ct)
    {
        var employed = OfWorkplace(caller) && (await Employers(id, ct).ConfigureAwait(false)).Contains(at);
        Require(caller, new Target.RecordHours(id, at, employed), "record work");
        if (!employed && await MembershipOf(id, ct).ConfigureAwait(false) is null) return null;
        return await Ask(HoursOf(id), command, does, ct).ConfigureAwait(false);
    }

    async Task<Answer<WorkEntry>?> Changed<TCommand>(
        MemberId id, string record, TCommand command, Caller caller, Func<IWorkHoursGrain, TCommand, CancellationToken, Task<Answer<WorkEntry>>> does, CancellationToken ct)
    {
        if (!OfWorkplace(caller)) Require(caller, new Target.RecordHours(id, default, false), "change recorded work");
        var entry = await Ask(HoursOf(id), (record, caller), static (g, w, t) => g.Find(w.record, w.caller, t), ct).ConfigureAwait(false);
        if (OfWorkplace(caller)) Require(caller, new Target.RecordHours(id, entry?.Workplace ?? default, entry is not null && (await Employers(id, ct).ConfigureAwait(false)).Contains(entry.Workplace)), "change recorded work");
        return entry is null ? null : await Ask(HoursOf(id), command, does, ct).ConfigureAwait(false);
    }

    /// <summary>Workplaces that employ a physician by their own word: one that the physician told of has no right by it.</summary>
    Task<IReadOnlyList<WorkplaceId>> Employers(MemberId id, CancellationToken ct) => Ask(HoursOf(id), 0, static (g, _, t) => g.Employers(t), ct);

    IWorkHoursGrain HoursOf(MemberId id) => actors.Grain<IWorkHoursGrain>(id.Number);
}
