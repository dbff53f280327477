using JmaActors.Accounts;
using JmaActors.Web.Access;
using Microsoft.AspNetCore.Identity;

namespace JmaActors.Web.Accounts;

/// <summary>Tells whoever was signed in as a member that another account is linked to the record now, or that the own one is no more. Where there is no mail, nobody.</summary>
static class LinkLetters
{
    /// <summary>Accounts of before that are told.</summary>
    const int Most = 5;

    /// <summary>After a function was given: those who had it before hear of it.</summary>
    public static async Task Given(HttpContext http, string account, GrantFunction command, Answer<HeldFunction> answer, CancellationToken ct)
    {
        if (answer is not { Accepted: true, Repeat: false } || command.Role != CallerRole.Member) return;
        var before = await http.RequestServices.GetRequiredService<Gateway>().AccountsOf(MemberId.Parse(command.Scope), account, ct).ConfigureAwait(false);
        foreach (var other in before.OrderByDescending(f => f.Ended).Select(f => f.Account).Distinct().Take(Most)) Post(http, other, "Linked", command.Caller, command.Reason);
    }

    /// <summary>After a function was withdrawn: who had it hears of it.</summary>
    public static void Withdrawn(HttpContext http, string account, WithdrawFunction command, Answer<HeldFunction> answer)
    {
        if (answer is { Accepted: true, Repeat: false, Value.Role: CallerRole.Member }) Post(http, account, "Unlinked", command.Caller, command.Reason);
    }

    static void Post(HttpContext http, string account, string template, Caller by, string reason)
    {
        if (http.RequestServices.GetService<LetterBox>() is not { Enabled: true } letters) return;
        var scopes = http.RequestServices.GetRequiredService<IServiceScopeFactory>();
        letters.Post(async () =>
        {
            await using var scope = scopes.CreateAsyncScope();
            var user = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByIdAsync(account).ConfigureAwait(false);
            return user is null ? null : letters.Write(user, template, by.Scope, reason);
        });
    }
}
