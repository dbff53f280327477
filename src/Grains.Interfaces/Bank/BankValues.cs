using System.Globalization;

namespace JmaActors.Bank;

/// <summary>Kinds of files that say what came.</summary>
[GenerateSerializer, Alias("bank-file-kind")]
public enum BankFileKind
{
    /// <summary>振込入金通知 (全銀, 種別 01).</summary>
    Transfers = 1,

    /// <summary>入出金取引明細 (全銀, 種別 03).</summary>
    Statement = 2,

    /// <summary>CSV, as a bank's own site gives it.</summary>
    Csv = 3,
}

/// <summary>A line of a bank's file: money that came.</summary>
/// <param name="Line">Where it stands in the file, from 1.</param>
/// <param name="Inquiry">照会番号, the bank's own number of the line within account and day; empty where the file has none.</param>
/// <param name="Nth">From 1: which of several lines of the file with the same <see cref="Base"/>.</param>
/// <param name="Code">振込依頼人コード as given; may be empty.</param>
/// <param name="Name">振込依頼人名, katakana.</param>
/// <param name="Cancels">取消: the bank takes an earlier line back.</param>
[GenerateSerializer, Immutable, Alias("bank-line")]
public sealed record BankLine(
    [property: Id(0)] int Line,
    [property: Id(1)] DateOnly On,
    [property: Id(2)] string Inquiry,
    [property: Id(3)] int Nth,
    [property: Id(4)] Yen Amount,
    [property: Id(5)] string Code,
    [property: Id(6)] string Name,
    [property: Id(7)] bool Cancels,
    [property: Id(8)] BankFileKind Kind)
{
    const int MarkBits = 0xFFFF;

    /// <summary>
    /// By what a line is known again, but for which of several it is: the day and the bank's own number, with amount and whether it cancels, so that a number used twice swallows nothing. Where a file has
    /// no such numbers, the day, the amount, and sixteen bits of the payer.
    /// </summary>
    [JsonIgnore]
    public string Base => string.Create(
        CultureInfo.InvariantCulture, $"{On:yyyyMMdd}/{Kind switch { BankFileKind.Transfers => 'n', BankFileKind.Statement => 'm', _ => 'c' }}{(Inquiry.Length > 0 ? Inquiry : "-" + Mark)}/{Amount.Amount}{(Cancels ? "c" : "")}");

    /// <summary>What two lines have in common that are the same payment in two kinds of files.</summary>
    [JsonIgnore]
    public string Like => string.Create(CultureInfo.InvariantCulture, $"{On:yyyyMMdd}/{Mark}/{Amount.Amount}{(Cancels ? "c" : "")}");

    /// <summary>Sixteen bits of the payer: they tell lines of one day and amount apart, and tell nobody who paid.</summary>
    string Mark
    {
        get
        {
            var hash = 2166136261u;
            foreach (var c in HalfKana.Fold(Code + Name)) hash = (hash ^ c) * 16777619u;
            return ((hash ^ hash >> 16) & MarkBits).ToString("x4", CultureInfo.InvariantCulture);
        }
    }
}

/// <summary>What became of a line.</summary>
[GenerateSerializer, Alias("bank-line-status")]
public enum BankLineStatus
{
    /// <summary>Nobody has been found for it yet.</summary>
    Waiting = 1,

    /// <summary>消込済: a payment of somebody's dues.</summary>
    Booked = 2,

    /// <summary>対象外: it is for something else.</summary>
    Aside = 3,

    /// <summary>返金: sent back to who paid.</summary>
    Returned = 4,
}

/// <summary>What taking a line does, or did.</summary>
[GenerateSerializer, Alias("bank-line-fate")]
public enum BankLineFate
{
    /// <summary>It was taken before: nothing happens.</summary>
    Known = 1,

    /// <summary>It is booked: the payer's number says whose it is.</summary>
    Books = 2,

    /// <summary>It waits in the inbox.</summary>
    Waits = 3,

    /// <summary>It waits: a line from another kind of file looks the same, and may be the same.</summary>
    Doubtful = 4,
}

/// <param name="Member">Whose payment it is, by the payer's number.</param>
/// <param name="Doubt">Key of the line it may be the same as; empty for none.</param>
[GenerateSerializer, Immutable, Alias("bank-line-found")]
public sealed record BankLineFound(
    [property: Id(0)] int Line, [property: Id(1)] string Key, [property: Id(2)] BankLineFate Fate, [property: Id(3)] MemberId? Member, [property: Id(4)] string Doubt);

/// <summary>A line as the inbox shows it.</summary>
/// <param name="Account">Of which account; <see cref="BankAccountId.Text"/>.</param>
/// <param name="Turn">How often it was decided on: who decides says which turn was seen.</param>
/// <param name="Payer">Name as the bank gave it; empty once it is dealt with.</param>
/// <param name="Member">Whose payment it is, or was last.</param>
/// <param name="Reason">Why it was put aside, sent back, or taken back.</param>
/// <param name="After">Where the next page begins.</param>
[GenerateSerializer, Immutable, Alias("bank-line-view")]
public sealed record BankLineView(
    [property: Id(0)] string Account,
    [property: Id(1)] string Key,
    [property: Id(2)] int Turn,
    [property: Id(3)] DateOnly On,
    [property: Id(4)] Yen Amount,
    [property: Id(5)] BankLineStatus Status,
    [property: Id(6)] string Payer,
    [property: Id(7)] MemberId? Member,
    [property: Id(8)] string MemberName,
    [property: Id(9)] bool Cancels,
    [property: Id(10)] string Doubt,
    [property: Id(11)] string Reason,
    [property: Id(12)] string After)
{
    /// <summary>People of this reading who owe exactly this. Proposed, never booked by itself.</summary>
    [Id(13)]
    public IReadOnlyList<BankProposal> Proposals { get; init; } = [];
}

/// <param name="Open">What she owes in all.</param>
[GenerateSerializer, Immutable, Alias("bank-proposal")]
public sealed record BankProposal([property: Id(0)] MemberId Member, [property: Id(1)] string Name, [property: Id(2)] Yen Open);

/// <summary>Lines of one status of an account.</summary>
[GenerateSerializer, Immutable, Alias("bank-sum")]
public sealed record BankSum([property: Id(0)] BankLineStatus Status, [property: Id(1)] int Lines, [property: Id(2)] Yen Amount);

/// <summary>An account of an association, and whether it agrees with the books of dues.</summary>
/// <param name="InBooks">Payments of dues that were booked from it and not taken back; on their way for a moment after booking.</param>
[GenerateSerializer, Immutable, Alias("bank-account-view")]
public sealed record BankAccountView(
    [property: Id(0)] string Account, [property: Id(1)] AssociationId Association, [property: Id(2)] string Name, [property: Id(3)] IReadOnlyList<BankSum> Sums, [property: Id(4)] Yen InBooks)
{
    public Yen Booked => Sums.FirstOrDefault(s => s.Status == BankLineStatus.Booked)?.Amount ?? Yen.Zero;

    /// <summary>What was booked is what the books of dues have.</summary>
    public bool Agrees => Booked == InBooks;
}
