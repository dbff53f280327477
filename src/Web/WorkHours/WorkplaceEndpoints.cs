using JmaActors.Web.Access;
using JmaActors.Web.Http;
using JmaActors.WorkHours;

namespace JmaActors.Web.WorkHours;

/// <summary><c>/api/v1/workplaces/{id}</c>: a workplace, its physicians, their rosters, and who is on duty.</summary>
public static class WorkplaceEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var workplace = api.MapGroup("/workplaces/{id}").WithTags("Workplaces");
        workplace.MapGet("", Read).Question<WorkplaceView>("A workplace", "Its 36協定, departments, designations and permits. For its duty manager and interviewer.");
        workplace.MapGet("/physicians", Physicians).Question<IReadOnlyList<PhysicianLine>>("Physicians of a workplace", $"In order of their number, at most {WorkHoursLimits.Page} after `after`.");
        workplace.MapGet("/duty", Duty).Question<DutyPage>("Who is on duty", "Physicians by risk: the gravest finding first, then the longest expected month. A keyset page.");
        workplace.MapPut("", Describe).Command<WorkplaceView>("Put a workplace on record", "The first word makes it. For an operator.", "bad-name", "bad-workplace");
        workplace.MapPost("/designations", Designate).Command<WorkplaceView>("A level was designated", "By the prefecture. For an operator.", "unknown-workplace", "bad-dates", "ledger-full");
        workplace.MapPut("/agreement", Agree).Command<WorkplaceView>("Set the 36協定", "Years and months of hours run from its day.", "unknown-workplace", "bad-agreement", "unknown-rules");
        workplace.MapPut("/departments", Department).Command<WorkplaceView>("Open or close a department", "A 診療科.", "unknown-workplace", "bad-name", "ledger-full");
        workplace.MapPost("/permits", Permit).Command<WorkplaceView>("A permit of 宿日直", "For a department, a post and a band of the day.", "unknown-workplace", "bad-dates", "bad-name", "ledger-full");
        workplace.MapPost("/physicians", Assign).Command<PhysicianLine>(
            "Assign a physician", "A department and a level, from a day. For an operator: whom a workplace employs it sees the hours of.", "unknown-workplace", "no-agreement", "level-not-designated", "bad-dates", "unknown-department", "too-many-physicians", "no-reason");
        workplace.MapPost("/physicians/{member}/end", End).Command<PhysicianLine>(
            "Until when a physician works here", "The last day. After it the workplace sees and records nothing of her any more, and what was planned falls away. For an operator.", "unknown-workplace", "unknown-physician", "bad-dates");
        workplace.MapGet("/rosters", Rosters).Question<RosterPage>(
            "Planned rosters", $"Of {Gateway.RosterLines} physicians after `after`, in order of their number, from `from` to `to` (yyyy-MM-dd): shifts at the workplace, and what the plan of all employers breaks as it stands. `department` narrows it.");
        workplace.MapGet("/rosters/check", Check).Question<RosterPage>(
            "Check rosters", $"Checks the plans of the next {Gateway.RosterChecks} physicians after `after` as they stand, and answers those that break something. `next` goes on.");
        workplace.MapPost("/rosters/{member}", Plan).Command<PhysicianLine>("Save a roster", "In the place of what was planned for these days.", "unknown-workplace", "unknown-physician", "bad-roster");
        workplace.MapPost("/rosters/{member}/trial", Try).Command<IReadOnlyList<HoursFinding>>("Try a roster", "What it would newly break. Nothing is saved.", "unknown-physician", "bad-roster");
    }

    static async Task<IResult> Read(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.Workplace(Input.Workplace(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Physicians(string id, string? after, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.Physicians(Input.Workplace(id), After(after), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Duty(string id, string? after, int? size, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.Duty(Input.Workplace(id), Input.Cursor(after), Input.Size(size), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Describe(string id, WorkplaceBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.DescribeWorkplace(Input.Workplace(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Designate(string id, DesignationBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.DesignateLevel(Input.Workplace(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Agree(string id, AgreementBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.SetAgreement(Input.Workplace(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Department(string id, DepartmentBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.SetDepartment(Input.Workplace(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Permit(string id, PermitBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.PermitDuty(Input.Workplace(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Assign(string id, PhysicianBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.AssignPhysician(Input.Workplace(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> End(string id, string member, EmploymentEndBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.EndEmployment(Input.Workplace(id), body.ToCommand(Input.Member(member, "member"), CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Rosters(string id, string? department, string? from, string? to, string? after, Gateway gateway, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var (first, last) = Days(from, to, clock);
        var only = string.IsNullOrEmpty(department) ? null : Input.Text(department, "department", WorkHoursLimits.NameLength);
        return (await gateway.Rosters(Input.Workplace(id), only, first, last, After(after), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();
    }

    static async Task<IResult> Check(string id, string? from, string? to, string? after, Gateway gateway, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var (first, last) = Days(from, to, clock);
        return (await gateway.CheckRosters(Input.Workplace(id), first, last, After(after), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();
    }

    /// <summary>The days asked about; a month from today when nothing is said, and not more than a roster covers.</summary>
    static (DateOnly From, DateOnly To) Days(string? from, string? to, TimeProvider clock)
    {
        const int Month = 30;
        var first = Input.Date(from, "from", clock);
        var last = string.IsNullOrEmpty(to) ? first.AddDays(Month) : Input.Date(to, "to", clock);
        return last >= first && last.DayNumber - first.DayNumber < WorkHoursLimits.RosterDays ? (first, last) : throw new InvalidInputException("to", $"Give 1 to {WorkHoursLimits.RosterDays} days.");
    }

    static MemberId? After(string? after) => string.IsNullOrEmpty(after) ? null : Input.Member(after, "after");

    static async Task<IResult> Plan(string id, string member, RosterBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.PlanRoster(Input.Workplace(id), body.ToCommand(Input.Member(member, "member"), CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Try(string id, string member, RosterTrialBody body, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        var workplace = Input.Workplace(id);
        return (await gateway.TryRoster(workplace, Input.Member(member, "member"), body.ToCommand(workplace, CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();
    }
}
