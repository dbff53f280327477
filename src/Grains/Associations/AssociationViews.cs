using JmaActors.Journal;
using C = JmaActors.Journal.Columns<JmaActors.Associations.AssociationRow>;

namespace JmaActors.Associations;

/// <summary>View tables written by association ledgers.</summary>
public static class AssociationViews
{
    /// <summary>Keys: <c>new ViewKey(0, associationId)</c>.</summary>
    public static readonly ViewTable<AssociationRow> Associations = new(
        "association",
        1,
        [
            C.Text("association_id", r => r.AssociationId),
            C.Text("name", r => r.Name),
            C.Text("phone", r => r.Phone),
            C.Int("layer", r => r.Layer),
            C.TextOrNull("parent", r => r.Parent),
            C.Bool("demonstration", r => r.Demonstration),
            C.Big("version", r => r.Version),
            C.TextOrNull("areas", r => r.Areas),
        ]);

    public static readonly IReadOnlyList<ViewTable> All = [Associations];
}
