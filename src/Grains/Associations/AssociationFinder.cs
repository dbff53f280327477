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
        var locals = lines.Where(l => l.Id.Layer == AssociationLayer.Local).ToList();
        // A prefecture that is only half named counts where it knows the town, or nobody does.
        var knowing = locals.Where(l => Area(sought, l.Line) > 0).Select(l => l.Id.Parent).ToHashSet();
        var within = Named(sought, prefectures) ?? (Begun(sought, prefectures) is { } begun && (knowing.Count == 0 || knowing.Contains(begun)) ? begun : null);
        return [.. locals.Where(l => within is null || l.Id.Parent == within)
            .Select(l => (l.Line, l.Id, Match: Match(sought, l.Id, l.Line, within is not null)))
            .Where(l => l.Match is not null)
            .OrderBy(l => l.Match!.Value.Rank).ThenByDescending(l => l.Match!.Value.Length).ThenBy(l => l.Id.Code, StringComparer.Ordinal).Take(Most)
            .Select(l => new FoundAssociation(l.Id, l.Line.Name, l.Line.Phone, l.Line.Areas, l.Match!.Value.By, prefectures[l.Id.Parent!.Value].Name, prefectures[l.Id.Parent.Value].Phone))];
    }

    /// <summary>The prefecture an address names with its suffix: the one that stands first, since 東京都府中市 has 京都府 in it.</summary>
    static AssociationId? Named(string sought, Dictionary<AssociationId, AssociationLine> prefectures) => prefectures
        .Select(p => (p.Key, At: sought.IndexOf(Region(p.Value), StringComparison.Ordinal))).Where(p => p.At >= 0).OrderBy(p => p.At).Select(p => (AssociationId?)p.Key).FirstOrDefault();

    /// <summary>The prefecture whose name without its suffix an address begins with, unless that is the name of a county, a ward or a village: 京都郡 is not of 京都府.</summary>
    static AssociationId? Begun(string sought, Dictionary<AssociationId, AssociationLine> prefectures) => prefectures
        .Select(p => (p.Key, Name: Region(p.Value)[..^1])).Where(p => p.Name.Length > 1 && sought.StartsWith(p.Name, StringComparison.Ordinal) && !(sought.Length > p.Name.Length && "郡区町村".Contains(sought[p.Name.Length], StringComparison.Ordinal)))
        .Select(p => (AssociationId?)p.Key).FirstOrDefault();

    static string Region(AssociationLine line) => Folded(line.Name).Replace("医師会", "", StringComparison.Ordinal);

    /// <summary>How closely it knows the town: the longest of its names that the address has; 0 for none.</summary>
    static int Area(string sought, AssociationLine line) =>
        line.Areas.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Folded).Where(a => a.Length > 1 && sought.Contains(a, StringComparison.Ordinal)).Select(a => a.Length).DefaultIfEmpty(0).Max();

    static (FoundBy By, int Rank, int Length)? Match(string sought, AssociationId id, AssociationLine line, bool within)
    {
        var (name, hospital) = (Folded(line.Name), sought.Contains(University, StringComparison.Ordinal));
        // A university hospital is its university's, whatever ward it stands in.
        if (hospital && id.IsUniversity && Named(sought, name)) return (FoundBy.University, 0, 1);
        if (Area(sought, line) is > 0 and var length) return (FoundBy.Area, 1, length);
        if (hospital && id.IsUniversity && within) return (FoundBy.University, 2, 0);
        if (sought.Length > 1 && name.Contains(sought, StringComparison.Ordinal)) return (FoundBy.Name, 3, 0);
        return within && (!hospital || id.IsUniversity) ? (FoundBy.Prefecture, 4, 0) : null;
    }

    /// <summary>The hospital's name begins with that of the university whose association it is: 京都大学医師会 for 京都大学医学部附属病院.</summary>
    static bool Named(string sought, string name)
    {
        var end = name.IndexOf(University, StringComparison.Ordinal);
        return end > 0 && sought.Contains(name[..(end + University.Length)], StringComparison.Ordinal);
    }

    static string Folded(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)));
}
