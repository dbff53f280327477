namespace JmaActors.Bank;

/// <summary>An account at a bank, as bank files name it: 銀行コード, 支店コード, 預金種目 and 口座番号, e.g. <c>0158-100-1-0012345</c>.</summary>
[GenerateSerializer, Immutable, Alias("bank-account-id")]
public readonly record struct BankAccountId([property: Id(0)] string Text)
{
    static readonly int[] Parts = [4, 3, 1, 7];

    public static bool TryParse(string? text, out BankAccountId id)
    {
        id = new BankAccountId(text ?? "");
        var parts = id.Text.Split('-');
        return parts.Length == Parts.Length && parts.Zip(Parts).All(p => p.First.Length == p.Second && p.First.All(char.IsAsciiDigit));
    }

    /// <summary>Under which payments of its lines are recorded with dues: each begins so, and no payment by hand does.</summary>
    public string Payments => $"{BankLimits.PaymentPrefix}{Text}/";

    public override string ToString() => Text;
}

/// <summary>Named limits of bank files.</summary>
public static class BankLimits
{
    /// <summary>Keys of payments that were booked from a bank's line; what is recorded by hand may not begin so.</summary>
    public const string PaymentPrefix = "bank/";

    /// <summary>The largest amount of a line, in yen: larger than a payment of dues may be, since accounts receive other things too.</summary>
    public const long LargestLine = 999_999_999_999;

    /// <summary>Lines handed to an account at once.</summary>
    public const int Chunk = 500;

    /// <summary>Lines of one file.</summary>
    public const int Lines = 20_000;

    public const int Name = 60;
    public const int Reason = 200;

    /// <summary>No line is older: days before today.</summary>
    public const int OldestDays = 400;

    /// <summary>After so many days a line that is dealt with is no longer known by itself; older files are refused long before.</summary>
    public const int KeptDays = 800;

    /// <summary>Lines of one page of an inbox.</summary>
    public const int Page = 50;

    /// <summary>People proposed for one line.</summary>
    public const int Proposals = 5;

    /// <summary>Accounts of one association.</summary>
    public const int Accounts = 50;
}
