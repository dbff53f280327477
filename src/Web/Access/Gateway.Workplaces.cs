using JmaActors.Audit;
using JmaActors.Rosters;
using JmaActors.WorkHours;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>Name of the duty list in the audit.</summary>
    const string DutyList = "duty";

    /// <summary>A workplace; null when nobody has described it.</summary>
    public Task<WorkplaceView?> Workplace(WorkplaceId id, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeeWorkplace(id), "see a workplace");
        return Ask(WorkplaceOf(id), caller, static (g, c, t) => g.Read(c, t), ct);
    }

    /// <summary>Physicians of a workplace in order of their number.</summary>
    public async Task<IReadOnlyList<PhysicianLine>> Physicians(WorkplaceId id, MemberId? after, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeeWorkplace(id), "see a workplace");
        var lines = await Ask(WorkplaceOf(id), (after, caller), static (g, w, t) => g.Physicians(w.after, w.caller, t), ct).ConfigureAwait(false);
        if (lines.Count > 0) await Listed(DutyList, lines.Select(l => l.Member), caller, ct).ConfigureAwait(false);
        return lines;
    }

    /// <summary>Physicians of a workplace by risk.</summary>
    public async Task<DutyPage> Duty(WorkplaceId id, string? after, int size, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeeWorkplace(id), "see a duty list");
        var page = await Ask(actors.Grain<IDutyListGrain>(0), (id, after, size, caller), static (g, w, t) => g.Duty(w.id, w.after, w.size, w.caller, t), ct).ConfigureAwait(false);
        if (page.Lines.Count > 0) await Listed(DutyList, page.Lines.Select(l => l.Member), caller, ct).ConfigureAwait(false);
        return page;
    }

    /// <summary>Puts a workplace on record, or changes what it is called.</summary>
    public Task<Answer<WorkplaceView>> DescribeWorkplace(WorkplaceId id, DescribeWorkplace command, CancellationToken ct) =>
        Steered(id, new Target.DesignateWorkplace(id), command, command.Caller, static (g, c, t) => g.Describe(c, t), ct);

    /// <summary>Keeps that a level was designated.</summary>
    public Task<Answer<WorkplaceView>> DesignateLevel(WorkplaceId id, DesignateLevel command, CancellationToken ct) =>
        Steered(id, new Target.DesignateWorkplace(id), command, command.Caller, static (g, c, t) => g.Designate(c, t), ct);

    /// <summary>Keeps the 36協定.</summary>
    public Task<Answer<WorkplaceView>> SetAgreement(WorkplaceId id, SetAgreement command, CancellationToken ct) =>
        Steered(id, new Target.SteerWorkplace(id), command, command.Caller, static (g, c, t) => g.SetAgreement(c, t), ct);

    /// <summary>Opens or closes a department.</summary>
    public Task<Answer<WorkplaceView>> SetDepartment(WorkplaceId id, SetDepartment command, CancellationToken ct) =>
        Steered(id, new Target.SteerWorkplace(id), command, command.Caller, static (g, c, t) => g.SetDepartment(c, t), ct);

    /// <summary>Keeps a permit of 宿日直.</summary>
    public Task<Answer<WorkplaceView>> PermitDuty(WorkplaceId id, PermitDuty command, CancellationToken ct) =>
        Steered(id, new Target.SteerWorkplace(id), command, command.Caller, static (g, c, t) => g.Permit(c, t), ct);

    /// <summary>
    /// Gives a physician a department and a level; null when there is no such person. Whom a workplace employs it sees the hours of, so that it does not say so itself.
    /// </summary>
    public async Task<Answer<PhysicianLine>?> AssignPhysician(WorkplaceId id, AssignPhysician command, CancellationToken ct)
    {
        Require(command.Caller, new Target.DesignateWorkplace(id), "keep a workplace");
        if (await MembershipOf(command.Member, ct).ConfigureAwait(false) is null) return null;
        return await Ask(WorkplaceOf(id), command, static (g, c, t) => g.Assign(c, t), ct).ConfigureAwait(false);
    }

    /// <summary>Keeps the last day on which a physician works here.</summary>
    public Task<Answer<PhysicianLine>> EndEmployment(WorkplaceId id, EndEmployment command, CancellationToken ct) =>
        Steered(id, new Target.DesignateWorkplace(id), command, command.Caller, static (g, c, t) => g.EndEmployment(c, t), ct);

    /// <summary>Keeps the workplace's own number of a physician.</summary>
    public Task<Answer<PhysicianLine>> NumberEmployee(WorkplaceId id, NumberEmployee command, CancellationToken ct) =>
        Steered(id, new Target.SteerWorkplace(id), command, command.Caller, static (g, c, t) => g.NumberEmployee(c, t), ct);

    /// <summary>How the workplace's attendance files were last read; null before the first.</summary>
    public Task<AttendanceMapping?> AttendanceMapping(WorkplaceId id, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.ImportAttendance(id), "import attendance");
        return Ask(WorkplaceOf(id), caller, static (g, c, t) => g.AttendanceMapping(c, t), ct);
    }

    /// <summary>Keeps how the files of an import's workplace are read, unless that is known.</summary>
    public async Task KeepAttendanceMapping(string key, AttendanceMapping mapping, Caller caller, CancellationToken ct)
    {
        if (ImportKeys.WorkplaceOf(key) is not { } id || !mapping.Fits()) return;
        var held = await AttendanceMapping(id, caller, ct).ConfigureAwait(false);
        if (held is not null && Same(held.Columns, mapping.Columns) && Same(held.Kinds, mapping.Kinds)) return;
        await Ask(WorkplaceOf(id), new KeepAttendanceMapping($"map/{Guid.NewGuid():n}", mapping, caller), static (g, c, t) => g.KeepAttendanceMapping(c, t), ct).ConfigureAwait(false);
    }

    static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(o => other.TryGetValue(o.Key, out var said) && said == o.Value);

    /// <summary>Saves a physician's plan.</summary>
    public Task<Answer<PhysicianLine>> PlanRoster(WorkplaceId id, PlanRoster command, CancellationToken ct) =>
        Steered(id, new Target.SteerWorkplace(id), command, command.Caller, static (g, c, t) => g.PlanRoster(c, t), ct);

    /// <summary>What a physician's plan would newly break, before it is saved.</summary>
    public async Task<Answer<IReadOnlyList<HoursFinding>>> TryRoster(WorkplaceId id, MemberId member, TryRoster roster, CancellationToken ct)
    {
        Require(roster.Caller, new Target.SteerWorkplace(id), "keep a workplace");
        // Of somebody who does not work here nothing is told, also not whether somebody is there.
        if (!await WorksAt(member, id, ct).ConfigureAwait(false)) return new Answer<IReadOnlyList<HoursFinding>>(null, UnknownPhysician, 0, false);
        await Look(member, AuditParts.Hours, roster.Caller, ct).ConfigureAwait(false);
        return await Ask(HoursOf(member), roster, static (g, r, t) => g.TryRoster(r, t), ct).ConfigureAwait(false);
    }

    Task<Answer<T>> Steered<TCommand, T>(
        WorkplaceId id, Target target, TCommand command, Caller caller, Func<IWorkplaceGrain, TCommand, CancellationToken, Task<Answer<T>>> does, CancellationToken ct)
    {
        Require(caller, target, "keep a workplace");
        return Ask(WorkplaceOf(id), command, does, ct);
    }

    Task<WorkplaceView?> WorkplaceThere(WorkplaceId id, Caller caller, CancellationToken ct) => Ask(WorkplaceOf(id), caller, static (g, c, t) => g.Read(c, t), ct);

    IWorkplaceGrain WorkplaceOf(WorkplaceId id) => actors.Grain<IWorkplaceGrain>(id.Code);
}
