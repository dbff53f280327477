using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using JmaActors.Accounts;
using JmaActors.Web.Access;

namespace JmaActors.Web.Accounts;

/// <summary>
/// Functions that come from an organisation's provider: given and withdrawn as its claims say, at each sign-in; others are left alone. One that cannot be given
/// or withdrawn is passed over and logged: it keeps nobody from signing in.
/// </summary>
public sealed partial class ClaimMapping(Gateway gateway, ILogger<ClaimMapping> log)
{
    const int MarkLength = 12;

    static readonly Caller Provider = new(AccountSubject.Provider, CallerRole.System, "*");

    /// <summary>What the claims give; what does not fit its role gives nothing.</summary>
    public static IReadOnlyList<(CallerRole Role, string Scope, OfficeDuties Duties)> Of(IEnumerable<ClaimFunction> rules, ClaimsPrincipal who) =>
    [
        .. from rule in rules
           from claim in who.FindAll(rule.Claim)
           where rule.Value == "*" || claim.Value == rule.Value
           let scope = rule.Value == "*" ? claim.Value : rule.Role == CallerRole.Operator ? "*" : rule.Scope
           where FunctionScopes.Fits(rule.Role, scope)
           select (rule.Role, scope, rule.Role == CallerRole.Office ? rule.Duties : OfficeDuties.All),
    ];

    public async Task Bring(string account, IReadOnlyList<(CallerRole Role, string Scope, OfficeDuties Duties)> wanted, DateOnly today, CancellationToken ct)
    {
        var had = (await gateway.FunctionsOf(account, AccountSubject.Person(account), ct).ConfigureAwait(false)).Where(f => f.By == AccountSubject.Provider && f.Of is null).ToList();
        foreach (var gone in had.Where(f => f.Ended is null && !wanted.Contains(What(f))))
        {
            await Try("withdrawn", gone.Role, () => gateway.WithdrawFunction(account, new WithdrawFunction(gone.Id, "The provider says so no more.", Provider), ct)).ConfigureAwait(false);
        }

        foreach (var f in wanted.Distinct())
        {
            var before = had.Where(h => What(h) == f).ToList();
            if (before.Exists(h => h.Lives(today))) continue;
            var key = string.Create(CultureInfo.InvariantCulture, $"{Mark(f)}-{before.Count + 1}");
            await Try("given", f.Role, () => gateway.GrantFunction(account, new GrantFunction(key, f.Role, f.Scope, f.Duties, today, null, "The provider says so.", Provider), ct)).ConfigureAwait(false);
        }
    }

    async Task Try(string what, CallerRole role, Func<Task<Answer<HeldFunction>>> act)
    {
        try
        {
            if ((await act().ConfigureAwait(false)).Refusal is { } refusal) NotDone(log, what, role, refusal.Reason, null);
        }
        catch (Exception fault) when (fault is NothingThereException or InvalidInputException or OutOfScopeException)
        {
            NotDone(log, what, role, fault.GetType().Name, fault);
        }
    }

    static (CallerRole Role, string Scope, OfficeDuties Duties) What(HeldFunction f) => (f.Role, f.Scope, f.Duties);

    /// <summary>The same function has the same mark at every sign-in.</summary>
    static string Mark((CallerRole Role, string Scope, OfficeDuties Duties) f) =>
        AccountSubject.ProviderKey + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{f.Role}|{f.Scope}|{f.Duties}")))[..MarkLength];

    [LoggerMessage(6310, LogLevel.Warning, "A function of role {Role} that the provider's claims say was not {What}: {Reason}")]
    static partial void NotDone(ILogger log, string what, CallerRole role, string reason, Exception? fault);
}
