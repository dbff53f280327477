using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using JmaActors.Accounts;
using JmaActors.Members;
using JmaActors.Web.Access;
using JmaActors.Web.Proofs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;

namespace JmaActors.Web.Accounts;

/// <summary>Who somebody says to be who is on no record yet.</summary>
/// <param name="Mail">The address a link is sent to; nothing is kept of it all before that link is used.</param>
public sealed record Newcomer(string Mail, string Name, string Kana, DateOnly BirthDate, string? Registry, DateOnly? LicensedOn, DateOnly? GraduatedOn, string Language);

/// <summary>
/// How a physician whom nobody knows yet comes in: she says who she is, a link goes to her mail, and with it she gets an account and a record without any membership, from which she applies. Until the link is used
/// everything she said is in the link alone, sealed.
/// </summary>
public sealed class Newcomers(LetterBox letters, IServiceScopeFactory scopes, Gateway gateway, IDataProtectionProvider protection, WebOptions options, IConfiguration configuration, TimeProvider clock)
{
    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromHours(24);

    readonly string _address = ProofSetup.Address(configuration[ProofSetup.AddressSetting], options.Urls);
    readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("JmaActors.Newcomers").ToTimeLimitedDataProtector();

    public bool Enabled => letters.Enabled;

    /// <summary>Sends the link; whose address has an account already is told so by mail. Answers at once, whoever that is.</summary>
    public void Ask(Newcomer newcomer) => letters.Post(async () =>
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByEmailAsync(newcomer.Mail).ConfigureAwait(false) is { } known) return letters.Write(known, "JoinKnown", $"{_address}{AccountPaths.SignIn}");
        var code = _seal.Protect(JsonSerializer.Serialize(newcomer), clock.GetUtcNow() + GoodFor);
        return letters.Write(new Account { Email = newcomer.Mail, Name = newcomer.Name, Language = newcomer.Language }, "Join", $"{_address}{AccountPaths.Join}/go?code={Uri.EscapeDataString(code)}");
    });

    /// <summary>What a link says; null when it is none of ours, or too old.</summary>
    public Newcomer? Read(string code)
    {
        try
        {
            return JsonSerializer.Deserialize<Newcomer>(_seal.Unprotect(code));
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Makes record and account. Each step has a key made of the address, so that the same again goes on where it was cut off.</summary>
    /// <returns>What stands against it: a refusal, or what Identity says; neither when it is done.</returns>
    public async Task<(Refusal? Refusal, IdentityResult? Identity)> Join(Newcomer newcomer, string password, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"join:{users.NormalizeEmail(newcomer.Mail)}")))[..32];
        var account = new Account { Id = mark, UserName = newcomer.Mail, Email = newcomer.Mail, EmailConfirmed = true, Name = newcomer.Name, Language = newcomer.Language };
        foreach (var validator in users.PasswordValidators)
        {
            if (await validator.ValidateAsync(users, account, password).ConfigureAwait(false) is { Succeeded: false } weak) return (null, weak);
        }

        if (await users.FindByEmailAsync(newcomer.Mail).ConfigureAwait(false) is not null) return (new Refusal("already-joined"), null);
        var today = JmaActors.Design.Show.DayOf(clock.GetUtcNow());
        var registered = await gateway.Register($"join:{mark}", Registration(newcomer, today), ct).ConfigureAwait(false);
        if (registered.Refusal is { } refusal) return (refusal, null);
        var granted = await gateway.GrantFunction(mark, new GrantFunction("own", CallerRole.Member, registered.Value!.Id.ToString(), OfficeDuties.All, today, null, "join", Caller.System), ct).ConfigureAwait(false);
        return granted.Refusal is { } barred ? (barred, null) : await users.CreateAsync(account, password).ConfigureAwait(false) is { Succeeded: false } failed ? (null, failed) : default;
    }

    static RegisterMember Registration(Newcomer n, DateOnly today) => new(
        new Person(n.Name, n.Kana, n.BirthDate, RegistryNumber.TryParse(n.Registry, out var registry) ? registry : null, n.LicensedOn, n.GraduatedOn), null, Membership.None, false, today, Caller.System);
}
