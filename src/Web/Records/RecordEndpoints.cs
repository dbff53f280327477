using JmaActors.Benefits;
using JmaActors.Credits;
using JmaActors.Members;
using JmaActors.Records;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Records;

/// <summary><c>/api/v1/members/{id}/record</c>: a person's record over time, and its corrections.</summary>
public static class RecordEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var record = api.MapGroup("/members/{id}").WithTags("Records");
        record.MapGet("/record", Record).Question<MemberRecord>(
            "The record with its dates", "Identity and membership as recorded, each with the event that recorded it and the date it holds from, and what is in force when.");
        record.MapGet("/record/history", History).Question<RecordPage>(
            "Everything that happened to a record",
            "Of all ledgers that hold something of the person, newest first: who, when recorded, from when it holds, what was so before and is so after, why. "
            + "`chapter` narrows it to `member`, `credits`, `enrolments`, `passes`, `certificates` or `work-hours`; `next` is the cursor of the next page. "
            + $"Sign-ups are told to the person alone. A ledger of more than {RecordLimits.Events} events is refused with `history-too-long`.");
        record.MapGet("/record/as-of", AsOf).Question<RecordAsOf>(
            "The record on a past date",
            "`held` is what held on the date `on` as it is known now; `believed` what had been recorded by the end of that date (Asia/Tokyo). Rules judge by the policy of the date.");
        record.MapGet("/benefits/{benefit}/counted", Counts).Question<Counted>(
            "What counts", "Behind a benefit's headline figure as of `on` (today when left out): every entry, what of it counts, and why.");
        record.MapPost("/membership/correct", CorrectMembership).Command<MemberView>(
            "Correct what was recorded of the membership", "Another membership or date takes the place of what event `of` recorded; both stay on record.",
            "no-record", "nothing-changed", "no-reason", "bad-association", "bad-layers", "bad-category", "bad-date", "not-registered", "ledger-full");
        record.MapPost("/membership/correct/trial", TryMembership).Operation<MembershipTrial>(
            "What a correction of the membership would change", "Nothing is recorded. `refusal` says why it would be refused.");
        record.MapPost("/profile/correct", CorrectIdentity).Command<MemberView>(
            "Correct what was recorded of the identity", "Other attributes or another date take the place of what event `of` recorded; both stay on record.",
            "no-record", "no-reason", "date-in-future", "registry-taken", "card-taken", "bad-name", "bad-kana", "bad-birth-date", "bad-licence-date", "bad-date", "not-registered", "erased", "ledger-full");
        record.MapPost("/credits/{key}/correct", CorrectCredit).Command<CreditEntry>(
            "Correct an entry",
            "Another entry takes the place of a wrong one, which stays visible and counts no longer. Answers the entry in its place. What was earned at a session is corrected on its roll. A slash in the key is written `%2F`.",
            "no-entry", "corrected-on-roll", "already-corrected", "already-voided", "nothing-changed", "corrected-too-often", "no-reason", "bad-units", "unknown-code", "unknown-scheme", "unknown-subject",
            "date-in-future", "date-too-early", "before-licence", "too-many-units", "e-learning-units", "method-units", "ledger-full");
        record.MapPost("/credits/{key}/correct/trial", TryCredit).Operation<CorrectionTrial>(
            "What a correction of an entry would change", "The standing of today before and after; nothing is recorded. `refusal` says why it would be refused.");
    }

    static async Task<IResult> Record(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.Record(Input.Member(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> History(string id, string? chapter, string? after, int? size, Gateway gateway, HttpContext http, CancellationToken ct) =>
        Read(await gateway.RecordHistory(Input.Member(id), Chapter(chapter), Input.Cursor(after), Size(size), CallerOf.Api(http), ct).ConfigureAwait(false));

    static async Task<IResult> AsOf(string id, string? on, Gateway gateway, TimeProvider clock, HttpContext http, CancellationToken ct) =>
        Read(await gateway.RecordAsOf(Input.Member(id), Input.Date(on, "on", clock), CallerOf.Api(http), ct).ConfigureAwait(false));

    static async Task<IResult> Counts(string id, string benefit, string? on, Gateway gateway, TimeProvider clock, HttpContext http, CancellationToken ct) =>
        (await gateway.WhatCounts(Input.Member(id), Input.Text(benefit, "benefit", WebLimits.SearchText), Input.Date(on, "on", clock), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> CorrectMembership(string id, CorrectMembershipBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.CorrectMembership(Input.Member(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> TryMembership(string id, CorrectMembershipBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.TryMembership(Input.Member(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> CorrectIdentity(string id, CorrectIdentityBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.CorrectIdentity(Input.Member(id), body.ToCommand(CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> CorrectCredit(string id, string key, CorrectCreditBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        AnswerResults.ToHttp(await gateway.CorrectCredit(Input.Member(id), body.ToCommand(Input.Key(key, "key", WebLimits.EntryKey), CallerOf.Api(http)), ct).ConfigureAwait(false));

    static async Task<IResult> TryCredit(string id, string key, CorrectCreditBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.TryCorrection(Input.Member(id), body.ToCommand(Input.Key(key, "key", WebLimits.EntryKey), CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    /// <summary>What was read, the refusal as a problem, or 404 where there is nothing.</summary>
    static IResult Read<T>(Answer<T>? answer)
        where T : class => answer is { Refusal: { } refusal } ? Problem.Of(refusal) : (answer?.Value).ToHttp();

    static int Size(int? size) => size switch
    {
        null => 50,
        >= 1 and <= RecordLimits.HistoryPage => size.Value,
        _ => throw new InvalidInputException("size", $"A page has 1 to {RecordLimits.HistoryPage} lines."),
    };

    static string? Chapter(string? text) => text switch
    {
        null or "" => null,
        RecordChapters.Member or RecordChapters.Credits or RecordChapters.Enrolments or RecordChapters.Passes or RecordChapters.Certificates or RecordChapters.WorkHours or RecordChapters.Dues => text,
        _ => throw new InvalidInputException("chapter", "A chapter is member, credits, enrolments, passes, certificates, work-hours or dues."),
    };
}
