using JmaActors.Disputes;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Disputes;

/// <summary><c>/api/v1/disputes</c>: what members say is wrong, and what was decided.</summary>
public static class DisputeEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var cases = api.MapGroup("/disputes").WithTags("Disputes");
        cases.MapGet("", Cases).Question<DisputePage>("Cases", "A member's own, or those the caller's association answers for; the oldest first. `closed` for those decided or withdrawn. `next` is the cursor of the next page.");
        cases.MapGet("/{id}", Read).Question<DisputeView>("A case", "What is said to be wrong, what both sides wrote, and the decision with the event that corrects.");
        cases.MapPost("/{id}", Open).Command<DisputeView>(
            "Open a case", "The id is the member's number, a dot and a key of the sender's choice: the same again gets the first answer. `about` is the session, the attribute, or the entry's key.",
            "bad-subject", "no-words", "too-many-words", "erased");
        cases.MapPost("/{id}/words", Say).Command<DisputeView>("Say something to a case", "From either side; `key` makes it repeatable.", "not-open-case", "no-words", "too-many-words", "ledger-full", "bad-key");
        cases.MapPost("/{id}/decide", Decide).Command<DisputeView>(
            "Decide a case", "With a reason. Who upholds corrects the record first; the correction is named with the decision.", "not-open-case", "not-corrected", "no-words", "too-many-words");
        cases.MapPost("/{id}/withdraw", Withdraw).Command<DisputeView>("Take a case back", "By the member.", "not-open-case");
    }

    static async Task<IResult> Cases(bool? closed, string? after, int? size, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.Disputes(closed ?? false, Input.Cursor(after), Math.Min(Input.Size(size), DisputeLimits.Page), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Read(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.ReadDispute(Id(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Open(string id, OpenDisputeBody body, Gateway gateway, HttpContext http, CancellationToken ct) => (await gateway.OpenDispute(
        Id(id), body.Subject, Input.Text(body.About, "about", DisputeLimits.About), Words(body.Words), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Say(string id, SayDisputeBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.SayDispute(Id(id), Input.Text(body.Key, "key", DisputeLimits.Key), Words(body.Words), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Decide(string id, DecideDisputeBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.DecideDispute(Id(id), new DecideDispute(body.Upheld, Words(body.Words), CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Withdraw(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.WithdrawDispute(Id(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static DisputeId Id(string text) =>
        DisputeId.TryParse(text, out var id) ? id : throw new InvalidInputException("id", $"A case is a member number, a dot and 1 to {DisputeLimits.Key} letters, digits, hyphens or underscores.");

    /// <summary>People write in several lines; other control characters are nobody's words.</summary>
    static string Words(string text)
    {
        if (text.Length is 0 or > DisputeLimits.Words) throw new InvalidInputException("words", $"Give 1 to {DisputeLimits.Words} characters.");
        return text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? throw new InvalidInputException("words", "Leave out control characters.") : text;
    }
}

/// <param name="About">The session, the attribute, or the key of the entry.</param>
public sealed record OpenDisputeBody(DisputeSubject Subject, string About, string Words);

public sealed record SayDisputeBody(string Key, string Words);

/// <param name="Upheld">True when the member is right.</param>
public sealed record DecideDisputeBody(bool Upheld, string Words);
