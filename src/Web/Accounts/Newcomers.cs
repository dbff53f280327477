using System.Collections.Concurrent;
using System.Security.Cryptography;
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
/// <param name="Mark">Drawn by lot for each link: keys of what it makes, so that the same link goes on where it was cut off.</param>
/// <param name="Mail">The address a link is sent to; nothing is kept of it all before that link is used.</param>
public sealed record Newcomer(string Mark, string Mail, string Name, string Kana, DateOnly BirthDate, DateOnly? LicensedOn, DateOnly? GraduatedOn, string Language);

/// <summary>
/// How a physician whom nobody knows yet comes in: she says who she is, a link goes to her mail, and with it she gets an account and a record without any membership, from which she applies. Until the link is used
/// everything she said is in the link alone, sealed. A registry number is not taken from her: that would reserve somebody's number for whoever has a mailbox, and tell which numbers are on record. An office adds it.
/// </summary>
public sealed class Newcomers(LetterBox letters, IServiceScopeFactory scopes, Gateway gateway, IDataProtectionProvider protection, WebOptions options, IConfiguration configuration, TimeProvider clock)
{
    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromHours(24);

    /// <summary>Addresses remembered, so that each gets one letter in <see cref="AccountLimits.RecoveryPause"/>.</summary>
    const int Remembered = 10_000;

    readonly ConcurrentDictionary<string, DateTimeOffset> _written = new(StringComparer.Ordinal);

    readonly string _address = ProofSetup.Address(configuration[ProofSetup.AddressSetting], options.Urls);
    readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("JmaActors.Newcomers").ToTimeLimitedDataProtector();

    public bool Enabled => letters.Enabled;

    /// <summary>Sends the link; whose address has an account already is told so by mail. Answers at once, whoever that is.</summary>
    public void Ask(Newcomer newcomer) => letters.Post(async () =>
    {
        await using var scope = scopes.CreateAsyncScope();
        if (!Now(newcomer.Mail.ToUpperInvariant())) return null;
        if (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByEmailAsync(newcomer.Mail).ConfigureAwait(false) is { } known) return letters.Write(known, "JoinKnown", $"{_address}{AccountPaths.SignIn}");
        var code = _seal.Protect(JsonSerializer.Serialize(newcomer), clock.GetUtcNow() + GoodFor);
        return letters.Write(new Account { Email = newcomer.Mail, Name = newcomer.Name, Language = newcomer.Language }, "Join", $"{_address}{AccountPaths.Join}/go?code={Uri.EscapeDataString(code)}");
    });

    /// <summary>Whether an address may be written to: an address somebody knows is not a way to fill its owner's letter box.</summary>
    bool Now(string address)
    {
        var now = clock.GetUtcNow();
        if (_written.TryGetValue(address, out var last) && now - last < AccountLimits.RecoveryPause) return false;
        if (_written.Count >= Remembered) _written.Clear();
        _written[address] = now;
        return true;
    }

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

    /// <summary>Makes record and account; the same link again goes on where it was cut off.</summary>
    /// <returns>What stands against it: a refusal, or what Identity says; neither when it is done.</returns>
    public async Task<(Refusal? Refusal, IdentityResult? Identity)> Join(Newcomer newcomer, string password, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = new Account { Id = newcomer.Mark, UserName = newcomer.Mail, Email = newcomer.Mail, EmailConfirmed = true, Name = newcomer.Name, Language = newcomer.Language };
        if (await users.FindByEmailAsync(newcomer.Mail).ConfigureAwait(false) is not null) return (new Refusal("already-joined"), null);
        // Nothing is made for an account Identity would not make.
        foreach (var validator in users.UserValidators)
        {
            if (await validator.ValidateAsync(users, account).ConfigureAwait(false) is { Succeeded: false } unfit) return (null, unfit);
        }

        foreach (var validator in users.PasswordValidators)
        {
            if (await validator.ValidateAsync(users, account, password).ConfigureAwait(false) is { Succeeded: false } weak) return (null, weak);
        }

        var today = JmaActors.Design.Show.DayOf(clock.GetUtcNow());
        var registered = await gateway.Register($"join:{newcomer.Mark}", Registration(newcomer, today), ct).ConfigureAwait(false);
        if (registered.Refusal is { } refusal) return (refusal, null);
        var granted = await gateway.GrantFunction(
            account.Id, new GrantFunction("own", CallerRole.Member, registered.Value!.Id.ToString(), OfficeDuties.All, today, null, "join", Caller.System), ct).ConfigureAwait(false);
        if (granted.Refusal is { } barred) return (barred, null);
        return await users.CreateAsync(account, password).ConfigureAwait(false) is { Succeeded: false } failed ? (null, failed) : default;
    }

    static RegisterMember Registration(Newcomer n, DateOnly today) => new(
        new Person(n.Name, n.Kana, n.BirthDate, null, n.LicensedOn, n.GraduatedOn), null, Membership.None, false, today, Caller.System);
}
