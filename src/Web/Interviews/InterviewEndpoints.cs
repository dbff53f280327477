using JmaActors.Interviews;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Interviews;

/// <summary><c>/api/v1/workplaces/{id}/interviews</c> and <c>/api/v1/interviews/{id}</c>: 面接指導, from who is due to the end of the measures.</summary>
public static class InterviewEndpoints
{
    static readonly string[] Unfit = ["head-not-named", "superior-not-named", "not-qualified", "interviewer-is-head", "interviewer-is-superior", "interviewer-is-physician"];

    public static void Map(IEndpointRouteBuilder api)
    {
        var workplace = api.MapGroup("/workplaces/{id}/interviews").WithTags("Interviews");
        workplace.MapGet("", Due).Question<InterviewDuePage>("Who is due", "Physicians to be checked or interviewed, with the day by which, those due first; how far each case is. For the duty manager. A keyset page.");
        workplace.MapGet("/waiting", Waiting).Question<InterviewBoard>("What waits", "Each kind of work with its count, and how much of it is late. Names nobody.");
        workplace.MapGet("/cases", Cases).Question<InterviewPage>("Cases", "Under way, or with `closed` those that are over; to an interviewer the own ones. A keyset page.");
        workplace.MapGet("/desk", Desk).Question<InterviewDesk>("Who may interview", "The manager of the institution, interviewers with their certificates, and who directs whom.");
        workplace.MapPut("/desk/head", Head).Command<InterviewDesk>("Name the manager of the institution", "Who is never an interviewer there. Somebody who works there; whoever does not is named by an operator.", "bad-key", "unknown-physician");
        workplace.MapPut("/desk/superiors", Superior).Command<InterviewDesk>("Name who directs a physician", "Who never interviews her. Both work there. Left out when nobody does.", "unknown-physician", "own-superior", "ledger-full");
        workplace.MapPut("/desk/interviewers", Keep).Command<InterviewDesk>("Keep an interviewer", "Who completed the ministry's course, with date and number of the certificate. Somebody who works there; whoever does not is kept by an operator.", "unknown-physician", "in-the-future", "no-certificate", "ledger-full");
        workplace.MapPost("/desk/interviewers/{member}/end", End).Command<InterviewDesk>("Somebody interviews no more", "From today.", "unknown-interviewer");

        var one = api.MapGroup("/interviews/{id}").WithTags("Interviews");
        one.MapGet("", Read).Question<InterviewView>(
            "A case", "The id is workplace, member and first day of the month: `W26-014.1000000001.20261101`. What was answered and talked about is there for the physician and the interviewer alone.");
        one.MapPost("/assign", Assign).Command<InterviewView>("Assign an interviewer", "Opens the case when there is none.", [.. Unfit, "unknown-physician", "bad-month", "interview-over"]);
        one.MapPost("/appoint", Appoint).Command<InterviewView>("Set the date", "By the workplace or who was assigned.", "not-assigned", "interview-over", "no-place", "bad-dates");
        one.MapPost("/check", Check).Command<InterviewView>("Fill in the check of sleep and fatigue", "By the physician. Her hours keep only that it was done and whether there was a sign.", "unknown-physician", "bad-month", "bad-check", "interview-over");
        one.MapPost("/hold", Hold).Command<InterviewView>("Record the interview and give the opinion", "By who was assigned.", [.. Unfit, "check-missing", "in-the-future", "bad-dates", "interview-over"]);
        one.MapPost("/measures", Measures).Command<InterviewView>("Decide on measures", "After the opinion; hours can be cut before. `none` when none is needed.", "not-held", "interview-over", "bad-dates");
        one.MapPost("/follow", Follow).Command<InterviewView>("Say how the measures went", "`done` when nothing more is to be done.", "no-measures", "interview-over");
        one.MapPost("/pass-on", PassOn).Command<InterviewView>("Pass the result on to another employer", "By the physician: that employer's duty is met by it.", "not-held", "unknown-workplace");
        one.MapPost("/drop", Drop).Command<InterviewView>("Call a case off", "Before it was held.", "not-assigned", "interview-over");

        var own = api.MapGroup("/members/{id}/interviews").WithTags("Interviews");
        own.MapGet("", Own).Question<InterviewPage>("A physician's interviews", "At all employers; for herself.");
        own.MapGet("/due", OwnDue).Question<InterviewDuePage>("What a physician's employers ask of her", "Checks and interviews, with the day by which; for herself.");
    }

    static async Task<IResult> Due(string id, string? after, int? size, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.InterviewsDue(Input.Workplace(id), Input.Cursor(after), Input.Size(size), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Waiting(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.InterviewWork(Input.Workplace(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Cases(string id, bool? closed, string? after, int? size, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.InterviewsOf(Input.Workplace(id), closed ?? false, Input.Cursor(after), Input.Size(size), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Desk(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.InterviewDesk(Input.Workplace(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Head(string id, InstitutionHeadBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.KeepInterviewDesk(Input.Workplace(id), [body.Head], body.ToCommand(CallerOf.Api(http)), CallerOf.Api(http), static (g, c, t) => g.NameHead(c, t), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Superior(string id, SuperiorBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.KeepInterviewDesk(Input.Workplace(id), body.Superior is { } above ? [body.Member, above] : [body.Member], body.ToCommand(CallerOf.Api(http)), CallerOf.Api(http), static (g, c, t) => g.NameSuperior(c, t), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Keep(string id, InterviewerBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.KeepInterviewDesk(Input.Workplace(id), [body.Member], body.ToCommand(CallerOf.Api(http)), CallerOf.Api(http), static (g, c, t) => g.KeepInterviewer(c, t), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> End(string id, string member, InterviewKeyBody body, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        var command = new EndInterviewer(InterviewText.Key(body.Key), Input.Member(member, "member"), CallerOf.Api(http));
        return (await gateway.KeepInterviewDesk(Input.Workplace(id), [], command, command.Caller, static (g, c, t) => g.EndInterviewer(c, t), ct).ConfigureAwait(false)).ToHttp();
    }

    static async Task<IResult> Read(string id, Gateway gateway, HttpContext http, CancellationToken ct) => (await gateway.ReadInterview(Id(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Assign(string id, AssignBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.KeepInterview(Id(id), true, body.ToCommand(Id(id), CallerOf.Api(http)), CallerOf.Api(http), static (g, c, t) => g.Assign(c, t), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Appoint(string id, AppointBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.AppointInterview(Id(id), body.ToCommand(Id(id), CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Check(string id, FatigueCheckBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.FillCheck(Id(id), body.ToCommand(Id(id), CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Hold(string id, HoldBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.HoldInterview(Id(id), body.ToCommand(Id(id), CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Measures(string id, MeasuresBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.KeepInterview(Id(id), true, body.ToCommand(Id(id), CallerOf.Api(http)), CallerOf.Api(http), static (g, c, t) => g.DecideMeasures(c, t), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Follow(string id, FollowBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.KeepInterview(Id(id), false, body.ToCommand(Id(id), CallerOf.Api(http)), CallerOf.Api(http), static (g, c, t) => g.FollowMeasures(c, t), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> PassOn(string id, PassOnBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.PassInterviewOn(Id(id), body.ToCommand(Id(id), CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Drop(string id, DropBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.KeepInterview(Id(id), false, body.ToCommand(Id(id), CallerOf.Api(http)), CallerOf.Api(http), static (g, c, t) => g.Drop(c, t), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Own(string id, bool? closed, string? after, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.OwnInterviews(Input.Member(id), closed ?? false, Input.Cursor(after), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> OwnDue(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.OwnInterviewsDue(Input.Member(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static InterviewId Id(string text) =>
        InterviewId.TryParse(text, out var id) ? id : throw new InvalidInputException("id", "A case is a workplace, a member number and the first day of a month as yyyymmdd, with dots between.");
}
