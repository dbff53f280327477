using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using JmaActors.Accounts;
using JmaActors.Web.Access;

namespace JmaActors.Web.Accounts;

/// <summary>Functions that come from an organisation's provider: given and withdrawn as its claims say, at each sign-in; others are left alone.</summary>
public sealed class ClaimMapping(Gateway gateway)
{
    const string Prefix = "oidc-";
    const int MarkLength = 12;

    static readonly Caller Provider = new("openid", CallerRole.System, "*");

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
        var had = await gateway.FunctionsOf(account, AccountSubject.Person(account), ct).ConfigureAwait(false);
        var marks = wanted.Distinct().ToDictionary(Mark);
        foreach (var gone in had.Where(f => f.Ended is null && f.Id.StartsWith(Prefix, StringComparison.Ordinal) && !marks.ContainsKey(f.Id[..(Prefix.Length + MarkLength)])))
        {
            await gateway.WithdrawFunction(account, new WithdrawFunction(gone.Id, "The provider says so no more.", Provider), ct).ConfigureAwait(false);
        }

        foreach (var (mark, f) in marks)
        {
            var before = had.Where(h => h.Id.StartsWith(mark, StringComparison.Ordinal)).ToList();
            if (before.Exists(h => h.Ended is null)) continue;
            var key = string.Create(CultureInfo.InvariantCulture, $"{mark}-{before.Count + 1}");
            await gateway.GrantFunction(account, new GrantFunction(key, f.Role, f.Scope, f.Duties, today, null, "The provider says so.", Provider), ct).ConfigureAwait(false);
        }
    }

    /// <summary>The same function has the same mark at every sign-in.</summary>
    static string Mark((CallerRole Role, string Scope, OfficeDuties Duties) f) =>
        Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{f.Role}|{f.Scope}|{f.Duties}")))[..MarkLength];
}
