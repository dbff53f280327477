using JmaActors.Ledgers;

namespace JmaActors.Bank;

/// <summary>口座振替依頼: the account a person lets her dues be drawn from, sealed like her other personal attributes. The same actor as <see cref="Dues.IDuesGrain"/>. Keyed by <see cref="MemberId.Number"/>.</summary>
[Alias("dues-debit-grain")]
public interface IDuesDebitGrain : IGrainWithIntegerKey, ILedgerGrain
{
    /// <summary>Records the account, in the place of the last. The same again changes nothing. Refused with <c>not-registered</c> (also of who was erased), <c>bad-account</c>, <c>bad-name</c>.</summary>
    [Alias("agree")]
    Task<Answer<bool>> Agree(AgreeDebit command, CancellationToken ct);

    /// <summary>Nothing is drawn from it any more. Refused with <c>no-reason</c>.</summary>
    [Alias("end")]
    Task<Answer<bool>> End(EndDebit command, CancellationToken ct);

    /// <summary>The account; null when there is none, or who had it was erased.</summary>
    [Alias("debit")]
    Task<DebitAccount?> Debit(CancellationToken ct);
}

/// <param name="Holder">預金者名 as banks write it: half-width katakana, see <see cref="HalfKana"/>.</param>
[GenerateSerializer, Immutable, Alias("debit-account")]
public sealed record DebitAccount([property: Id(0)] string Account, [property: Id(1)] string Holder)
{
    /// <summary>Characters of 預金者名 in the file.</summary>
    public const int HolderLength = 30;
}

[GenerateSerializer, Immutable, Alias("agree-debit")]
public sealed record AgreeDebit([property: Id(0)] DebitAccount Account, [property: Id(1)] Caller Caller);

[GenerateSerializer, Immutable, Alias("end-debit")]
public sealed record EndDebit([property: Id(0)] string Reason, [property: Id(1)] Caller Caller);

/// <summary>口座振替: what an association has its bank draw, batch by batch, and what became of each line. Keyed by the association's code.</summary>
[Alias("debits-grain")]
public interface IDebitsGrain : IGrainWithStringKey, ILedgerGrain
{
    /// <summary>
    /// Makes a batch of what is open up to a date, of everybody who pays through the association and lets her dues be drawn; who stands in a batch the bank has not answered is left out. Natural key:
    /// <see cref="DrawDebits.Key"/>. Refused with <c>bad-key</c>, <c>bad-date</c>, <c>bad-client</c>, <c>no-bank-account</c>, <c>nothing-due</c>, <c>too-many-rows</c>.
    /// </summary>
    [Alias("draw")]
    Task<Answer<DebitBatch>> Draw(DrawDebits command, CancellationToken ct);

    /// <summary>What the bank says of lines; those paid are booked. The same again changes nothing. Refused whole with <c>no-batch</c>, <c>no-line</c>, <c>bad-amount</c>, <c>other-result</c>.</summary>
    [Alias("settle")]
    Task<Answer<DebitBatch>> Settle(SettleDebits command, CancellationToken ct);

    /// <summary>A batch that was not sent, or that the bank did not take: its lines can be drawn again. Refused with <c>no-batch</c>, <c>no-reason</c>.</summary>
    [Alias("withdraw")]
    Task<Answer<DebitBatch>> Withdraw(WithdrawDebits command, CancellationToken ct);

    /// <summary>Every batch, the newest day first.</summary>
    [Alias("batches")]
    Task<IReadOnlyList<DebitBatch>> Batches(CancellationToken ct);

    /// <summary>The lines of a batch, by member; null when there is none.</summary>
    [Alias("lines")]
    Task<IReadOnlyList<DebitLine>?> Lines(string key, CancellationToken ct);
}

/// <summary>Named limits of batches.</summary>
public static class DebitLimits
{
    public const int Key = 40;

    /// <summary>Lines of one batch.</summary>
    public const int Lines = 4_000;

    /// <summary>Results handed over at once.</summary>
    public const int Chunk = 500;

    /// <summary>Days ahead a batch can be drawn for.</summary>
    public const int DaysAhead = 100;
}

/// <param name="Key">The sender's own: the same again is the same batch.</param>
/// <param name="Day">引落日.</param>
/// <param name="Until">What is due up to here is drawn.</param>
/// <param name="Client">委託者コード the bank gave the association: ten digits.</param>
/// <param name="Account">The association's account it is paid to.</param>
[GenerateSerializer, Immutable, Alias("draw-debits")]
public sealed record DrawDebits(
    [property: Id(0)] string Key, [property: Id(1)] DateOnly Day, [property: Id(2)] DateOnly Until, [property: Id(3)] string Client, [property: Id(4)] BankAccountId Account, [property: Id(5)] Caller Caller);

/// <param name="Result">振替結果コード; 0 for paid.</param>
[GenerateSerializer, Immutable, Alias("debit-result")]
public sealed record DebitResult([property: Id(0)] MemberId Member, [property: Id(1)] Yen Amount, [property: Id(2)] char Result);

[GenerateSerializer, Immutable, Alias("settle-debits")]
public sealed record SettleDebits([property: Id(0)] string Key, [property: Id(1)] IReadOnlyList<DebitResult> Results, [property: Id(2)] Caller Caller);

[GenerateSerializer, Immutable, Alias("withdraw-debits")]
public sealed record WithdrawDebits([property: Id(0)] string Key, [property: Id(1)] string Reason, [property: Id(2)] Caller Caller);

/// <param name="Withdrawn">It was not sent.</param>
[GenerateSerializer, Immutable, Alias("debit-batch")]
public sealed record DebitBatch(
    [property: Id(0)] string Key, [property: Id(1)] DateOnly Day, [property: Id(2)] string Client, [property: Id(3)] string Account, [property: Id(4)] int Lines, [property: Id(5)] Yen Amount,
    [property: Id(6)] int Paid, [property: Id(7)] Yen PaidAmount, [property: Id(8)] int Failed, [property: Id(9)] bool Withdrawn);

/// <param name="Result">Null until the bank has said.</param>
[GenerateSerializer, Immutable, Alias("debit-line")]
public sealed record DebitLine([property: Id(0)] MemberId Member, [property: Id(1)] Yen Amount, [property: Id(2)] char? Result)
{
    /// <summary>What the result means, in both languages.</summary>
    public Words? Words => Result switch
    {
        null => null,
        '0' => new Words("振替済", "Paid"),
        '1' => new Words("資金不足", "Insufficient funds"),
        '2' => new Words("預金取引なし", "No such account"),
        '3' => new Words("預金者の都合による振替停止", "Stopped by the account holder"),
        '4' => new Words("預金口座振替依頼書なし", "No agreement at the bank"),
        '8' => new Words("委託者の都合による振替停止", "Stopped by the association"),
        _ => new Words("その他", "Other"),
    };
}
