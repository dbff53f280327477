using JmaActors.Directory;
using JmaActors.Journal;

namespace JmaActors.Members;

/// <summary>By what of identity and membership people are searched.</summary>
public static class MemberSearchPart
{
    const string Membership = "membership";

    /// <summary>会員区分 in the order of the statutes, and those who have none.</summary>
    static readonly Choice[] Categories =
    [
        Choice.Is("a1", (int)MemberCategory.A1), Choice.Is("a2B", (int)MemberCategory.A2B), Choice.Is("a2C", (int)MemberCategory.A2C),
        Choice.Is("b", (int)MemberCategory.B), Choice.Is("c", (int)MemberCategory.C), Choice.Is("none", 0),
    ];

    /// <summary>Up to which layer somebody is a member. The layers hang on each other (<see cref="MembershipRules.Cascade"/>), so there are no others.</summary>
    static readonly Choice[] Statuses =
    [
        Choice.Is("jma", (int)MembershipLayers.All), Choice.Is("prefecture", (int)(MembershipLayers.Local | MembershipLayers.Prefecture)),
        Choice.Is("local", (int)MembershipLayers.Local), Choice.Is("none", (int)MembershipLayers.None),
    ];

    public static readonly SearchPart Part = new(
        [
            new ChoiceTerm("status", Membership, new Measure.Column("person_layers"), static _ => Statuses, Facet: true),
            new ChoiceTerm("category", Membership, new Measure.Column("person_category"), static _ => Categories, Facet: true),
            new WithinTerm("within", Membership),
            new DatesTerm("changed", Membership, "person_changed_at"),
        ],
        [
            new SortKey("kana", ColumnType.Text, "person_kana"),
            new SortKey("registry", ColumnType.Integer, "person_registry", new Measure.Column("person_registry")),
            new SortKey("changed", ColumnType.Instant, "person_changed_at"),
        ]);
}
