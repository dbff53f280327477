using JmaActors.Ledgers;
using JmaActors.Policies;
using JmaActors.Time;

namespace JmaActors.WorkHours;

/// <summary>A workplace; see <see cref="IWorkplaceGrain"/>.</summary>
[GrainType(WorkplaceLedger.Name)]
sealed class WorkplaceGrain(LedgerServices services, WorkplaceLedger ledger, PolicyBook book) : LedgerGrain<WorkplaceState, WorkplaceEvent>(services, ledger), IWorkplaceGrain
{
    public Task<Answer<WorkplaceView>> Describe(DescribeWorkplace command, CancellationToken ct) =>
        WorkplaceId.TryParse(Key, out _) ? Commit(command, command.Caller, WorkplaceDecider.Describe, (s, _) => View(s), ct)
        : Durable(new Answer<WorkplaceView>(null, new Refusal("bad-workplace", "", "A workplace has 1 to 20 capital letters, digits or hyphens."), Version, false));

    public Task<Answer<WorkplaceView>> SetAgreement(SetAgreement command, CancellationToken ct) =>
        command.Rules.Length == 0 || book.Work(Tokyo.DateOf(Now)).Beside.Any(s => s.Name == command.Rules)
        ? Commit(command, command.Caller, WorkplaceDecider.SetAgreement, (s, _) => View(s), ct)
        : Durable(new Answer<WorkplaceView>(null, new Refusal("unknown-rules", "", "No set of rules has this name."), Version, false));

    public Task<Answer<WorkplaceView>> SetDepartment(SetDepartment command, CancellationToken ct) => Commit(command, command.Caller, WorkplaceDecider.SetDepartment, (s, _) => View(s), ct);

    public Task<Answer<WorkplaceView>> Designate(DesignateLevel command, CancellationToken ct) => Commit(command, command.Caller, WorkplaceDecider.Designate, (s, _) => View(s), ct);

    public Task<Answer<WorkplaceView>> Permit(PermitDuty command, CancellationToken ct) => Commit(command, command.Caller, WorkplaceDecider.Permit, (s, _) => View(s), ct);

    public Task<Answer<PhysicianLine>> Assign(AssignPhysician command, CancellationToken ct) =>
        Commit(command, command.Caller, WorkplaceDecider.Assign, static (s, c) => Line(s, s.Done[c.Key]), ct);

    public Task<Answer<PhysicianLine>> PlanRoster(PlanRoster command, CancellationToken ct) =>
        Commit(command, command.Caller, WorkplaceDecider.PlanRoster, static (s, c) => Line(s, s.Done[c.Key]), ct);

    public Task<WorkplaceView?> Read(Caller caller, CancellationToken ct) => Durable(State.Described ? View(State) : null);

    public Task<IReadOnlyList<PhysicianLine>> Physicians(MemberId? after, Caller caller, CancellationToken ct) =>
        Durable<IReadOnlyList<PhysicianLine>>([.. State.Physicians.Keys.SkipWhile(m => m <= (after?.Number ?? 0)).Take(WorkHoursLimits.Page).Select(m => Line(State, m))]);

    WorkplaceView View(WorkplaceState state) => new(
        new WorkplaceId(Key), state.Name, new AssociationId(state.Association), state.SmallClinic, state.Agreement?.From, state.Agreement?.Variable ?? false, state.Agreement?.Holiday,
        state.Agreement?.IntervalMinutes ?? 0, [.. state.Departments], [.. state.Designations.Select(d => new DesignationLine(d.Level, d.From, d.To))],
        [.. state.Permits.Select(p => new PermitLine(p.Department, p.Post, Time(p.FromOfDay), Time(p.ToOfDay), p.From, p.To))], state.Physicians.Count, state.Version, state.Agreement?.Rules ?? "");

    static PhysicianLine Line(WorkplaceState state, long member) => new(
        new MemberId(member), state.Physicians[member].Department, [.. state.Physicians[member].Levels.Select(l => new PhysicianLevel(l.Level, l.From, l.To, l.Resident))]);

    static TimeOnly Time(int minutes) => TimeOnly.MinValue.AddMinutes(minutes);
}
