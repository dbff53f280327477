using Microsoft.AspNetCore.Identity;

namespace JmaActors.Web.Accounts;

/// <summary>Who somebody is: an address to sign in with, how it is proved, and a name. It knows no right; those stand in the ledger <c>account/{Id}</c>.</summary>
public sealed class Account : IdentityUser
{
    public Account() => Id = Guid.CreateVersion7().ToString("N");

    /// <summary>The name others see; chosen by whoever made the account.</summary>
    public string Name { get; set; } = "";

    /// <summary>The password was given by somebody else and is good for nothing but to choose one's own.</summary>
    public bool MustChange { get; set; }

    /// <summary><c>ja</c> or <c>en</c>: the language of mail.</summary>
    public string Language { get; set; } = "ja";
}

/// <summary>What the pages ask of all accounts.</summary>
public interface IAccountBook
{
    /// <summary>Names and addresses by id; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<string, AccountName>> Names(IReadOnlyCollection<string> ids, CancellationToken ct);
}

/// <param name="Address">What somebody signs in with.</param>
public sealed record AccountName(string Name, string Address);
