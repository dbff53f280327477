using System.Text.Json.Serialization;

namespace JmaActors.Credits;

/// <summary>A person's entries of all schemes by natural key, and per fiscal year what a CME standing needs of them. The standing itself is never kept.</summary>
public sealed class CreditLedgerState : IJsonOnDeserialized
{
    /// <summary>Entries by natural key.</summary>
    public CreditTable Entries { get; init; } = new();

    /// <summary>Documents that are kept, by the key of their entry; null while there is none. Few entries have one.</summary>
    public Dictionary<string, HeldDocument>? Documents { get; set; }

    /// <summary>What entries were taken over from, by their key; null while there is none.</summary>
    public Dictionary<string, CreditProvenance>? Sources { get; set; }

    /// <summary>Entries of other records of the same person that count here, by member number; null for nearly everybody.</summary>
    public SortedDictionary<long, HeldCredits>? Held { get; set; }

    /// <summary>Merges that were undone here: a late word of one changes nothing.</summary>
    public List<string>? Ended { get; set; }

    /// <summary>With which record the entries count instead of here; null for nearly everybody.</summary>
    public CreditsAway? Away { get; set; }

    /// <summary>What the last event gave back to another record; null after any other.</summary>
    [JsonIgnore]
    public HeldCredits? GivenBack { get; set; }

    /// <summary>The last event was about a report that waits, or did until then.</summary>
    [JsonIgnore]
    public bool Reported { get; set; }

    CreditUnion? union;

    /// <summary>What counts for the person: the own entries, and with other records held, theirs too, each once.</summary>
    [JsonIgnore]
    public CreditLedgerState Whole => Held is not { Count: > 0 } ? this : (union ??= CreditUnion.Of(this)).State;

    /// <summary>Under which number and key an entry of <see cref="Whole"/> is kept; null for an own one.</summary>
    public (long Of, string Key)? OriginOf(string key) => Held is not { Count: > 0 } ? null : (union ??= CreditUnion.Of(this)).OriginOf(key);

    /// <summary>Something held has changed, and what counts with it.</summary>
    public void Recombine() => union = null;

    /// <summary>Sums per fiscal year, folded along with the entries.</summary>
    [JsonIgnore]
    public CmeFacts Facts { get; private set; } = new();

    /// <summary>The entry under a key; null when there is none.</summary>
    public CreditEntry? Find(string key) => Entries.Find(key) is { } item ? Entry(key, item) : null;

    /// <summary>An entry with the kind of its document.</summary>
    public CreditEntry Entry(string key, in CreditItem item) => item.Entry(key, KindOf(key), Sources?.GetValueOrDefault(key));

    /// <summary>What the document of an entry is; null when none is kept.</summary>
    public EvidenceKind? KindOf(string key) => Documents?.GetValueOrDefault(key)?.Kind;

    /// <summary>The entries dated up to a date: what of the ledger holds on it.</summary>
    public IEnumerable<CreditEntry> UpTo(DateOnly on) => Entries.Where(e => e.Value.Date <= on).Select(e => e.Value.Entry(e.Key));

    /// <summary>The sums over the entries dated up to a date.</summary>
    public CmeFacts FactsUpTo(DateOnly on)
    {
        var facts = new CmeFacts();
        for (var at = 0; at < Entries.Count; at++)
        {
            if (Entries.Scheme(at) == CreditScheme.Cme && Entries.Fact(at) is var fact && fact.Date <= on) facts.Add(fact);
        }
        return facts;
    }

    /// <summary>Puts an entry, new or changed, and brings the sums along.</summary>
    public void Put(string key, in CreditItem item)
    {
        union = null;
        var before = Entries.Put(key, item);
        if (item.Scheme == CreditScheme.Cme) Facts.Change(before, item.Fact);
    }

    /// <inheritdoc />
    public void OnDeserialized() => Facts = Recount();

    /// <summary>The sums added up anew over all entries: what <see cref="Facts"/> must always equal.</summary>
    public CmeFacts Recount() => FactsUpTo(DateOnly.MaxValue);
}
