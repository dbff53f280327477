using System.Globalization;
using JmaActors.Accounts;
using JmaActors.Pages.Accounts;
using JmaActors.Web.Access;

namespace JmaActors.Web.Accounts;

/// <summary>What became of one's own account: functions, deputies, for whom one acted, where one signed in.</summary>
static class AccountHistoryPages
{
    /// <summary>Lines of a page; the ledger answers with as many at most.</summary>
    const int Page = 100;

    public static void Map(IEndpointRouteBuilder site) => site.Forms("/account/history").WithMetadata(new OwnAccountAttribute()).MapGet("", Show);

    static async Task<IResult> Show(string? before, HttpContext http, Gateway gateway, IAccountBook names, CancellationToken ct)
    {
        var account = http.User.Account()!;
        var newest = (await gateway.AccountStanding(account, ct).ConfigureAwait(false)).Version;
        var upTo = long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var said) && said <= newest ? said - 1 : newest;
        var after = Math.Max(0, upTo - Page);
        var lines = upTo <= 0 ? [] : (await gateway.AccountHistory(after, AccountSubject.Person(account), ct).ConfigureAwait(false)).Where(l => l.Version <= upTo).Reverse().Select(AccountDeed.Of).ToList();
        var others = lines.SelectMany(l => l.Accounts).Distinct().ToList();
        return AccountForms.Show<AccountHistoryPage>(
            StatusCodes.Status200OK, (nameof(AccountHistoryPage.Lines), (IReadOnlyList<AccountDeed>)lines), (nameof(AccountHistoryPage.Names), await names.Names(others, ct).ConfigureAwait(false)),
            (nameof(AccountHistoryPage.Older), after > 0 ? after + 1 : (long?)null));
    }
}
