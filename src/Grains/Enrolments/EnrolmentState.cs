using System.Text.Json.Serialization;

namespace JmaActors.Enrolments;

/// <summary>A program's sign-up as folded from its events.</summary>
public sealed class EnrolmentState : IJsonOnDeserialized
{
    readonly HashSet<string> references = new(StringComparer.Ordinal);

    /// <summary>Code of the host; empty before the first event that says it.</summary>
    public string Host { get; set; } = "";

    /// <summary>Null until the host set them.</summary>
    public EnrolmentTerms? Terms { get; set; }

    /// <summary>How many times somebody signed up.</summary>
    public int Arrivals { get; set; }

    /// <summary>受付番号 given.</summary>
    public int Numbers { get; set; }

    /// <summary>By member number.</summary>
    public Dictionary<long, Seat> Seats { get; set; } = [];

    /// <summary>In order of their numbers: entry n stands at n − 1.</summary>
    public List<EnrolmentEntry> Entries { get; set; } = [];

    /// <summary>Number of the entry a key made.</summary>
    public Dictionary<string, int> EntryKeys { get; set; } = new(StringComparer.Ordinal);

    [JsonIgnore]
    public SeatTally Tally { get; private set; } = new();

    [JsonIgnore]
    public Yen Collected { get; private set; }

    public Seat? Find(MemberId member) => Seats.GetValueOrDefault(member.Number);

    public EnrolmentEntry? Entry(int no) => no >= 1 && no <= Entries.Count ? Entries[no - 1] : null;

    /// <summary>True when a payment that counts has this reference already.</summary>
    public bool Referred(PaymentMethod method, string reference) => references.Contains(Reference(method, reference));

    /// <summary>Changes a seat, and the counts and queues with it.</summary>
    public void Change(Seat seat, Action<Seat> change)
    {
        if (!Seats.TryAdd(seat.Member, seat)) Tally.Remove(seat);
        change(seat);
        Tally.Add(seat);
    }

    /// <summary>Puts an entry under its number: a new one at the end, or one that is voided.</summary>
    public void Put(EnrolmentEntry entry)
    {
        var before = Entry(entry.No)?.Counts ?? Yen.Zero;
        if (entry.No > Entries.Count) Entries.Add(entry);
        else Entries[entry.No - 1] = entry;
        Seats[entry.Member.Number].Paid += entry.Counts - before;
        Collected += entry.Counts - before;
        Note(entry);
    }

    public void OnDeserialized()
    {
        foreach (var seat in Seats.Values) Tally.Add(seat);
        foreach (var entry in Entries)
        {
            Collected += entry.Counts;
            Note(entry);
        }
    }

    void Note(EnrolmentEntry entry)
    {
        if (entry.Reference.Length == 0) return;
        if (entry.Voided is null) references.Add(Reference(entry.Method, entry.Reference));
        else references.Remove(Reference(entry.Method, entry.Reference));
    }

    static string Reference(PaymentMethod method, string reference) => $"{(int)method}/{reference}";
}
