using JmaActors.Ledgers;

namespace JmaActors.Bank;

/// <summary>
/// 入金口座: an account of one association, each line of its files once, and what became of it. The one place where it is decided whose payment a line is, so that it is nobody's twice, whoever
/// sends a file and however often. Keyed by <see cref="BankAccountId.Text"/>.
/// </summary>
[Alias("bank-account-grain")]
public interface IBankAccountGrain : IGrainWithStringKey, ILedgerGrain
{
    /// <summary>Says whose account it is. Refused with <c>account-taken</c> when it is another association's, <c>bad-name</c>.</summary>
    [Alias("open")]
    Task<Answer<bool>> Open(OpenBankAccount command, CancellationToken ct);

    /// <summary>Gives an account up that no line was taken of. Refused with <c>no-bank-account</c>, <c>in-use</c>.</summary>
    [Alias("close")]
    Task<Answer<bool>> Close(CloseBankAccount command, CancellationToken ct);

    /// <summary>What taking these lines would do; nothing is recorded. Refused as <see cref="Take"/>.</summary>
    [Alias("try")]
    Task<Answer<IReadOnlyList<BankLineFound>>> Try(TakeBankLines command, CancellationToken ct);

    /// <summary>
    /// Takes lines, and books those whose payer's number says whose they are. Lines taken before are passed over, so that a file may be sent again. Refused with <c>no-bank-account</c>,
    /// <c>bad-amount</c>, <c>bad-date</c>, <c>too-many-rows</c>.
    /// </summary>
    [Alias("take")]
    Task<Answer<IReadOnlyList<BankLineFound>>> Take(TakeBankLines command, CancellationToken ct);

    /// <summary>Books a waiting line as somebody's payment. Refused with <c>no-bank-account</c>, <c>no-line</c>, <c>line-moved</c>, <c>line-cancels</c>, <c>bad-amount</c>, <c>not-ours</c>.</summary>
    [Alias("match")]
    Task<Answer<bool>> Match(MatchBankLine command, CancellationToken ct);

    /// <summary>Puts a waiting line aside, or says that it was sent back. Refused with <c>no-bank-account</c>, <c>no-line</c>, <c>line-moved</c>, <c>no-reason</c>, <c>bad-status</c>.</summary>
    [Alias("settle")]
    Task<Answer<bool>> Settle(SettleBankLine command, CancellationToken ct);

    /// <summary>
    /// Has a line wait again: the payment it was booked as is taken back first. Refused with <c>no-bank-account</c>, <c>no-line</c>, <c>line-moved</c>, <c>no-reason</c>, and as
    /// <see cref="Dues.IDuesGrain.Reverse"/> is.
    /// </summary>
    [Alias("reopen")]
    Task<Answer<bool>> Reopen(ReopenBankLine command, CancellationToken ct);
}

/// <param name="Name">口座名義.</param>
[GenerateSerializer, Immutable, Alias("open-bank-account")]
public sealed record OpenBankAccount([property: Id(0)] AssociationId Association, [property: Id(1)] string Name, [property: Id(2)] Caller Caller);

[GenerateSerializer, Immutable, Alias("close-bank-account")]
public sealed record CloseBankAccount([property: Id(0)] AssociationId Association, [property: Id(1)] Caller Caller);

[GenerateSerializer, Immutable, Alias("take-bank-lines")]
public sealed record TakeBankLines([property: Id(0)] AssociationId Association, [property: Id(1)] IReadOnlyList<BankLine> Lines, [property: Id(2)] Caller Caller);

/// <param name="Turn">The turn of the line that was seen; so in the following.</param>
[GenerateSerializer, Immutable, Alias("match-bank-line")]
public sealed record MatchBankLine(
    [property: Id(0)] AssociationId Association, [property: Id(1)] string Line, [property: Id(2)] int Turn, [property: Id(3)] MemberId Member, [property: Id(4)] Caller Caller);

/// <param name="Status"><see cref="BankLineStatus.Aside"/> or <see cref="BankLineStatus.Returned"/>.</param>
[GenerateSerializer, Immutable, Alias("settle-bank-line")]
public sealed record SettleBankLine(
    [property: Id(0)] AssociationId Association, [property: Id(1)] string Line, [property: Id(2)] int Turn, [property: Id(3)] BankLineStatus Status, [property: Id(4)] string Reason, [property: Id(5)] Caller Caller);

[GenerateSerializer, Immutable, Alias("reopen-bank-line")]
public sealed record ReopenBankLine(
    [property: Id(0)] AssociationId Association, [property: Id(1)] string Line, [property: Id(2)] int Turn, [property: Id(3)] string Reason, [property: Id(4)] Caller Caller);

/// <summary>Lists of accounts and lines. Keyed by 0.</summary>
[Alias("bank-list-grain")]
public interface IBankListGrain : IGrainWithIntegerKey
{
    /// <summary>The accounts of an association, with sums.</summary>
    [Alias("accounts")]
    Task<IReadOnlyList<BankAccountView>> Accounts(AssociationId association, CancellationToken ct);

    /// <summary>Lines of an association's accounts of one status, the oldest first, with proposals where they wait.</summary>
    /// <param name="after">The last line before; empty for the first page.</param>
    [Alias("lines")]
    Task<IReadOnlyList<BankLineView>> Lines(AssociationId association, BankLineStatus status, string after, CancellationToken ct);
}
