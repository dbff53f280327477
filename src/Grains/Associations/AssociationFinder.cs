using System.Text;

namespace JmaActors.Associations;

/// <summary>Finds the association one could join from the address of a workplace or a home, a university hospital, or its name. Pure.</summary>
public static class AssociationFinder
{
    /// <summary>Associations shown.</summary>
    public const int Most = 30;

    /// <summary>Longest text looked for.</summary>
    public const int TextMost = 200;

    /// <summary>What the name of a university's association, and of its hospital, has in it.</summary>
    const string University = "大学";

    static readonly char[] Between = ['、', ',', '，', '・'];

    /// <summary>The surest first; of equal ones the one that knows the town more closely, then in order of code. Empty where the text names no prefecture, town or association.</summary>
    public static IReadOnlyList<FoundAssociation> Find(string text, IEnumerable<AssociationLine> all)
    {
        var sought = Folded(text);
        if (sought.Length == 0) return [];
        var lines = all.Where(l => AssociationId.TryParse(l.Id, out _)).Select(l => (Id: new AssociationId(l.Id), Line: l)).ToList();
        var prefectures = lines.Where(l => l.Id.Layer == AssociationLayer.Prefecture).ToDictionary(l => l.Id, l => l.Line);
        var within = Within(sought, prefectures);
        return [.. lines.Where(l => l.Id.Layer == AssociationLayer.Local && (within is null || l.Id.Parent == within))
            .Select(l => (l.Line, l.Id, Match: Match(sought, l.Id, l.Line, within is not null)))
            .Where(l => l.Match.By is not null)
            .OrderBy(l => l.Match.By).ThenByDescending(l => l.Match.Length).ThenBy(l => l.Id.Code, StringComparer.Ordinal).Take(Most)
            .Select(l => new FoundAssociation(l.Id, l.Line.Name, l.Line.Phone, l.Line.Areas, l.Match.By!.Value, prefectures[l.Id.Parent!.Value].Name, prefectures[l.Id.Parent.Value].Phone))];
    }

    /// <summary>The prefecture an address names: the longest name found, with its suffix or, at the beginning, without it.</summary>
    static AssociationId? Within(string sought, Dictionary<AssociationId, AssociationLine> prefectures) => prefectures
        .Select(p => (p.Key, Name: Folded(p.Value.Name).Replace("医師会", "", StringComparison.Ordinal)))
        .Where(p => p.Name.Length > 1 && (sought.Contains(p.Name, StringComparison.Ordinal) || sought.StartsWith(p.Name[..^1], StringComparison.Ordinal)))
        .OrderByDescending(p => p.Name.Length).Select(p => (AssociationId?)p.Key).FirstOrDefault();

    static (FoundBy? By, int Length) Match(string sought, AssociationId id, AssociationLine line, bool within)
    {
        var area = line.Areas.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Folded).Where(a => a.Length > 1 && sought.Contains(a, StringComparison.Ordinal)).Select(a => a.Length).DefaultIfEmpty(0).Max();
        if (area > 0) return (FoundBy.Area, area);
        var name = Folded(line.Name);
        if (id.IsUniversity && sought.Contains(University, StringComparison.Ordinal) && (within || Named(sought, name))) return (FoundBy.University, Named(sought, name) ? 1 : 0);
        if (sought.Length > 1 && name.Contains(sought, StringComparison.Ordinal)) return (FoundBy.Name, 0);
        return within && !(sought.Contains(University, StringComparison.Ordinal) && !id.IsUniversity) ? (FoundBy.Prefecture, 0) : (null, 0);
    }

    /// <summary>The hospital's name begins with that of the university whose association it is: 京都大学医師会 for 京都大学医学部附属病院.</summary>
    static bool Named(string sought, string name)
    {
        var end = name.IndexOf(University, StringComparison.Ordinal);
        return end > 0 && sought.Contains(name[..(end + University.Length)], StringComparison.Ordinal);
    }

    static string Folded(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)));
}
