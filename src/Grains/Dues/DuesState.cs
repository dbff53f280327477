using System.Text.Json.Serialization;

namespace JmaActors.Dues;

/// <summary>A person's dues as their events tell.</summary>
public sealed class DuesState
{
    public List<DuesAccount> Accounts { get; set; } = [];

    /// <summary>Years whose statement was sent, and when.</summary>
    public SortedDictionary<int, DateOnly> Posted { get; set; } = [];

    /// <summary>What no table says, by year; only years that have such.</summary>
    public SortedDictionary<int, IReadOnlyList<DuesGap>> Gaps { get; set; } = [];

    public List<DuesPayment> Payments { get; set; } = [];

    public List<Reduction> Reductions { get; set; } = [];

    /// <summary>Reminders that were sent, in order.</summary>
    public List<DuesReminder> Reminders { get; set; } = [];

    /// <summary>Reminders are, or were, held back; null when none are.</summary>
    public DuesHold? Hold { get; set; }

    /// <summary>Refunds, credit notes, write-offs and holds of reminders by their keys.</summary>
    public Dictionary<string, DuesDeed> Deeds { get; set; } = [];

    /// <summary>Paid and not used for anything.</summary>
    public long Free { get; set; }

    public long Refunded { get; set; }

    /// <summary>The account dues are drawn from, sealed; null for none.</summary>
    public byte[]? Debit { get; set; }

    /// <summary>What banks were asked to draw and have not answered.</summary>
    public List<DuesDrawing> Drawn { get; set; } = [];

    /// <summary>The newest version of the person's record anything was reckoned from.</summary>
    public long Read { get; set; }

    /// <summary>Version of the person's record when it changed last after something was reckoned, and up to which what was reckoned agrees.</summary>
    public long Moved { get; set; }

    public long Followed { get; set; }

    public long Version { get; set; }

    /// <summary>What was reckoned may no longer agree with the record.</summary>
    [JsonIgnore]
    public bool Behind => Moved > Followed;

    /// <summary>Years with something reckoned or sent, ascending.</summary>
    [JsonIgnore]
    public IEnumerable<int> Years => Accounts.Select(a => a.Id.Year.Year).Concat(Posted.Keys).Distinct().Order();

    /// <summary>Years whose accounts the last event touched.</summary>
    [JsonIgnore]
    public HashSet<int> Touched { get; } = [];

    /// <summary>Years touched since boards were told last.</summary>
    [JsonIgnore]
    public HashSet<int> Stirred { get; } = [];

    public DuesAccount? Find(DuesAccountId id) => Accounts.Find(a => a.Id == id);
}

/// <summary>What was done under a key, so that the same is known again and something else is not taken for it.</summary>
/// <param name="Account">Null for a refund.</param>
/// <param name="Until">Of a hold; null for one that was ended.</param>
public sealed record DuesDeed(long Yen, DuesAccountId? Account = null, bool WriteOff = false, DateOnly? Until = null)
{
    public static DuesDeed Of(HoldReminders command) => new(0, Until: command.Until);

    public static DuesDeed Of(DuesRefunded e) => new(e.Yen);

    public static DuesDeed Of(DuesLessened e) => new(e.Yen, e.Account, e.WriteOff);
}

/// <summary>Everything owed to one creditor for one thing by one date.</summary>
public sealed class DuesAccount
{
    public DuesAccountId Id { get; set; }

    public long Assessed { get; set; }

    public long Credited { get; set; }

    public long WrittenOff { get; set; }

    public long Paid { get; set; }

    public DateOnly Due { get; set; }

    /// <summary>The last step of reminders since it is due on <see cref="Due"/>; 0 for none. And when that was.</summary>
    public int Reminded { get; set; }

    public DateOnly? RemindedOn { get; set; }

    public DuesWhy Why { get; set; } = null!;

    [JsonIgnore]
    public long Owed => Assessed - Credited - WrittenOff;

    [JsonIgnore]
    public long Open => Owed - Paid;
}
