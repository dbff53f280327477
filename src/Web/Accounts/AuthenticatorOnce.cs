using System.Globalization;
using JmaActors.Accounts;
using Microsoft.AspNetCore.Identity;

namespace JmaActors.Web.Accounts;

/// <summary>
/// Six digits of an authenticator, each good once (RFC 6238, 5.2): whoever saw them typed cannot use them in the two minutes they would still hold. Those used of late are
/// kept with the account; of two who come with the same at once, the account's concurrency stamp lets one in.
/// </summary>
sealed class AuthenticatorOnce(TimeProvider clock) : AuthenticatorTokenProvider<Account>
{
    const string Store = "[JmaActors]", Name = "codes-used";

    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (!await base.ValidateAsync(purpose, token, manager, user).ConfigureAwait(false)) return false;
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var used = Used(await manager.GetAuthenticationTokenAsync(user, Store, Name).ConfigureAwait(false), now);
        // Digits are read as a number there: with a blank or a sign before them they would be another text of the same code.
        var code = int.Parse(token, CultureInfo.InvariantCulture);
        if (used.Any(u => u.Code == code)) return false;
        used.Add((code, now));
        var kept = string.Join(' ', used.Select(u => string.Create(CultureInfo.InvariantCulture, $"{u.Code}@{u.At}")));
        return (await manager.SetAuthenticationTokenAsync(user, Store, Name, kept).ConfigureAwait(false)).Succeeded;
    }

    static List<(int Code, long At)> Used(string? kept, long now) =>
    [
        .. (kept ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(text => text.Split('@'))
            .Select(parts => (Code: int.Parse(parts[0], CultureInfo.InvariantCulture), At: long.Parse(parts[1], CultureInfo.InvariantCulture)))
            .Where(u => now - u.At < (long)SignInLimits.CodeUsed.TotalSeconds),
    ];
}
