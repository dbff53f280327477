using JmaActors.Associations;

namespace JmaActors.Dues;

/// <summary>What a board of dues shows. Pure.</summary>
static class DuesBoardDrawing
{
    public static DuesPicture Picture(DuesRunId me, IReadOnlyDictionary<string, AssociationLine> known, Tally<DuesFigures> tally, DuesCheck check, DateTimeOffset asOf)
    {
        string Name(string code) => known.GetValueOrDefault(code)?.Name ?? code;
        var own = me.Association.Code;
        var children = new SortedDictionary<string, DuesChild>(StringComparer.Ordinal);
        foreach (var part in tally.Parts.Where(part => part != own)) children[part] = new DuesChild(Name(part), tally.Of(part));
        return new DuesPicture(own, Name(own), me.Year.Year, tally.Total, children, check, asOf);
    }
}
