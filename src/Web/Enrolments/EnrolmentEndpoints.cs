using JmaActors.Enrolments;
using JmaActors.Web.Access;
using JmaActors.Web.Http;
using JmaActors.Web.Proofs;

namespace JmaActors.Web.Enrolments;

/// <summary><c>/api/v1/programs/{id}/enrolments</c>: sign-up, attendees, course fees and receipts; <c>/members/{id}/enrolments</c>: a person's own.</summary>
public static class EnrolmentEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var program = api.MapGroup("/programs/{id}").WithTags("Enrolments");
        program.MapPut("/enrolment/terms", Terms).Command<EnrolmentOffer>(
            "Set the terms of sign-up", "Capacity, fees, dates, childcare. More places are given at once to those who wait; fewer take nobody's away.",
            "bad-capacity", "bad-fee", "bad-period", "bad-childcare", "bad-circle");
        program.MapGet("/enrolment", Offer).Question<EnrolmentOffer>("Terms and free places", "What the program offers to who would sign up. It names nobody.");
        program.MapGet("/enrolment/figures", Figures).Question<EnrolmentFigures>("Figures of sign-up", "Places, waiting list, childcare and fees, for the host.");
        program.MapPost("/enrolments", SignUp).Command<EnrolmentPlace>(
            "Sign up",
            "A place with a number, or a position on the waiting list. Who is signed up already gets the first answer. `walkIn`: the host adds somebody at the door while it is open, beyond the capacity if need be.",
            "no-sign-up", "not-published", "doors-shut", "unknown-member", "sign-up-not-open", "sign-up-closed", "not-eligible", "no-web", "full", "childcare-full", "childcare-in-hall-only",
            "too-many-children", "too-many-changes", "bad-sign-up", "ledger-full");
        program.MapGet("/enrolments", List).Question<AttendeePage>(
            "Attendees", "In order of arrival, for the host. `q` is part of a name, start of kana or a number; `standing` is waiting, confirmed or cancelled; `next` is the cursor of the next page.");
        program.MapGet("/enrolments.csv", Csv).WithSummary("Attendees as a file").WithDescription("UTF-8 with a byte order mark; `q` and `standing` as in the list.").Produces<string>(StatusCodes.Status200OK, "text/csv");
        program.MapGet("/enrolments/{member}", Place).Question<EnrolmentPlace>("One place", "How somebody's sign-up stands, with price and payments.");
        program.MapDelete("/enrolments/{member}", Delete).Command<EnrolmentPlace>("Cancel", "As POST to `cancel`, with the key as `key`.", "not-signed-up", "cancel-too-late");
        program.MapPost("/enrolments/{member}/cancel", Cancel).Command<EnrolmentPlace>(
            "Cancel", "Gives the place back; the first who waits has it in the same decision.", "not-signed-up", "cancel-too-late");
        program.MapPost("/enrolments/{member}/payments", Pay).Command<EnrolmentPlace>(
            "Record a payment", "Counted once by `key`, and by `reference` where there is one. The entry's number is the receipt's.",
            "not-signed-up", "bad-amount", "bad-payment-method", "date-in-future", "reference-used", "bad-reference", "key-taken", "ledger-full");
        program.MapPost("/enrolments/{member}/refunds", Refund).Command<EnrolmentPlace>(
            "Record a refund", "No more than was paid.", "not-signed-up", "bad-amount", "bad-payment-method", "date-in-future", "refund-too-high", "no-reason", "key-taken", "ledger-full");
        program.MapPost("/enrolments/{member}/receipts/{no:int}/void", Void).Command<EnrolmentPlace>(
            "Void an entry", "A payment or a refund that was a mistake; its number stays used.", "no-entry", "no-reason", "refund-stands");
        program.MapGet("/enrolments/{member}/receipts/{no:int}/pdf", Paper).WithSummary("A receipt as PDF").WithDescription("領収書 of a payment that counts.");
        program.MapGet("/enrolments/{member}/receipts/{no:int}", Receipt).Question<EnrolmentReceipt>("A receipt", "Everything the receipt or refund note says.");
        api.MapGet("/members/{id}/enrolments", Own).WithTags("Enrolments").Question<MemberEnrolmentPage>(
            "My sign-ups", "A person's own, the newest program first; `next` is the cursor of the next page.");
    }

    static async Task<IResult> Terms(string id, TermsBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.SetEnrolmentTerms(Input.Program(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> Offer(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.EnrolmentOffer(Input.Program(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Figures(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.EnrolmentFigures(Input.Program(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> SignUp(string id, SignUpBody body, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        var (program, caller) = (Input.Program(id), CallerOf.Api(http));
        return AnswerResults.ToHttp(body.WalkIn
            ? await gateway.AddAttendee(program, body.ToAdd(caller), ct).ConfigureAwait(false)
            : await gateway.SignUp(program, body.ToSignUp(caller), ct).ConfigureAwait(false));
    }

    static async Task<IResult> List(string id, string? q, string? standing, string? after, int? size, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        var query = new AttendeeQuery(Input.Program(id), Input.Text(q, "q", WebLimits.SearchText, shortest: 0), AttendeeFile.Standing(standing), Input.Cursor(after), Input.Size(size));
        return (await gateway.Attendees(query, CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();
    }

    static Task<IResult> Csv(string id, string? q, string? standing, AttendeeFile file, HttpContext http, CancellationToken ct) =>
        file.Send(id, q, standing, CallerOf.Api(http), ct);

    static async Task<IResult> Place(string id, string member, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.EnrolmentPlace(Input.Program(id), Input.Member(member, "member"), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static Task<IResult> Delete(string id, string member, string key, Gateway gateway, HttpContext http, CancellationToken ct) =>
        Cancel(id, member, new CancelBody(key), gateway, http, ct);

    static async Task<IResult> Cancel(string id, string member, CancelBody body, Gateway gateway, HttpContext http, CancellationToken ct) => AnswerResults.ToHttp(
        await gateway.CancelSignUp(Input.Program(id), body.ToCommand(Input.Member(member, "member"), CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> Pay(string id, string member, PaymentBody body, Gateway gateway, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var command = body.ToCommand(Input.Member(member, "member"), Input.Date(null, "paidOn", clock), CallerOf.Api(http));
        return AnswerResults.ToHttp(await gateway.RecordPayment(Input.Program(id), command, ct).ConfigureAwait(false));
    }

    static async Task<IResult> Refund(string id, string member, RefundBody body, Gateway gateway, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var command = body.ToCommand(Input.Member(member, "member"), Input.Date(null, "paidOn", clock), CallerOf.Api(http));
        return AnswerResults.ToHttp(await gateway.RecordRefund(Input.Program(id), command, ct).ConfigureAwait(false));
    }

    static async Task<IResult> Void(string id, string member, int no, VoidBody body, Gateway gateway, HttpContext http, CancellationToken ct) => AnswerResults.ToHttp(
        await gateway.VoidEntry(Input.Program(id), body.ToCommand(Input.Member(member, "member"), no, CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> Receipt(string id, string member, int no, Gateway gateway, HttpContext http, CancellationToken ct) => ReceiptPaper.Of(
        await gateway.EnrolmentReceipt(Input.Program(id), Input.Member(member, "member"), no, CallerOf.Api(http), ct).ConfigureAwait(false));

    static async Task<IResult> Paper(string id, string member, int no, Gateway gateway, ProofPrinter printer, HttpContext http, CancellationToken ct) => await ReceiptPaper.Print(
        await gateway.EnrolmentReceipt(Input.Program(id), Input.Member(member, "member"), no, CallerOf.Api(http), ct).ConfigureAwait(false), printer, ct).ConfigureAwait(false);

    static async Task<IResult> Own(string id, string? after, int? size, Gateway gateway, HttpContext http, CancellationToken ct) => AnswerResults.ToHttp(
        await gateway.EnrolmentsOf(Input.Member(id), Input.Cursor(after), Input.Size(size), CallerOf.Api(http), ct).ConfigureAwait(false));
}
