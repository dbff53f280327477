namespace JmaActors.Associations;

/// <summary>Counts over the views, from which boards are drawn and healed.</summary>
public interface IAssociationTallies
{
    /// <summary>
    /// Figures per local association code, counted in one query; associations without people are left out.
    /// </summary>
    /// <param name="prefecture">Only local associations of this prefecture (two digits); null for all.</param>
    /// <param name="locals">Only these local associations; null for all.</param>
    /// <param name="currentFiscalYear">Units of this year are summed; a standing judged in another year counts neither units nor as reached.</param>
    Task<IReadOnlyDictionary<string, AssociationFigures>> ByLocal(string? prefecture, IReadOnlyCollection<string>? locals, int currentFiscalYear, CancellationToken ct);

    /// <summary>Every association on record, in order of code.</summary>
    Task<IReadOnlyList<AssociationLine>> Associations(CancellationToken ct);
}

/// <summary>An association's name and telephone, and the towns and wards it serves; empty when not known.</summary>
public sealed record AssociationLine(string Id, string Name, string Phone, string Areas = "");
