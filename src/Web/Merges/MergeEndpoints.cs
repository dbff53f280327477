using JmaActors.Ledgers;
using JmaActors.Merges;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Merges;

/// <summary><c>/api/v1/duplicates</c>: records that may be one person's, and what was decided about them.</summary>
public static class MergeEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var pairs = api.MapGroup("/duplicates").WithTags("Duplicates");
        pairs.MapGet("", Pairs).Question<MergeInbox>(
            "Records that may be one person's",
            "Within the caller's scope: who sees both, or one while the other belongs to no association. `status` is proposed (when left out), dismissed, merging, merged, undoing or undone; "
            + "last decided or found first. `next` is the cursor of the next page.");
        pairs.MapGet("/{pair}", Read).Question<MergeView>("A pair", "Two member numbers, the lower first: `1000000001-1000000002`. Why they were proposed, and what was decided.");
        pairs.MapGet("/{pair}/preview", Preview).Question<MergePreview>(
            "What a merge would come to", "Both records, where they differ, what becomes of the credits and the standing before and after, if `into` is the record that stays. Nothing is recorded.");
        pairs.MapGet("/{pair}/history", History).Question<IReadOnlyList<HistoryLine>>("History of a pair", "Every event after version `after`, oldest first.");
        pairs.MapPost("/{pair}/dismiss", Dismiss).Command<MergeView>(
            "Not the same person", "With a reason. The pair is proposed again only for a reason not known now.", "not-proposed", "no-reason", "reason-too-long");
        pairs.MapPost("/{pair}/merge", Merge).Command<MergeView>(
            "Merge two records",
            "`into` is the record that stays; `take` names what it takes over from the other: any of name, birthDate, registry, licensedOn, card, membership. "
            + "What is recorded under the other's number goes on counting for the person. Answers when done, or after some seconds with the steps done so far.",
            "already-merged", "under-way", "not-of-pair", "no-reason", "reason-too-long");
        pairs.MapPost("/{pair}/undo", Undo).Command<MergeView>(
            "Undo a merge", "Each record is what it would be without the merge, what came in meanwhile included.", "not-merged", "under-way", "no-reason", "reason-too-long");
    }

    static async Task<IResult> Pairs(string? status, string? after, int? size, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.Duplicates(Status(status), Input.Cursor(after), Math.Min(Input.Size(size), MergeLimits.Page), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Read(string pair, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.ReadPair(Pair(pair), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Preview(string pair, string into, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.PreviewMerge(Pair(pair), Input.Member(into, "into"), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> History(string pair, long? after, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.PairHistory(Pair(pair), Input.After(after), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Dismiss(string pair, ReasonBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.DismissPair(Pair(pair), new DismissPair(Input.Text(body.Reason, "reason", MergeLimits.ReasonLength), CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Merge(string pair, MergeBody body, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        var command = new DecideMerge(body.Into, Fields(body.Take ?? []), Input.Text(body.Reason, "reason", MergeLimits.ReasonLength), CallerOf.Api(http));
        return (await gateway.DecideMerge(Pair(pair), command, ct).ConfigureAwait(false)).ToHttp();
    }

    static async Task<IResult> Undo(string pair, ReasonBody body, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.UndoMerge(Pair(pair), new UndoMerge(Input.Text(body.Reason, "reason", MergeLimits.ReasonLength), CallerOf.Api(http)), ct).ConfigureAwait(false)).ToHttp();

    static MergePair Pair(string text) =>
        MergePair.TryParse(text, out var pair) ? pair : throw new InvalidInputException("pair", "A pair is two member numbers of ten digits, the lower first, with a hyphen between.");

    static MergeStatus Status(string? text) => text switch
    {
        null or "" or "proposed" => MergeStatus.Proposed,
        "dismissed" => MergeStatus.Dismissed,
        "merging" => MergeStatus.Merging,
        "merged" => MergeStatus.Merged,
        "undoing" => MergeStatus.Undoing,
        "undone" => MergeStatus.Undone,
        _ => throw new InvalidInputException("status", "A status is proposed, dismissed, merging, merged, undoing or undone."),
    };

    static MergeFields Fields(IReadOnlyList<string> names) => names.Aggregate(MergeFields.None, (all, name) => all | name switch
    {
        "name" => MergeFields.Name,
        "birthDate" => MergeFields.BirthDate,
        "registry" => MergeFields.Registry,
        "licensedOn" => MergeFields.LicensedOn,
        "card" => MergeFields.Card,
        "membership" => MergeFields.Membership,
        _ => throw new InvalidInputException("take", "What is taken over is any of name, birthDate, registry, licensedOn, card, membership."),
    });
}

/// <param name="Into">The record that stays.</param>
/// <param name="Take">What it takes over from the other one; nothing when left out.</param>
public sealed record MergeBody(MemberId Into, string Reason, IReadOnlyList<string>? Take = null);

/// <summary>Why.</summary>
public sealed record ReasonBody(string Reason);
