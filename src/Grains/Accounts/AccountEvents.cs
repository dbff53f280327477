namespace JmaActors.Accounts;

/// <summary>What can happen to an account's functions, sessions and tokens. Who did it stands with each event; a name stands in none.</summary>
public abstract record AccountEvent;

/// <summary>A function was given.</summary>
/// <param name="Duties">As a number: clerk 1, approver 2, treasurer 4.</param>
/// <param name="Until">Last day; null for as long as nobody withdraws it.</param>
public sealed record FunctionGranted(string Function, CallerRole Role, string Scope, OfficeDuties Duties, DateOnly From, DateOnly? Until, string Reason) : AccountEvent;

/// <summary>A function was ended, and with it everything it was lent for.</summary>
public sealed record FunctionWithdrawn(string Function, string Reason) : AccountEvent;

/// <summary>代理: a function was lent.</summary>
/// <param name="Loan">The function's id in the deputy's account.</param>
/// <param name="To">The deputy's account.</param>
public sealed record FunctionLent(string Function, string Loan, string To, OfficeDuties Duties, DateOnly From, DateOnly Until, string Reason) : AccountEvent;

/// <summary>A loan was taken back.</summary>
public sealed record FunctionRecalled(string Loan, string Reason) : AccountEvent;

/// <summary>Somebody else's function was lent to this account.</summary>
/// <param name="Of">The account whose function it is.</param>
public sealed record FunctionBorrowed(string Loan, string Of, CallerRole Role, string Scope, OfficeDuties Duties, DateOnly From, DateOnly Until, string Reason) : AccountEvent;

/// <summary>What was lent to this account was taken back.</summary>
public sealed record BorrowingEnded(IReadOnlyList<string> Loans) : AccountEvent;

/// <summary>What was lent to this account it did not take: it has too many loans already.</summary>
/// <param name="Of">The account whose function it is, which hears of it.</param>
public sealed record BorrowingDeclined(string Loan, string Of) : AccountEvent;

/// <summary>The deputy's account did not take a loan of this one.</summary>
public sealed record LoanDeclined(string Loan) : AccountEvent;

/// <summary>Somebody signed in.</summary>
/// <param name="How"><c>password</c>, <c>two-step</c>, <c>passkey</c>, <c>openid</c>.</param>
public sealed record SignedIn(string Session, string Device, string How, DateTimeOffset Until) : AccountEvent;

/// <summary>Somebody signed out, or was signed out.</summary>
public sealed record SignedOut(IReadOnlyList<string> Sessions) : AccountEvent;

/// <summary>In which function somebody went on.</summary>
/// <param name="For">代行: the member acted for; null when for oneself.</param>
public sealed record FunctionChosen(string Session, string Function, MemberId? For, string Reason) : AccountEvent;

/// <summary>A device or script was given a token.</summary>
/// <param name="Hash">SHA-256 of its secret.</param>
public sealed record TokenIssued(string Token, string Name, byte[] Hash, string Function, DateTimeOffset Until) : AccountEvent;

/// <summary>A token holds no more.</summary>
public sealed record TokenRevoked(string Token) : AccountEvent;

/// <summary>A session or a token was used on a day for the first time.</summary>
public sealed record AccessUsed(string Id, DateOnly On) : AccountEvent;

/// <summary>Something about how the account is secured; see <see cref="SecurityNotes"/>.</summary>
public sealed record SecurityNoted(string What, string Reason) : AccountEvent;
