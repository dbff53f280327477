using System.Buffers.Text;
using System.Text;
using JmaActors.Accounts;
using JmaActors.Web.Access;
using JmaActors.Web.Proofs;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;

namespace JmaActors.Web.Accounts;

/// <summary>A way back for who cannot sign in: a link by mail, asked for by oneself or, for a member, by an approver of her office.</summary>
public sealed class Recovery(LetterBox letters, IServiceScopeFactory scopes, Gateway gateway, WebOptions options, IConfiguration configuration)
{
    const char Between = '\n';
    const string SecondStepOff = "second-step-off";

    static readonly Refusal NoMail = new("no-mail", "", "This site sends no mail, so nobody can be helped by a link.");
    static readonly Refusal MoreThanAMember = new("more-than-a-member", "", "This account has functions that are not yours to give: its second step stays. An operator can help.");

    readonly string _address = ProofSetup.Address(configuration[ProofSetup.AddressSetting], options.Urls);

    public bool Enabled => letters.Enabled;

    /// <summary>Somebody says to have forgotten the password of this address. Answers at once, whoever that is.</summary>
    public void Forgotten(string address) => letters.Post(async () =>
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await users.FindByEmailAsync(address).ConfigureAwait(false) is not { EmailConfirmed: true } user) return null;
        // Refused where one was sent a moment ago: an address that is known to somebody is not a way to fill its owner's letter box, or the ledger.
        var noted = await gateway.NoteSecurity(user.Id, new NoteSecurity(SecurityNotes.RecoveryAsked, "", AccountSubject.Person(user.Id)), CancellationToken.None).ConfigureAwait(false);
        if (!noted.Accepted) return null;
        return letters.Write(user, "Reset", await Link(users, user).ConfigureAwait(false));
    });

    /// <summary>
    /// An office helps a member: the account's ledger says who and why, and the member is told. The second step is turned off when the link of the mail is used,
    /// which whoever asked for it cannot do; and only where the account has nothing that the caller could not give.
    /// </summary>
    /// <returns>Why not; null when the mail is on its way.</returns>
    /// <exception cref="NothingThereException">The member has no account.</exception>
    public async Task<Refusal?> Help(MemberId member, bool secondStep, string reason, Caller caller, CancellationToken ct)
    {
        if (await gateway.AccountOfMember(member, caller, ct).ConfigureAwait(false) is not { } account) throw new NothingThereException("account");
        if (!Enabled) return NoMail;
        if (secondStep && !await gateway.CouldGiveAll(account, caller, ct).ConfigureAwait(false)) return MoreThanAMember;
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await users.FindByIdAsync(account).ConfigureAwait(false) is not { } user) throw new NothingThereException("account");
        await gateway.NoteSecurity(account, new NoteSecurity(SecurityNotes.RecoveryHelped, reason, caller), ct).ConfigureAwait(false);
        await users.SetLockoutEndDateAsync(user, null).ConfigureAwait(false);
        var link = await Link(users, user, secondStep).ConfigureAwait(false);
        letters.Post(() => Task.FromResult<Letter?>(letters.Write(user, "Helped", link, caller.Scope, reason)));
        return null;
    }

    /// <summary>What a link brings: the token of the password and, where the second step is to be turned off, that of it.</summary>
    public static (string Password, string? SecondStep) Read(string code)
    {
        if (!Base64Url.IsValid(code)) return ("", null);
        var tokens = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(code)).Split(Between);
        return (tokens[0], tokens.ElementAtOrDefault(1));
    }

    /// <summary>Whether a link that was sent says so; asked before the password changes, which ends every token.</summary>
    public static async Task<bool> TurnsOff(UserManager<Account> users, Account user, string? token) =>
        token is not null && await users.VerifyUserTokenAsync(user, TokenOptions.DefaultProvider, SecondStepOff, token).ConfigureAwait(false);

    /// <summary>Tells somebody what became of the account.</summary>
    public void Tell(Account user, string template) => letters.Post(() => Task.FromResult<Letter?>(letters.Write(user, template, _address)));

    /// <summary>The same, by the account's id.</summary>
    public async Task Tell(string account, string template)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByIdAsync(account).ConfigureAwait(false) is { } user) Tell(user, template);
    }

    /// <summary>Tells somebody new how to sign in for the first time.</summary>
    public async Task Invite(UserManager<Account> users, Account user)
    {
        var link = await Link(users, user).ConfigureAwait(false);
        letters.Post(() => Task.FromResult<Letter?>(letters.Write(user, "Invited", link)));
    }

    async Task<string> Link(UserManager<Account> users, Account user, bool secondStep = false)
    {
        var token = await users.GeneratePasswordResetTokenAsync(user).ConfigureAwait(false);
        if (secondStep) token += Between + await users.GenerateUserTokenAsync(user, TokenOptions.DefaultProvider, SecondStepOff).ConfigureAwait(false);
        return $"{_address}{AccountPaths.Forgotten}/{user.Id}?code={Base64Url.EncodeToString(Encoding.UTF8.GetBytes(token))}";
    }
}
