using JmaActors.Training;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Sessions;

/// <summary><c>/api/v1/sessions/{id}/roll</c>: pages of the roll, its figures, one person's taps.</summary>
public static class RollEndpoints
{
    /// <summary>Characters of a doubt's code.</summary>
    const int DoubtLength = 40;

    public static void Map(IEndpointRouteBuilder session)
    {
        session.MapGet("/roll", Roll).Question<IReadOnlyList<RollLine>>(
            "The roll",
            $"In member order after member `after`, at most {TrainingLimits.RollPage} lines: what each talk earned each person. `show` is `all`, `doubtful`, `open` (doubtful and not decided) or "
            + "`decided`; `doubt` is one of `elsewhere`, `web-and-hall`, `no-exit`, `late`, `left`, `forced`, `manual`, `not-let-in`; `text` is part of a name, a reading or a number. All over the whole roll.");
        session.MapGet("/roll/summary", Summary).Question<RollSummary>("The roll in figures", "People by doubt over the whole roll, how many were decided on, units by scheme.");
        session.MapGet("/roll/{member}/taps", Taps).Question<IReadOnlyList<TapLine>>("One person's taps", $"Newest first, at most {TrainingLimits.RollPage}; refused ones with their reasons.");
    }

    static async Task<IResult> Roll(string id, string? after, string? show, string? doubt, string? text, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        var from = string.IsNullOrEmpty(after) ? (MemberId?)null : Input.Member(after, "after");
        var kind = string.IsNullOrEmpty(doubt) ? null : Input.Text(doubt, "doubt", DoubtLength);
        var sought = string.IsNullOrEmpty(text) ? null : Input.Text(text, "text", WebLimits.SearchText);
        var page = await gateway.NamedRoll(Input.Session(id), new RollQuery(from, Shown(show), kind), sought, CallerOf.Api(http), ct).ConfigureAwait(false);
        return (page?.Lines).ToHttp();
    }

    static RollShow Shown(string? text) => string.IsNullOrEmpty(text)
        ? RollShow.All
        : Enum.TryParse<RollShow>(text, ignoreCase: true, out var show) && Enum.IsDefined(show) ? show : throw new InvalidInputException("show", "all, doubtful, open or decided.");

    static async Task<IResult> Summary(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.RollSummary(Input.Session(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Taps(string id, string member, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.TapsOf(Input.Session(id), Input.Member(member, "member"), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();
}
