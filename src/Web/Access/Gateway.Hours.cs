using JmaActors.Audit;
using JmaActors.Members;
using JmaActors.WorkHours;

namespace JmaActors.Web.Access;

/// <summary>Whose hours these are.</summary>
/// <param name="Member">The person's record; null when the caller sees the hours alone.</param>
public sealed record HoursPerson(MemberId Id, string Name, MemberView? Member);

/// <summary>What became of a device's taps.</summary>
/// <param name="HeardAt">The house's clock, for the device to measure its own by.</param>
/// <param name="Taps">One answer for each, in the order sent.</param>
/// <param name="Now">How the physician stands then.</param>
public sealed record ClockAnswer(DateTimeOffset HeardAt, IReadOnlyList<Answer<WorkEntry>> Taps, MemberHoursPicture Now);

public sealed partial class Gateway
{
    /// <summary>A physician's hours over all employers, to a workplace's people in its part; null when there is no such person.</summary>
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
        return await Ask(HoursOf(id), (from, to, after, caller), static (g, w, t) => g.Entries(w.from, w.to, w.after, w.caller, t), ct).ConfigureAwait(false);
    }

    /// <summary>Planned shifts that begin within days; a workplace's people are shown those at the workplace alone. Null when there is no such person.</summary>
    public async Task<IReadOnlyList<PlannedLine>?> WorkPlan(MemberId id, DateOnly from, DateOnly to, Caller caller, CancellationToken ct)
    {
        if (!await SeesHours(id, caller, ct).ConfigureAwait(false)) return null;
        await Look(id, AuditParts.Hours, caller, ct).ConfigureAwait(false);
        return await Ask(HoursOf(id), (from, to, caller), static (g, w, t) => g.Plan(w.from, w.to, w.caller, t), ct).ConfigureAwait(false);
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

    /// <summary>True when this person's hours are for the caller to see as for herself: whoever sees them as an employer does so by the employment.</summary>
    public bool MaySeeHours(MemberId id, Caller caller) => Scopes.Allows(caller, new Target.SeeHours(id, []));

    /// <summary>True when the caller may tell of this person's employers, which is hers.</summary>
    public bool MayReportEmployment(MemberId id, Caller caller) => Scopes.Allows(caller, new Target.ReportEmployment(id));

    /// <summary>True when the caller may record this person's work at a workplace, given that the workplace employs her.</summary>
    public bool MayRecordHours(MemberId id, WorkplaceId at, Caller caller) => Scopes.Allows(caller, new Target.RecordHours(id, at, true));

    /// <summary>Whose hours these are, for whoever may see them; null when there is no such person.</summary>
    public async Task<HoursPerson?> HoursPerson(MemberId id, Caller caller, CancellationToken ct)
    {
        if (!await SeesHours(id, caller, ct).ConfigureAwait(false)) return null;
        var view = await Ask(Member(id), Caller.System, static (g, c, t) => g.Read(c, t), ct).ConfigureAwait(false);
        if (view is null) return null;
        await Look(id, AuditParts.Identity, caller, ct).ConfigureAwait(false);
        return new HoursPerson(id, view.Person.Name, MaySee(caller, view) ? view : null);
    }

    /// <summary>Takes the taps of a device's clock, each answered by itself, and says how the physician stands then; null when there is no such person.</summary>
    public async Task<ClockAnswer?> ClockBatch(MemberId id, IReadOnlyList<ClockTap> taps, Caller caller, CancellationToken ct)
    {
        var employers = OfWorkplace(caller) ? await Employers(id, ct).ConfigureAwait(false) : [];
        foreach (var at in taps.Select(t => t.Workplace).Distinct()) Require(caller, new Target.RecordHours(id, at, employers.Contains(at)), "record work");
        if (!await SeesHours(id, caller, ct).ConfigureAwait(false)) return null;
        await Look(id, AuditParts.Hours, caller, ct).ConfigureAwait(false);
        var answers = taps.Count == 0 ? [] : await Ask(HoursOf(id), taps, static (g, w, t) => g.ClockBatch(w, t), ct).ConfigureAwait(false);
        return new ClockAnswer(clock.GetUtcNow(), answers, await Ask(HoursOf(id), caller, static (g, c, t) => g.Picture(c, t), ct).ConfigureAwait(false));
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
        var employed = OfWorkplace(caller) && await WorksAt(id, at, ct).ConfigureAwait(false);
        Require(caller, new Target.RecordHours(id, at, employed), "record work");
        if (!employed && await MembershipOf(id, ct).ConfigureAwait(false) is null) return null;
        return await Ask(HoursOf(id), command, does, ct).ConfigureAwait(false);
    }

    async Task<Answer<WorkEntry>?> Changed<TCommand>(
        MemberId id, string record, TCommand command, Caller caller, Func<IWorkHoursGrain, TCommand, CancellationToken, Task<Answer<WorkEntry>>> does, CancellationToken ct)
    {
        if (!OfWorkplace(caller)) Require(caller, new Target.RecordHours(id, default, false), "change recorded work");
        var entry = await Ask(HoursOf(id), (record, caller), static (g, w, t) => g.Find(w.record, w.caller, t), ct).ConfigureAwait(false);
        if (OfWorkplace(caller)) Require(caller, new Target.RecordHours(id, entry?.Workplace ?? default, entry is not null && await WorksAt(id, entry.Workplace, ct).ConfigureAwait(false)), "change recorded work");
        return entry is null ? null : await Ask(HoursOf(id), command, does, ct).ConfigureAwait(false);
    }

    /// <summary>Workplaces that employ a physician by their own word: one that the physician told of has no right by it.</summary>
    Task<IReadOnlyList<WorkplaceId>> Employers(MemberId id, CancellationToken ct) => Ask(HoursOf(id), 0, static (g, _, t) => g.Employers(t), ct);

    async Task<bool> WorksAt(MemberId id, WorkplaceId at, CancellationToken ct) => (await Employers(id, ct).ConfigureAwait(false)).Contains(at);

    static readonly Refusal UnknownPhysician = new("unknown-physician");

    IWorkHoursGrain HoursOf(MemberId id) => actors.Grain<IWorkHoursGrain>(id.Number);
}
