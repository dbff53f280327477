using System.Collections.Concurrent;
using JmaActors.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace JmaActors.Tests.SignIn;

/// <summary>How often each password was compared with a hash.</summary>
public sealed class Hashes
{
    readonly ConcurrentDictionary<string, int> _times = new(StringComparer.Ordinal);

    public void Add(string password) => _times.AddOrUpdate(password, 1, static (_, times) => times + 1);

    public int Of(string password) => _times.GetValueOrDefault(password);
}

/// <summary>The framework's own hasher, counted.</summary>
sealed class CountedHasher(Hashes hashes, IOptions<PasswordHasherOptions> options) : PasswordHasher<Account>(options)
{
    public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
    {
        hashes.Add(providedPassword);
        return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
