using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using JmaActors.Accounts;
using JmaActors.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace JmaActors.Web.Accounts;

/// <summary>
/// The framework's sign-in, which ends here whatever proved who somebody is: a session is opened in the account's ledger, and the cookie names it. What the
/// cookie says is worth nothing once the ledger has ended the session.
/// </summary>
public sealed class SignIns(
    UserManager<Account> users, IHttpContextAccessor context, IUserClaimsPrincipalFactory<Account> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<Account> confirmation, Gateway gateway)
    : SignInManager<Account>(users, context, claims, options, log, schemes, confirmation)
{
    const int SessionBytes = 16;

    /// <summary>A password hash nobody has: what is checked where there is no account, so that it takes as long.</summary>
    static string? _nobody;

    /// <summary>What proved it, where the framework does not say so.</summary>
    public string? Way { get; set; }

    public override async Task SignInWithClaimsAsync(Account user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var session = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SessionBytes));
        var how = Way ?? (additionalClaims.Any(c => c is { Type: "amr", Value: "mfa" }) ? "two-step" : "password");
        var command = new OpenAccess(session, Devices.Words(Context.Request.Headers.UserAgent), how, AccountSubject.Person(user.Id));
        var opened = await gateway.OpenAccess(user.Id, command, Context.RequestAborted).ConfigureAwait(false);
        if (opened.Refusal is { } refusal) throw new InvalidOperationException($"A session could not be opened: {refusal.Reason}.");
        await Replace(user, session).ConfigureAwait(false);
        var principal = AccountClaims.Of(user.Id, session, null, user.MustChange);
        await Context.SignInAsync(IdentityConstants.ApplicationScheme, principal, authenticationProperties ?? new()).ConfigureAwait(false);
        Context.User = principal;
    }

    /// <summary>Whoever signs in again where signed in already goes on in the same function; the session before ends.</summary>
    async Task Replace(Account user, string session)
    {
        if (Context.Features.Get<Asked>() is not { Session: { } before } asked || asked.Account != user.Id) return;
        var self = AccountSubject.Person(user.Id);
        if (asked.Function is { } function) await gateway.ChooseFunction(user.Id, new ChooseFunction(session, function.Id, null, "", self), Context.RequestAborted).ConfigureAwait(false);
        await gateway.EndAccess(user.Id, new EndAccess(before, null, self), Context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Checks address and password; the answer, and as nearly as can be its time, is the same whether there is such an account, and whether it is locked.</summary>
    public async Task<SignInResult> WithPassword(string address, string password)
    {
        var user = await UserManager.FindByNameAsync(address).ConfigureAwait(false);
        if (user is null || user.PasswordHash is null || await UserManager.IsLockedOutAsync(user).ConfigureAwait(false))
        {
            CheckNobody(password);
            return SignInResult.Failed;
        }

        var result = await PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true).ConfigureAwait(false);
        if (result.IsLockedOut) await Note(user, SecurityNotes.Locked).ConfigureAwait(false);
        return result;
    }

    /// <summary>Signs out here: the session ends, so that a copy of the cookie is worth nothing.</summary>
    public override async Task SignOutAsync()
    {
        if (Context.User.Account() is { } account && Context.User.Session() is { } session)
        {
            await gateway.EndAccess(account, new EndAccess(session, null, AccountSubject.Person(account)), Context.RequestAborted).ConfigureAwait(false);
        }

        await Context.SignOutAsync(IdentityConstants.ApplicationScheme).ConfigureAwait(false);
        await Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme).ConfigureAwait(false);
    }

    /// <summary>Signs out everywhere but here; everywhere when one is signed in nowhere here.</summary>
    public Task EndOthers(Account user) =>
        gateway.EndAccess(user.Id, new EndAccess(null, Context.User.Account() == user.Id ? Context.User.Session() : null, AccountSubject.Person(user.Id)), CancellationToken.None);

    /// <summary>Keeps what became of an account's security.</summary>
    public Task Note(Account user, string what, string reason = "", Caller? by = null) =>
        gateway.NoteSecurity(user.Id, new NoteSecurity(what, reason, by ?? AccountSubject.Person(user.Id)), CancellationToken.None);

    /// <summary>The cookie anew, after the password somebody else gave was changed; the session stays.</summary>
    public Task Renew(Account user)
    {
        var principal = AccountClaims.Of(user.Id, Context.User.Session(), null, user.MustChange);
        Context.User = principal;
        return Context.SignInAsync(IdentityConstants.ApplicationScheme, principal, new());
    }

    void CheckNobody(string password)
    {
        var hasher = UserManager.PasswordHasher;
        _nobody ??= hasher.HashPassword(new Account(), Convert.ToHexString(RandomNumberGenerator.GetBytes(SessionBytes)));
        hasher.VerifyHashedPassword(new Account(), _nobody, password);
    }
}
