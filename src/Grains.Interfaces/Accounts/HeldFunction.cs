namespace JmaActors.Accounts;

/// <summary>A function of an account: in which role, for which scope, from when until when.</summary>
/// <param name="Id">Its own within the account; the key it was granted or lent under.</param>
/// <param name="Scope">An association, a session, a workplace or a member, as the role wants it; <c>*</c> for an operator.</param>
/// <param name="Duties">Of an office: what may be done beside reading. All in any other role.</param>
/// <param name="From">First day it holds, civil date in Asia/Tokyo.</param>
/// <param name="Until">Last day it holds; null for as long as nobody withdraws it.</param>
/// <param name="Of">代理: the account whose function it is; null when it is the account's own.</param>
/// <param name="By">Who granted or lent it: the subject of that caller.</param>
/// <param name="Ended">When it was withdrawn or taken back; null while it was not.</param>
[GenerateSerializer, Immutable, Alias("held-function")]
public sealed record HeldFunction(
    [property: Id(0)] string Id,
    [property: Id(1)] CallerRole Role,
    [property: Id(2)] string Scope,
    [property: Id(3)] OfficeDuties Duties,
    [property: Id(4)] DateOnly From,
    [property: Id(5)] DateOnly? Until,
    [property: Id(6)] string? Of,
    [property: Id(7)] string Reason,
    [property: Id(8)] string By,
    [property: Id(9)] DateTimeOffset Granted,
    [property: Id(10)] DateTimeOffset? Ended,
    [property: Id(11)] IReadOnlyList<Loan> Loans)
{
    /// <summary>Whether one may act in it on a day.</summary>
    public bool InForce(DateOnly on) => Ended is null && From <= on && (Until is null || on <= Until);

    /// <summary>Whether it is in force on a day, or will be.</summary>
    public bool Lives(DateOnly on) => Ended is null && (Until is null || on <= Until);

    /// <summary>The caller that somebody in this function is.</summary>
    /// <param name="subject">Who: the account, or a token of it.</param>
    public Caller As(string subject) => new(subject, Role, Scope, Duties, null, Of is null ? null : AccountSubject.Of(Of));
}

/// <summary>代理: a function lent to somebody for a time.</summary>
/// <param name="Id">The function's id in the deputy's account.</param>
/// <param name="To">The deputy's account.</param>
/// <param name="Ended">When it was taken back; null while it was not.</param>
/// <param name="Declined">The deputy's account took it not: it has too many already.</param>
/// <param name="Reason">Why, in the lender's words.</param>
[GenerateSerializer, Immutable, Alias("function-loan")]
public sealed record Loan(
    [property: Id(0)] string Id,
    [property: Id(1)] string To,
    [property: Id(2)] OfficeDuties Duties,
    [property: Id(3)] DateOnly From,
    [property: Id(4)] DateOnly Until,
    [property: Id(5)] DateTimeOffset? Ended,
    [property: Id(6)] bool Declined = false,
    [property: Id(7)] string Reason = "");

/// <summary>How accounts and tokens are called in <see cref="Caller.Subject"/>.</summary>
public static class AccountSubject
{
    const string Prefix = "account:";
    const string TokenPrefix = "token:";

    /// <summary>An organisation's provider, which says at each sign-in what somebody has.</summary>
    public const string Provider = "openid";

    /// <summary>How the ids of functions begin that a provider gives; nobody else's do.</summary>
    public const string ProviderKey = "oidc-";

    public static string Of(string account) => Prefix + account;

    public static string OfToken(string account, string token) => $"{TokenPrefix}{account}.{token}";

    /// <summary>Somebody who has proved who they are and sees to the own account, in no function.</summary>
    public static Caller Person(string account) => new(Of(account), CallerRole.Member, "", OfficeDuties.None);

    /// <summary>The account a caller stands for, whether signed in or by a token; null when it is none.</summary>
    public static string? Account(string subject)
    {
        if (subject.StartsWith(Prefix, StringComparison.Ordinal)) return subject[Prefix.Length..];
        if (!subject.StartsWith(TokenPrefix, StringComparison.Ordinal)) return null;
        var dot = subject.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? null : subject[TokenPrefix.Length..dot];
    }

    /// <summary>Whether a device or a script asks, by a token.</summary>
    public static bool IsToken(string subject) => subject.StartsWith(TokenPrefix, StringComparison.Ordinal);

    /// <summary>Whether somebody is there in person, signed in, and not a token.</summary>
    public static bool IsPerson(string subject) => subject.StartsWith(Prefix, StringComparison.Ordinal);
}
