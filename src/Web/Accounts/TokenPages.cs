using JmaActors.Accounts;
using JmaActors.Pages.Accounts;
using JmaActors.Web.Access;

namespace JmaActors.Web.Accounts;

/// <summary>Tokens for devices and scripts, on the account's page.</summary>
static class TokenPages
{
    const int IdMost = 60;

    public static async Task<IResult> Issue(HttpContext http, Gateway gateway, Recovery letters, TimeProvider clock, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct).ConfigureAwait(false);
        var account = http.User.Account()!;
        var days = int.TryParse(form["days"], System.Globalization.CultureInfo.InvariantCulture, out var said) && said >= 1 && said <= AccountLimits.TokenLife.Days ? said : 1;
        var (token, text) = BearerToken.New(account);
        var command = new IssueToken(token.Id, form.Field("name", AccountLimits.NameLength).Trim(), token.Hash, form.Field("function", IdMost), clock.GetUtcNow().AddDays(days), AccountSubject.Person(account));
        var answer = await gateway.IssueToken(command, ct).ConfigureAwait(false);
        if (answer.Accepted) await letters.Tell(account, "TokenMade").ConfigureAwait(false);
        return answer.Refusal is { } refusal
            ? AccountForms.Show<NoticePage>(StatusCodes.Status422UnprocessableEntity, (nameof(NoticePage.Title), http.Words("Tokens.Title")), (nameof(NoticePage.Trouble), http.Words(refusal)), (nameof(NoticePage.Next), AccountPaths.Account))
            : AccountForms.Show<TokenPage>(StatusCodes.Status200OK, (nameof(TokenPage.Text), text), (nameof(TokenPage.Name), command.Name), (nameof(TokenPage.Until), command.Until));
    }

    public static async Task<IResult> Revoke(HttpContext http, Gateway gateway, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct).ConfigureAwait(false);
        await gateway.RevokeToken(new RevokeToken(form.Field("token", IdMost), AccountSubject.Person(http.User.Account()!)), ct).ConfigureAwait(false);
        return OwnPages.Told("token-revoked");
    }
}
