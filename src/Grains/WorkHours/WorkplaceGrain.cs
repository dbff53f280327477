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

    public Task<Answer<PhysicianLine>> EndEmployment(EndEmployment command, CancellationToken ct) =>
        Commit(command, command.Caller, WorkplaceDecider.EndEmployment, static (s, c) => Line(s, s.Done[c.Key]), ct);

    public Task<Answer<PhysicianLine>> PlanRoster(PlanRoster command, CancellationToken ct) =>
        Commit(command, command.Caller, WorkplaceDecider.PlanRoster, static (s, c) => Line(s, s.Done[c.Key]), ct);

    public Task<Answer<PhysicianLine>> NumberEmployee(NumberEmployee command, CancellationToken ct) =>
        Commit(command, command.Caller, WorkplaceDecider.NumberEmployee, static (s, c) => Line(s, c.Member.Number), ct);

    public Task<EmployeesFound> FindEmployees(IReadOnlyList<string> numbers, IReadOnlyList<MemberId> members, CancellationToken ct)
    {
        var found = new Dictionary<string, MemberId>(StringComparer.Ordinal);
        foreach (var number in numbers)
        {
            if (State.Employees is not null && State.Employees.TryGetValue(number, out var member)) found[number] = new MemberId(member);
        }
        List<MemberId> employed = [.. members.Where(m => State.Physicians.ContainsKey(m.Number))];
        return Durable(new EmployeesFound(found, employed, [.. employed.Where(m => !State.Physicians[m.Number].WorksOn(Tokyo.DateOf(Now)))]));
    }

    public Task<Answer<AttendanceMapping>> KeepAttendanceMapping(KeepAttendanceMapping command, CancellationToken ct) =>
        Commit(command, command.Caller, WorkplaceDecider.KeepMapping, static (s, _) => Mapping(s)!, ct);

    public Task<AttendanceMapping?> AttendanceMapping(Caller caller, CancellationToken ct) => Durable(Mapping(State));

    static AttendanceMapping? Mapping(WorkplaceState state) => state.Attendance is { } kept ? new AttendanceMapping(kept.Columns, kept.Kinds) : null;

    public Task<WorkplaceView?> Read(Caller caller, CancellationToken ct) => Durable(State.Described ? View(State) : null);

    public Task<IReadOnlyList<PhysicianLine>> Physicians(MemberId? after, Caller caller, CancellationToken ct) =>
        Durable<IReadOnlyList<PhysicianLine>>([.. State.Physicians.Keys.SkipWhile(m => m <= (after?.Number ?? 0)).Take(WorkHoursLimits.Page).Select(m => Line(State, m))]);

    WorkplaceView View(WorkplaceState state) => new(
        new WorkplaceId(Key), state.Name, new AssociationId(state.Association), state.SmallClinic, state.Agreement?.From, state.Agreement?.Variable ?? false, state.Agreement?.Holiday,
        state.Agreement?.IntervalMinutes ?? 0, [.. state.Departments], [.. state.Designations.Select(d => new DesignationLine(d.Level, d.From, d.To))],
        [.. state.Permits.Select(p => new PermitLine(p.Department, p.Post, Time(p.FromOfDay), Time(p.ToOfDay), p.From, p.To))], state.Physicians.Values.Count(p => p.WorksOn(Tokyo.DateOf(Now))), state.Version, state.Agreement?.Rules ?? "",
        [.. book.Work(Tokyo.DateOf(Now)).Beside.Select(s => new RuleSetChoice(s.Name, s.Title))]);

    static PhysicianLine Line(WorkplaceState state, long member) => new(
        new MemberId(member), state.Physicians[member].Department, [.. state.Physicians[member].Levels.Select(l => new PhysicianLevel(l.Level, l.From, l.To, l.Resident))], state.NumberOf(member), state.Physicians[member].Last);

    static TimeOnly Time(int minutes) => TimeOnly.MinValue.AddMinutes(minutes);
}
