using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace JmaActors.Credits;

/// <summary>A person's entries by natural key, and per fiscal year what a standing needs of them. The standing itself is never kept.</summary>
public sealed class CreditLedgerState : IJsonOnDeserialized
{
    /// <summary>Entries by natural key.</summary>
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public Dictionary<string, CreditItem> Entries { get; } = new(StringComparer.Ordinal);

    /// <summary>Sums per fiscal year, folded along with the entries.</summary>
    [JsonIgnore]
    public CmeFacts Facts { get; private set; } = new();

    /// <summary>The entry under a key; null when there is none.</summary>
    public CreditEntry? Find(string key) => Entries.TryGetValue(key, out var item) ? item.Entry(key) : null;

    /// <summary>Puts an entry, new or changed, and brings the sums along.</summary>
    public void Put(string key, CreditItem item)
    {
        ref var held = ref CollectionsMarshal.GetValueRefOrAddDefault(Entries, key, out _);
        Facts.Change(held?.Fact, item.Fact);
        held = item;
    }

    /// <inheritdoc />
    public void OnDeserialized() => Facts = Recount();

    /// <summary>The sums added up anew over all entries: what <see cref="Facts"/> must always equal.</summary>
    public CmeFacts Recount()
    {
        var facts = new CmeFacts();
        foreach (var item in Entries.Values) facts.Add(item.Fact);
        return facts;
    }
}
