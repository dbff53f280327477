namespace JmaActors.Accounts;

/// <param name="Key">The function's id in the account: the same again changes nothing.</param>
[GenerateSerializer, Immutable, Alias("grant-function")]
public sealed record GrantFunction(
    [property: Id(0)] string Key,
    [property: Id(1)] CallerRole Role,
    [property: Id(2)] string Scope,
    [property: Id(3)] OfficeDuties Duties,
    [property: Id(4)] DateOnly From,
    [property: Id(5)] DateOnly? Until,
    [property: Id(6)] string Reason,
    [property: Id(7)] Caller Caller);

[GenerateSerializer, Immutable, Alias("withdraw-function")]
public sealed record WithdrawFunction([property: Id(0)] string Function, [property: Id(1)] string Reason, [property: Id(2)] Caller Caller);

/// <summary>Lends a function of one's own to a deputy.</summary>
/// <param name="Key">The loan's id, and the function's id in the deputy's account.</param>
/// <param name="To">The deputy's account.</param>
/// <param name="Duties">Of an office: those lent, at most one's own.</param>
[GenerateSerializer, Immutable, Alias("lend-function")]
public sealed record LendFunction(
    [property: Id(0)] string Key,
    [property: Id(1)] string Function,
    [property: Id(2)] string To,
    [property: Id(3)] OfficeDuties Duties,
    [property: Id(4)] DateOnly From,
    [property: Id(5)] DateOnly Until,
    [property: Id(6)] string Reason,
    [property: Id(7)] Caller Caller);

/// <summary>Takes back what was lent.</summary>
[GenerateSerializer, Immutable, Alias("recall-function")]
public sealed record RecallFunction([property: Id(0)] string Loan, [property: Id(1)] string Reason, [property: Id(2)] Caller Caller);

/// <summary>Somebody has signed in.</summary>
/// <param name="Session">Drawn by lot.</param>
/// <param name="Device">In a few words, e.g. <c>Chrome, Android</c>; nothing that names anybody.</param>
/// <param name="How"><c>password</c>, <c>two-step</c>, <c>passkey</c>, <c>openid</c>.</param>
[GenerateSerializer, Immutable, Alias("open-access")]
public sealed record OpenAccess(
    [property: Id(0)] string Session,
    [property: Id(1)] string Device,
    [property: Id(2)] string How,
    [property: Id(3)] Caller Caller);

/// <summary>Signs out.</summary>
/// <param name="Session">Where; null for everywhere.</param>
/// <param name="But">Of everywhere, not here.</param>
[GenerateSerializer, Immutable, Alias("end-access")]
public sealed record EndAccess(
    [property: Id(0)] string? Session,
    [property: Id(1)] string? But,
    [property: Id(2)] Caller Caller);

/// <summary>In which function somebody goes on, and for whom.</summary>
/// <param name="For">代行: the member acted for; null to act for oneself.</param>
/// <param name="Reason">Why one acts for somebody else; empty otherwise.</param>
[GenerateSerializer, Immutable, Alias("choose-function")]
public sealed record ChooseFunction(
    [property: Id(0)] string Session,
    [property: Id(1)] string Function,
    [property: Id(2)] MemberId? For,
    [property: Id(3)] string Reason,
    [property: Id(4)] Caller Caller);

/// <param name="Token">The token's id, not secret.</param>
/// <param name="Hash">SHA-256 of the secret, which nobody but its holder has.</param>
/// <param name="Function">The function it acts in; when that ends, so does the token.</param>
[GenerateSerializer, Immutable, Alias("issue-token")]
public sealed record IssueToken(
    [property: Id(0)] string Token,
    [property: Id(1)] string Name,
    [property: Id(2)] byte[] Hash,
    [property: Id(3)] string Function,
    [property: Id(4)] DateTimeOffset Until,
    [property: Id(5)] Caller Caller);

[GenerateSerializer, Immutable, Alias("revoke-token")]
public sealed record RevokeToken([property: Id(0)] string Token, [property: Id(1)] Caller Caller);

/// <summary>Something about how the account is secured, kept for whoever asks later.</summary>
/// <param name="What">Stable code: <see cref="SecurityNotes"/>.</param>
[GenerateSerializer, Immutable, Alias("note-security")]
public sealed record NoteSecurity([property: Id(0)] string What, [property: Id(1)] string Reason, [property: Id(2)] Caller Caller);

/// <summary>What is noted about how an account is secured.</summary>
public static class SecurityNotes
{
    public const string Created = "account-created";
    public const string PasswordChanged = "password-changed";
    public const string PasswordReset = "password-reset";
    public const string TwoStepOn = "two-step-on";
    public const string TwoStepOff = "two-step-off";
    public const string RecoveryCodes = "recovery-codes";
    public const string PasskeyAdded = "passkey-added";
    public const string PasskeyRemoved = "passkey-removed";
    public const string Locked = "locked-out";
    public const string RecoveryAsked = "recovery-asked";
    public const string RecoveryHelped = "recovery-helped";
    public const string ProviderLinked = "provider-linked";
    public const string ProviderUnlinked = "provider-unlinked";

    public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.Ordinal)
    {
        Created, PasswordChanged, PasswordReset, TwoStepOn, TwoStepOff, RecoveryCodes, PasskeyAdded, PasskeyRemoved, Locked, RecoveryAsked, RecoveryHelped, ProviderLinked, ProviderUnlinked,
    };
}
