using JmaActors.Ledgers;
using JmaActors.Time;
using Decision = JmaActors.Ledgers.Decision<JmaActors.WorkHours.WorkplaceEvent>;

namespace JmaActors.WorkHours;

/// <summary>What a workplace decides. Pure.</summary>
static class WorkplaceDecider
{
    const int NameMost = 100;

    public static Decision Describe(WorkplaceState state, DescribeWorkplace command, Deciding deciding) =>
        BadKey(command.Key) ?? Known(state, command.Key)
        ?? (string.IsNullOrWhiteSpace(command.Name) || command.Name.Length > NameMost ? Decision.Refuse("bad-name", "", $"A name has 1 to {NameMost} characters.")
        : command.Association.Code is null ? Decision.Refuse("bad-workplace", "", "A workplace lies under an association.")
        : Decision.Event(new WorkplaceDescribed(command.Key, command.Name.Trim(), command.Association.Code, command.SmallClinic)));

    public static Decision SetAgreement(WorkplaceState state, SetAgreement command, Deciding deciding) =>
        Fit(state, command.Key)
        ?? (Math.Abs(command.From.DayNumber - Tokyo.DateOf(deciding.Now).DayNumber) > AgreementDays || command.IntervalMinutes is < 0 or > WorkMinute.Day || command.Holiday is { } day && !Enum.IsDefined(day)
            ? Decision.Refuse("bad-agreement", WorkRuleIds.Period, "A 36協定 begins within ten years; an interval is less than a day.")
            : Decision.Event(new AgreementSet(command.Key, command.From, command.Variable, command.Holiday, command.IntervalMinutes, command.Rules.Length > 0 ? command.Rules : null), command.From));

    const int AgreementDays = 3_653;

    public static Decision SetDepartment(WorkplaceState state, SetDepartment command, Deciding deciding) =>
        Fit(state, command.Key)
        ?? (string.IsNullOrWhiteSpace(command.Name) || command.Name.Length > WorkHoursLimits.NameLength ? Decision.Refuse("bad-name", "", $"A department has 1 to {WorkHoursLimits.NameLength} characters.")
        : state.Departments.Count >= WorkHoursLimits.Terms && command.Open ? Full()
        : Decision.Event(new DepartmentSet(command.Key, command.Name.Trim(), command.Open)));

    public static Decision Designate(WorkplaceState state, DesignateLevel command, Deciding deciding) =>
        Fit(state, command.Key)
        ?? (Unfit(command.From, command.To) || !Enum.IsDefined(command.Level) || command.Level == WorkLevel.A ? Decision.Refuse("bad-dates", "", "A level other than A, from a day to one not before it.")
        : state.Designations.Count >= WorkHoursLimits.Terms ? Full()
        : Decision.Event(new LevelDesignated(command.Key, command.Level, command.From, command.To), command.From));

    public static Decision Permit(WorkplaceState state, PermitDuty command, Deciding deciding) =>
        Fit(state, command.Key)
        ?? (Unfit(command.From, command.To) ? Decision.Refuse("bad-dates", "", "From a day to one not before it.")
        : command.Department.Length > WorkHoursLimits.NameLength || command.Post.Length > WorkHoursLimits.NameLength ? Decision.Refuse("bad-name", "", $"At most {WorkHoursLimits.NameLength} characters.")
        : state.Permits.Count >= WorkHoursLimits.Terms ? Full()
        : Decision.Event(new DutyPermitted(command.Key, new DutyPermit(command.Department, command.Post, Minutes(command.Begins), Minutes(command.Ends), command.From, command.To)), command.From));

    public static Decision Assign(WorkplaceState state, AssignPhysician command, Deciding deciding)
    {
        if (Fit(state, command.Key) is { } unfit) return unfit;
        if (state.Agreement is not { } agreement) return Decision.Refuse("no-agreement", WorkRuleIds.Period);
        if (Unfit(command.From, command.To) || !Enum.IsDefined(command.Level) || !command.Member.IsValid) return Decision.Refuse("bad-dates", "", "From a day to one not before it.");
        if (command.Department.Length > 0 && !state.Departments.Contains(command.Department)) return Decision.Refuse("unknown-department");
        if (command.Reason.Length > WorkHoursLimits.ReasonLength) return Decision.Refuse("reason-too-long", "", $"A reason has at most {WorkHoursLimits.ReasonLength} characters.");
        var held = state.Physicians.GetValueOrDefault(command.Member.Number);
        if (held is null && state.Physicians.Count >= WorkHoursLimits.Physicians) return Decision.Refuse("too-many-physicians", "", $"At most {WorkHoursLimits.Physicians}.");
        if (held?.Levels.Count >= WorkHoursLimits.Terms) return Full();
        var designation = command.Level == WorkLevel.A ? null : state.Designation(command.Level, command.From);
        if (command.Level != WorkLevel.A && designation is null) return Decision.Refuse("level-not-designated", WorkRuleIds.Level(command.Level));
        var lowered = command.Level == WorkLevel.A && held is not null && held.LevelOn(command.From.AddDays(-1)) != WorkLevel.A
            && AgreementPeriods.Year(agreement.From, command.From).First != command.From.DayNumber;
        if (lowered && string.IsNullOrWhiteSpace(command.Reason)) return Decision.Refuse("no-reason", WorkRuleIds.LevelChange);
        var to = designation?.To is { } end && (command.To is not { } last || end < last) ? end : command.To;
        return Decision.Event(
            new PhysicianAssigned(command.Key, command.Member.Number, command.Department, new LevelTerm(command.Level, command.From, to, command.Resident && command.Level == WorkLevel.C1), command.Reason), command.From);
    }

    public static Decision EndEmployment(WorkplaceState state, EndEmployment command, Deciding deciding) =>
        Fit(state, command.Key)
        ?? (!state.Physicians.TryGetValue(command.Member.Number, out var physician) ? Decision.Refuse("unknown-physician")
        : command.Last is { } last && (!WorkMinute.Fits(last) || last < physician.Levels[0].From) ? Decision.Refuse("bad-dates", "", "The last day is not before the first.")
        : Decision.Event(new EmploymentEnded(command.Key, command.Member.Number, command.Last), command.Last));

    public static Decision PlanRoster(WorkplaceState state, PlanRoster command, Deciding deciding) =>
        Fit(state, command.Key)
        ?? (!state.Physicians.TryGetValue(command.Member.Number, out var physician) ? Decision.Refuse("unknown-physician")
        : RosterRules.Refuse(command.From, command.To, command.Shifts) is { } bad ? Decision.Refuse(bad)
        : command.Shifts.Any(s => !physician.WorksOn(Tokyo.DateOf(s.From))) ? Decision.Refuse("unknown-physician", "", "The last day of work here is before a shift.")
        : Decision.Event(new RosterPlanned(command.Key, command.Member.Number, command.From.DayNumber, command.To.DayNumber, RosterRules.Held(command.Shifts)), command.From));

    public static Decision NumberEmployee(WorkplaceState state, NumberEmployee command, Deciding deciding)
    {
        if (Fit(state, command.Key) is { } unfit) return unfit;
        var number = EmployeeNumbers.Normal(command.Number);
        if (!state.Physicians.ContainsKey(command.Member.Number)) return Decision.Refuse("unknown-physician");
        if (number is null) return Decision.Refuse("bad-number", "", $"A number has at most {WorkHoursLimits.NameLength} characters, none of them a control character.");
        if (state.Employees is not null && state.Employees.TryGetValue(number, out var other) && other != command.Member.Number) return Decision.Refuse("number-taken");
        return state.NumberOf(command.Member.Number) == number ? Decision.Nothing() : Decision.Event(new EmployeeNumbered(command.Key, command.Member.Number, number));
    }

    public static Decision KeepMapping(WorkplaceState state, KeepAttendanceMapping command, Deciding deciding) =>
        Fit(state, command.Key)
        ?? (command.Mapping.Fits() ? Decision.Event(new AttendanceMapped(command.Key, command.Mapping.Columns, command.Mapping.Kinds))
        : Decision.Refuse("bad-mapping", "", $"At most {WorkHoursLimits.Mapped} columns and words, each of at most {AttendanceMapping.WordLength} characters."));

    static bool Unfit(DateOnly from, DateOnly? to) => to < from || !WorkMinute.Fits(from) || to is { } last && !WorkMinute.Fits(last);

    static Decision? Fit(WorkplaceState state, string key) =>
        BadKey(key) ?? Known(state, key) ?? (state.Described ? null : Decision.Refuse("unknown-workplace"));

    static Decision? BadKey(string key) => WorkHoursDecider.BadKey(key) is { } bad ? Decision.Refuse(bad) : null;

    static Decision? Known(WorkplaceState state, string key) => state.Done.ContainsKey(key) ? Decision.Again() : null;

    static Decision Full() => Decision.Refuse("ledger-full", "", $"At most {WorkHoursLimits.Terms}.");

    static int Minutes(TimeOnly time) => (int)(time.Ticks / TimeSpan.TicksPerMinute);
}
