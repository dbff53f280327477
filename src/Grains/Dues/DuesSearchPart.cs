using JmaActors.Directory;

namespace JmaActors.Dues;

/// <summary>By what people owe they are searched: of whom something is late today, something is open that is not late, and nothing is open. Of what was sent only, whichever year it is of.</summary>
public static class DuesSearchPart
{
    public static readonly SearchPart Part = new(
        [
            new RowsTerm(
                "dues", DuesCards.Benefit, TermKind.Choice, DuesViews.Terms, "next_due", Only: ("posted", true), Dated: true,
                Codes: new Dictionary<string, int?> { ["overdue"] = (int)DateSide.Past, ["open"] = (int)DateSide.Ahead, ["none"] = null }),
        ],
        []);
}
