using JmaActors.Accounts;
using JmaActors.Pages;
using JmaActors.Pages.Accounts;
using JmaActors.Web.Access;

namespace JmaActors.Web.Accounts;

/// <summary>In which function somebody goes on, and for whom.</summary>
static class FunctionChoice
{
    const int IdMost = 60;

    public static void Map(IEndpointRouteBuilder site)
    {
        var pages = site.Forms(AccountPaths.Function).WithMetadata(new OwnAccountAttribute());
        pages.MapGet("", (HttpContext http, Gateway gateway, TimeProvider clock, CancellationToken ct) => Show(http, gateway, clock, StatusCodes.Status200OK, null, ct));
        pages.MapPost("", Choose);
        pages.MapPost("/for", ActFor);
        pages.MapPost("/for/end", EndActing);
    }

    static async Task<IResult> Choose(HttpContext http, Gateway gateway, TimeProvider clock, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct).ConfigureAwait(false);
        var refusal = await Go(http, gateway, form.Field("function", IdMost), ct).ConfigureAwait(false);
        return refusal is null ? Results.LocalRedirect(PagesSetup.Back(form["back"])) : await Show(http, gateway, clock, StatusCodes.Status422UnprocessableEntity, http.Words(refusal), ct).ConfigureAwait(false);
    }

    /// <summary>代行: the clerk goes on for a member, until it is ended.</summary>
    static async Task<IResult> ActFor(HttpContext http, Gateway gateway, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct).ConfigureAwait(false);
        if (http.Features.Get<Asked>() is not { Caller: { } caller, Function: { } function, Session: { } session }) return Results.LocalRedirect(AccountPaths.Function);
        if (!MemberId.TryParse(form["member"], out var member)) return Results.LocalRedirect("/members");
        var page = form.ContainsKey("back") ? PagesSetup.Back(form["back"]) : $"/members/{member}/credits";
        try
        {
            var answer = await gateway.ActFor(member, new ChooseFunction(session, function.Id, member, form.Field("reason", AccountLimits.ReasonLength), caller), ct).ConfigureAwait(false);
            return answer switch
            {
                null => Notice(http, StatusCodes.Status404NotFound, http.Words("Trouble.Gone.Title"), "/members"),
                { Refusal: { } refusal } => Notice(http, StatusCodes.Status422UnprocessableEntity, http.Words(refusal), page),
                _ => Results.LocalRedirect(page),
            };
        }
        catch (OutOfScopeException)
        {
            return Notice(http, StatusCodes.Status403Forbidden, http.Words("Trouble.Scope.Title"), page);
        }
    }

    static async Task<IResult> EndActing(HttpContext http, Gateway gateway, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct).ConfigureAwait(false);
        if (http.Features.Get<Asked>() is { Function: { } function }) await Go(http, gateway, function.Id, ct).ConfigureAwait(false);
        return Results.LocalRedirect(PagesSetup.Back(form["back"]));
    }

    static async Task<Refusal?> Go(HttpContext http, Gateway gateway, string function, CancellationToken ct)
    {
        var account = http.User.Account()!;
        var answer = await gateway.ChooseFunction(account, new ChooseFunction(http.User.Session()!, function, null, "", AccountSubject.Person(account)), ct).ConfigureAwait(false);
        return answer.Refusal;
    }

    static async Task<IResult> Show(HttpContext http, Gateway gateway, TimeProvider clock, int status, string? trouble, CancellationToken ct)
    {
        var today = JmaActors.Design.Show.DayOf(clock.GetUtcNow());
        var standing = await gateway.AccountStanding(http.User.Account()!, ct).ConfigureAwait(false);
        return AccountForms.Show<ChoosePage>(
            status, (nameof(ChoosePage.Token), http.Token()), (nameof(ChoosePage.Back), http.Back()), (nameof(ChoosePage.Trouble), trouble),
            (nameof(ChoosePage.Functions), (IReadOnlyList<HeldFunction>)[.. standing.Functions.Where(f => f.InForce(today))]), (nameof(ChoosePage.Now), http.Features.Get<Asked>()?.Function?.Id));
    }

    static Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult Notice(HttpContext http, int status, string trouble, string next) => AccountForms.Show<NoticePage>(
        status, (nameof(NoticePage.Title), http.Words("ActFor.Title")), (nameof(NoticePage.Trouble), trouble), (nameof(NoticePage.Next), next));
}
