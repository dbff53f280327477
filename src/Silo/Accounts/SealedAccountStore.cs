using JmaActors.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace JmaActors.Accounts;

/// <summary>Accounts whose secrets of second steps and recovery codes are sealed, each for its own account.</summary>
sealed class SealedAccountStore(AccountsDb db, AccountsKey key, IdentityErrorDescriber describer) : UserOnlyStore<Account, AccountsDb>(db, describer)
{
    /// <summary>Before what is sealed; no secret and no code has a colon.</summary>
    const string Mark = "sealed:";

    public override Task SetTokenAsync(Account user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null || !key.Seals ? value : Sealed(key, user.Id, name, value), cancellationToken);

    public override async Task<string?> GetTokenAsync(Account user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        var kept = await base.GetTokenAsync(user, loginProvider, name, cancellationToken);
        return kept?.StartsWith(Mark, StringComparison.Ordinal) is true ? key.Open(kept[Mark.Length..], Whose(user.Id, name)) : kept;
    }

    /// <summary>Seals what was kept before there was a key.</summary>
    public static async Task SealAll(AccountsDb db, AccountsKey key, CancellationToken ct)
    {
        foreach (var token in await db.UserTokens.Where(t => t.Value != null && !t.Value.StartsWith(Mark)).ToListAsync(ct)) token.Value = Sealed(key, token.UserId, token.Name, token.Value!);
        await db.SaveChangesAsync(ct);
    }

    static string Sealed(AccountsKey key, string account, string name, string value) => Mark + key.Seal(value, Whose(account, name));

    static string Whose(string account, string name) => $"{account}/{name}";
}
