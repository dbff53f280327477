using System.Text.Json.Serialization;

namespace JmaActors.Bank;

/// <summary>What can happen to an account. No event holds who paid: the name a bank gave stands in a row that goes when the line is dealt with.</summary>
public abstract record BankAccountEvent;

/// <param name="Name">口座名義, the association's own.</param>
public sealed record BankAccountOpened(string Association, string Name) : BankAccountEvent;

public sealed record BankAccountClosed : BankAccountEvent;

/// <summary>A line that was taken.</summary>
/// <param name="Key">Its natural key within the account.</param>
/// <param name="Like">What it has in common with the same line of another kind of file.</param>
/// <param name="Doubt">Key of the line it may be the same as; empty for none.</param>
public sealed record TakenLine(string Key, DateOnly On, long Yen, string Like, BankFileKind Kind, bool Cancels, string Doubt)
{
    /// <summary>Who paid, as kept beside the events.</summary>
    [JsonIgnore]
    public string? Payer { get; init; }
}

public sealed record BankLinesTaken(IReadOnlyList<TakenLine> Lines) : BankAccountEvent;

/// <summary>A line is somebody's payment.</summary>
/// <param name="ByNumber">The payer's number said so; otherwise somebody did.</param>
public sealed record BankLineBooked(string Line, long Member, bool ByNumber) : BankAccountEvent;

/// <summary>A line was put aside, or sent back.</summary>
public sealed record BankLineSettled(string Line, BankLineStatus Status, string Reason) : BankAccountEvent;

/// <summary>A line waits again; what it was booked as was taken back before.</summary>
public sealed record BankLineReopened(string Line, string Reason) : BankAccountEvent;

/// <summary>What dues tell a bank's account: the payment a line was booked as was taken back.</summary>
/// <param name="Turn">Of the line when it was booked.</param>
public sealed record PaymentWent(string Line, int Turn, string Reason)
{
    /// <summary>Type of the parcel.</summary>
    public const string Parcel = "payment-went";
}

/// <summary>An account as its events tell.</summary>
public sealed class BankAccountState
{
    /// <summary>Null while it is nobody's.</summary>
    public string? Association { get; set; }

    public string Name { get; set; } = "";

    public Dictionary<string, BankLineState> Lines { get; set; } = [];

    public bool Used { get; set; }
}

/// <summary>One line of it.</summary>
public sealed class BankLineState
{
    public DateOnly On { get; set; }

    public long Yen { get; set; }

    public string Like { get; set; } = "";

    public BankFileKind Kind { get; set; }

    public bool Cancels { get; set; }

    public string Doubt { get; set; } = "";

    public BankLineStatus Status { get; set; } = BankLineStatus.Waiting;

    /// <summary>Whose payment it is, or was last; 0 for nobody's.</summary>
    public long Member { get; set; }

    public string Reason { get; set; } = "";

    /// <summary>How often it was decided on.</summary>
    public int Turn { get; set; }
}

/// <summary>Stored shapes of accounts.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BankAccountOpened))]
[JsonSerializable(typeof(BankAccountClosed))]
[JsonSerializable(typeof(BankLinesTaken))]
[JsonSerializable(typeof(BankLineBooked))]
[JsonSerializable(typeof(BankLineSettled))]
[JsonSerializable(typeof(BankLineReopened))]
[JsonSerializable(typeof(BankAccountState))]
[JsonSerializable(typeof(PaymentWent))]
public sealed partial class BankAccountJson : JsonSerializerContext;
