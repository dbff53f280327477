using JmaActors.Directory;
using JmaActors.Ledgers;
using JmaActors.Members;
using JmaActors.Web.Access;
using JmaActors.Web.Http;

namespace JmaActors.Web.Members;

/// <summary><c>/api/v1/members</c>: people, their identity and membership.</summary>
public static class MemberEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var members = api.MapGroup("/members").WithTags("Members");
        members.MapPost("", Register).Command<MemberView>(
            "Register a person",
            "Gives the person a member number. `key` is the sender's own: the same key again gets the first answer and makes nobody twice.",
            "key-taken", "registry-taken", "card-taken", "bad-name", "bad-kana", "bad-birth-date", "bad-licence-date", "bad-association", "bad-layers", "bad-category");
        members.MapGet("", Search).Question<MemberPage>(
            "Search people",
            "Within the caller's scope, in order of kana. `text` is the start of a kana, part of a name, a registry, card or member number. `next` is the cursor of the next page.");
        members.MapGet("/{id}", Read).Question<MemberView>("One person", "Identity, card and membership as recorded.");
        members.MapGet("/{id}/history", History).Question<IReadOnlyList<HistoryLine>>(
            "History of a person", $"Every event after version `after`, oldest first, at most {MemberLimits.HistoryPage}.");
        members.MapGet("/{id}/attendance", Attendance).Question<AttendancePage>(
            "Sessions somebody attended", "Newest first, in the hall and on the web, with first and last sight of the person. `next` is the cursor of the next page.");
        members.MapPost("/{id}/profile", Profile).Command<MemberView>(
            "Change identity attributes", "Replaces name, kana, dates, registry and card number, with a reason.",
            "not-registered", "registry-taken", "card-taken", "bad-name", "bad-kana", "bad-birth-date", "bad-licence-date", "bad-date");
        members.MapPost("/{id}/membership", Membership).Command<MemberView>(
            "Change membership", "Association, layers and category from a date, with a reason. An office may let its member leave, and change to what it may itself see; after leaving `value` is left out.",
            "not-registered", "bad-association", "bad-layers", "bad-category", "bad-date");
    }

    static async Task<IResult> Register(RegisterBody body, Gateway gateway, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var key = Input.Text(body.Key, "key", MemberLimits.KeyLength);
        var command = body.ToCommand(Input.Date(null, "", clock), CallerOf.Api(http));
        return AnswerResults.ToHttp(await gateway.Register(key, command, ct).ConfigureAwait(false));
    }

    static async Task<IResult> Attendance(string id, string? after, int? size, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.Attendance(Input.Member(id), Input.Cursor(after), Input.Size(size), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Search(
        string? text, string? within, string? category, bool? reached, string? after, int? size, Gateway gateway, HttpContext http, CancellationToken ct)
    {
        var query = new MemberQuery(
            Input.Text(text, "text", WebLimits.SearchText, shortest: 0),
            Input.OptionalAssociation(within, "within"),
            Category(category),
            reached,
            Input.Cursor(after),
            Input.Size(size));
        return (await gateway.SearchMembers(query, CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();
    }

    static async Task<IResult> Read(string id, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.ReadMember(Input.Member(id), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> History(string id, long? after, Gateway gateway, HttpContext http, CancellationToken ct) =>
        (await gateway.MemberHistory(Input.Member(id), Input.After(after), CallerOf.Api(http), ct).ConfigureAwait(false)).ToHttp();

    static async Task<IResult> Profile(string id, ProfileBody body, Gateway gateway, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var command = body.ToCommand(Input.Date(null, "", clock), CallerOf.Api(http));
        return AnswerResults.ToHttp(await gateway.ChangeProfile(Input.Member(id), command, ct).ConfigureAwait(false));
    }

    static async Task<IResult> Membership(string id, ChangeMembershipBody body, Gateway gateway, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var command = body.ToCommand(Input.Date(null, "", clock), CallerOf.Api(http));
        return AnswerResults.ToHttp(await gateway.ChangeMembership(Input.Member(id), command, ct).ConfigureAwait(false));
    }

    static MemberCategory? Category(string? text) => text switch
    {
        null or "" => null,
        "a1" => MemberCategory.A1,
        "a2B" => MemberCategory.A2B,
        "a2C" => MemberCategory.A2C,
        "b" => MemberCategory.B,
        "c" => MemberCategory.C,
        _ => throw new InvalidInputException("category", "A category is a1, a2B, a2C, b or c."),
    };
}
