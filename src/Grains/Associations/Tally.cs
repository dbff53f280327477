using System.Numerics;

namespace JmaActors.Associations;

/// <summary>
/// Figures of one association as the sum of its parts: a local one has one part, itself; a prefectural one its local ones; 日本医師会 the 47 prefectures.
/// All figures are absolute and were read from the views at some moment, so the last word of a part is right whatever was lost or repeated before:
/// reports of one part are ordered by (epoch of its activation, count), and a count of our own never replaces a part that reported while we counted.
/// </summary>
public sealed class Tally<T>(AssociationId id)
    where T : class, IAdditionOperators<T, T, T>, IAdditiveIdentity<T, T>
{
    readonly Dictionary<string, Part> parts = new(StringComparer.Ordinal);
    long started, applied;

    /// <summary>Sum of all parts.</summary>
    public T Total { get; private set; } = T.AdditiveIdentity;

    /// <summary>Figures of a part; zero when nothing is known of it.</summary>
    public T Of(string part) => parts.TryGetValue(part, out var known) ? known.Figures : T.AdditiveIdentity;

    public IEnumerable<string> Parts => parts.Keys;

    /// <summary>Takes a part's report; an older one than the one known is passed over. True when the figures changed.</summary>
    public bool Take(AssociationId part, T figures, FigureVersion version)
    {
        var known = parts.GetValueOrDefault(part.Code);
        if (part.Parent != id || (known is not null && version.CompareTo(known.Version) <= 0)) return false;
        parts[part.Code] = new Part(figures, version);
        return !figures.Equals(known?.Figures) && Sum();
    }

    /// <summary>To be called before the views are read; hand the answer to <see cref="Apply"/>.</summary>
    public Count Begin() => new(++started, parts.ToDictionary(p => p.Key, p => p.Value.Version, StringComparer.Ordinal));

    /// <summary>Takes figures per local association as counted from the views. True when the figures changed.</summary>
    public bool Apply(Count count, IReadOnlyDictionary<string, T> byLocal)
    {
        if (count.Number <= applied) return false;
        applied = count.Number;
        var counted = ByPart(byLocal);
        var changed = false;
        foreach (var part in parts.Keys.Union(counted.Keys, StringComparer.Ordinal).ToList())
        {
            var (known, before) = (parts.GetValueOrDefault(part), count.Versions.GetValueOrDefault(part));
            if (known is not null && known.Version != before) continue;
            var figures = counted.GetValueOrDefault(part, T.AdditiveIdentity);
            if (figures.Equals(known?.Figures)) continue;
            parts[part] = new Part(figures, before);
            changed = true;
        }
        return changed && Sum();
    }

    Dictionary<string, T> ByPart(IReadOnlyDictionary<string, T> byLocal)
    {
        var sums = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (local, figures) in byLocal)
        {
            var part = id.Layer == AssociationLayer.National ? local[..2] : local;
            sums[part] = sums.GetValueOrDefault(part, T.AdditiveIdentity) + figures;
        }
        return sums;
    }

    bool Sum()
    {
        var before = Total;
        Total = parts.Values.Aggregate(T.AdditiveIdentity, static (sum, part) => sum + part.Figures);
        // Parts can change and leave the sum as it was; the picture shows the parts.
        return !before.Equals(Total) || id.Layer != AssociationLayer.Local;
    }

    sealed record Part(T Figures, FigureVersion Version);

    /// <summary>One count under way: its number, and what each part had reported when it began.</summary>
    public sealed record Count(long Number, IReadOnlyDictionary<string, FigureVersion> Versions);
}
