using System.Globalization;
using JmaActors.Journal;

namespace JmaActors.Ledgers;

/// <summary>Ledger names (<c>kind/key</c>) and the grains behind them.</summary>
public sealed class LedgerNames(IEnumerable<ILedgerKind> kinds)
{
    readonly Dictionary<string, ILedgerKind> known = kinds.ToDictionary(k => k.Kind, StringComparer.Ordinal);

    public IEnumerable<ILedgerKind> Kinds => known.Values;

    /// <summary>Every view of every kind, each once, in order of name.</summary>
    public IReadOnlyList<ViewTable> Views => [.. known.Values.SelectMany(k => k.Views).Distinct().OrderBy(v => v.Name, StringComparer.Ordinal)];

    public static string Credits(MemberId member) => Name("credits", member.Number);

    public static string Name(string kind, long key) => string.Create(CultureInfo.InvariantCulture, $"{kind}/{key}");

    public static string Name(string kind, string key) => $"{kind}/{key}";

    /// <summary>The grain behind a ledger name; null when no kind of that name is known.</summary>
    public ILedgerGrain? Grain(IGrainFactory grains, string ledger)
    {
        var slash = ledger.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || !known.TryGetValue(ledger[..slash], out var kind)) return null;
        var key = ledger[(slash + 1)..];
        var span = kind.NumberKey ? GrainIdKeyExtensions.CreateIntegerKey(long.Parse(key, CultureInfo.InvariantCulture)) : IdSpan.Create(key);
        return grains.GetGrain<ILedgerGrain>(GrainId.Create(GrainType.Create(kind.Kind), span));
    }
}
