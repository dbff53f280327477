using Microsoft.AspNetCore.Identity;

namespace JmaActors.Web.Accounts;

/// <summary>Long rather than motley (NIST SP 800-63B): no password everybody tries first, none that is the address, none longer than a hash should be asked for.</summary>
public sealed class PasswordRules : IPasswordValidator<Account>
{
    static readonly string[] Common =
        ["password", "passw0rd", "qwerty", "123456", "letmein", "welcome", "iloveyou", "administrator", "jmaactors", "asdfgh", "1q2w3e", "zxcvbn", "abc123", "111111", "nippon", "sakura"];

    const int NamedLeast = 4;

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) => Task.FromResult(Fault(user, password ?? "") is { } code
        ? IdentityResult.Failed(new IdentityError { Code = code, Description = code })
        : IdentityResult.Success);

    static string? Fault(Account user, string password)
    {
        if (password.Length > SignInLimits.PasswordMost) return "PasswordTooLong";
        var plain = password.ToLowerInvariant();
        foreach (var common in Common) plain = plain.Replace(common, "", StringComparison.Ordinal);
        var name = (user.UserName ?? "").Split('@')[0].ToLowerInvariant();
        if (name.Length >= NamedLeast) plain = plain.Replace(name, "", StringComparison.Ordinal);
        return plain.Distinct().Count() < SignInLimits.PasswordUnlike ? "PasswordCommon" : null;
    }
}
