using JmaActors.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace JmaActors.Accounts;

/// <summary>Accounts whose secrets of second steps and recovery codes are sealed, each for its own account. Those kept before there was a key are read as they are and sealed when they change.</summary>
sealed class SealedAccountStore(AccountsDb db, AccountsKey key, IdentityErrorDescriber describer) : UserOnlyStore<Account, AccountsDb>(db, describer)
{
    /// <summary>Before what is sealed; no secret and no code has a colon.</summary>
    const string Mark = "sealed:";

    public override Task SetTokenAsync(Account user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null || !key.Seals ? value : Mark + key.Seal(value, Whose(user, name)), cancellationToken);

    public override async Task<string?> GetTokenAsync(Account user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        var kept = await base.GetTokenAsync(user, loginProvider, name, cancellationToken);
        return kept?.StartsWith(Mark, StringComparison.Ordinal) is true ? key.Open(kept[Mark.Length..], Whose(user, name)) : kept;
    }

    static string Whose(Account user, string name) => $"{user.Id}/{name}";
}
