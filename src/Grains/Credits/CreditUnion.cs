using System.Globalization;

namespace JmaActors.Credits;

/// <summary>Entries of another record of the same person.</summary>
/// <param name="Merge">Name of the merge that brought them.</param>
public sealed record HeldCredits(string Merge, CreditTable Entries);

/// <summary>Where a record's entries count instead of with itself.</summary>
public sealed record CreditsAway(string Merge, long To);

/// <summary>
/// Several records of one person as the one they are. An entry that two have under the same natural key counts once: one talk is heard once. Keys that callers
/// choose may be alike by chance; those are one entry only where they say the same. What was corrected is looked at together with what stands in its place: one
/// record's word of it holds whole. Pure.
/// </summary>
sealed class CreditUnion
{
    readonly Dictionary<string, (long Of, string Key)> origins = new(StringComparer.Ordinal);

    CreditUnion() { }

    public CreditLedgerState State { get; } = new();

    /// <summary>Keys that more than one record had and that count once.</summary>
    public HashSet<string> Shared { get; } = new(StringComparer.Ordinal);

    public (long Of, string Key)? OriginOf(string key) => origins.TryGetValue(key, out var origin) ? origin : null;

    public static CreditUnion Of(CreditLedgerState own)
    {
        var union = new CreditUnion();
        var order = new List<CreditChain>(own.Entries.Count);
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var chain in CreditChain.All(0, own.Entries)) union.Add(chain, order, known);
        foreach (var (of, held) in own.Held!)
        {
            foreach (var chain in CreditChain.All(of, held.Entries)) union.Add(chain, order, known);
        }
        foreach (var chain in order) union.Put(chain);
        return union;
    }

    void Add(CreditChain chain, List<CreditChain> order, Dictionary<string, int> known)
    {
        if (!known.TryGetValue(chain.Shown, out var at))
        {
            known.Add(chain.Shown, order.Count);
            order.Add(chain);
        }
        else if (chain.IsSame(order[at]))
        {
            Shared.Add(chain.Shown);
            if (chain.Prevails(order[at])) order[at] = chain;
        }
        else
        {
            Add(chain.Apart(), order, known);
        }
    }

    void Put(CreditChain chain)
    {
        for (var at = 0; at < chain.Entries.Count; at++)
        {
            var (key, item) = chain.Entries[at];
            var shown = chain.ShownAs(key);
            State.Put(shown, item);
            if (chain.Of != 0) origins[shown] = (chain.Of, key);
        }
    }
}
