using System.Globalization;
using JmaActors.Members;

namespace JmaActors.Directory;

/// <summary>
/// Counts facets from the cells of all combinations: a facet is counted under every other choice made but its own, so that one sees what another choice would give. Pure.
/// </summary>
public static class FacetRules
{
    /// <summary>The facet of associations below: choosing one of them is the term of the same name.</summary>
    public const string Within = "within";

    /// <param name="facets">As <see cref="SearchCatalog.Facets"/>, with the choices of the day.</param>
    public static FoundFacets Counts(
        IReadOnlyList<FacetCell> cells, IReadOnlyList<(string Name, IReadOnlyList<Choice> Choices)> facets, Sought sought, ChildLayer children, Func<string, string?> nameOf)
    {
        var chosen = facets.Select(f => Chosen(f.Name, f.Choices, sought)).ToArray();
        var lines = facets.Select(f => new long[f.Choices.Count + 1]).ToArray();
        var below = new SortedDictionary<int, long>();
        var total = 0L;
        foreach (var cell in cells)
        {
            var misses = 0;
            var missed = -1;
            for (var i = 0; i < chosen.Length; i++)
            {
                if (chosen[i] is not { } set || set.Contains(cell.Choices[i])) continue;
                misses++;
                missed = i;
            }
            if (misses > 1) continue;
            if (misses == 1)
            {
                lines[missed][cell.Choices[missed]] += cell.People;
                continue;
            }
            total += cell.People;
            below[cell.Child] = below.GetValueOrDefault(cell.Child) + cell.People;
            for (var i = 0; i < lines.Length; i++) lines[i][cell.Choices[i]] += cell.People;
        }
        List<Facet> found = [.. facets.Select((f, i) => new Facet(f.Name, [.. f.Choices.Select((c, at) => new FacetLine(c.Value, lines[i][at]))]))];
        if (children != ChildLayer.None) found.Add(new Facet(Within, [.. below.Where(b => b.Key > 0).Select(b => Line(Code(b.Key, children), b.Value, nameOf))]));
        return new FoundFacets(total, found);
    }

    static FacetLine Line(string code, long count, Func<string, string?> nameOf) => new(code, count, nameOf(code));

    static string Code(int child, ChildLayer children) => children == ChildLayer.Prefectures ? child.ToString("D2", CultureInfo.InvariantCulture) : AreaCode.Local(child).Code;

    static HashSet<int>? Chosen(string name, IReadOnlyList<Choice> choices, Sought sought) =>
        sought.OfFacets.FirstOrDefault(m => m.Term.Name == name) is { } met
            ? [.. choices.Select((c, i) => (c, i)).Where(p => met.Choices.Contains(p.c)).Select(p => p.i)]
            : null;
}
