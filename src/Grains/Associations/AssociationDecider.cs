using Decision = JmaActors.Ledgers.Decision<JmaActors.Associations.AssociationEvent>;
using JmaActors.Ledgers;

namespace JmaActors.Associations;

/// <summary>An <see cref="EstablishAssociation"/> for the association it was sent to.</summary>
public sealed record Establishing(string Code, EstablishAssociation Command);

/// <summary>What an association's ledger decides. Pure.</summary>
public static class AssociationDecider
{
    public const int NameLength = 100;
    public const int PhoneLength = 40;
    public const int SourceLength = 200;
    public const int AreasLength = 2_000;

    /// <summary>Records it, or what is new about it. The natural key is the association with these very values.</summary>
    public static Decision Establish(AssociationState state, Establishing establishing, Deciding deciding)
    {
        var c = establishing.Command;
        if (!AssociationId.TryParse(establishing.Code, out _)) return Decision.Refuse("bad-association", "", "The id of an association is JMA, two digits, or like 26-007.");
        if (!IsText(c.Name, 1, NameLength)) return Decision.Refuse("bad-name", "", $"A name has 1 to {NameLength} characters.");
        if (!IsText(c.Phone, 0, PhoneLength)) return Decision.Refuse("bad-phone", "", $"A telephone number has at most {PhoneLength} characters.");
        if (!IsText(c.Source, 0, SourceLength)) return Decision.Refuse("bad-source", "", $"A source has at most {SourceLength} characters.");
        if (!IsText(c.Areas, 0, AreasLength)) return Decision.Refuse("bad-areas", "", $"The towns served have at most {AreasLength} characters.");
        var areas = c.Areas.Length > 0 ? c.Areas : null;
        if (!state.Established) return Decision.Event(new AssociationEstablished(c.Name, c.Phone, c.Source, c.Demonstration, areas));
        var same = state.Name == c.Name && state.Phone == c.Phone && state.Source == c.Source && state.Demonstration == c.Demonstration && state.Areas == areas;
        return same ? Decision.Again() : Decision.Event(new AssociationChanged(c.Name, c.Phone, c.Source, c.Demonstration, areas));
    }

    static bool IsText(string text, int least, int most) => text.Length >= least && text.Length <= most && !text.HasControls();
}
