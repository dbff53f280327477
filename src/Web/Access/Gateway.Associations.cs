using JmaActors.Associations;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>Name and address of an association; null when not established.</summary>
    public Task<AssociationView?> ReadAssociation(AssociationId id, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeePublic(), "read associations");
        return Ask(actors.Grain<IAssociationGrain>(id.Code), caller, static (g, c, t) => g.Read(c, t), ct);
    }

    /// <summary>The figures now; null when the association is not established.</summary>
    public async Task<AssociationFigures?> AssociationFigures(AssociationId id, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeeAssociation(id), "see figures");
        if (await ReadAssociation(id, caller, ct).ConfigureAwait(false) is null) return null;
        return await Ask(Board(id), 0, static (g, _, t) => g.Figures(t), ct).ConfigureAwait(false);
    }

    /// <summary>Counts again; null when the association is not established.</summary>
    public async Task<Recount?> Recount(AssociationId id, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.RecountAssociation(id), "recount");
        if (await ReadAssociation(id, caller, ct).ConfigureAwait(false) is null) return null;
        return await Ask(Board(id), 0, static (g, _, t) => g.Recount(t), ct).ConfigureAwait(false);
    }

    /// <summary>Names by code; unknown codes are left out. At most 1,000 codes.</summary>
    public Task<IReadOnlyDictionary<string, string>> AssociationNames(IReadOnlyList<string> codes, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeePublic(), "read associations");
        return Ask(DirectoryGrain, codes, static (g, c, t) => g.Associations(c, t), ct);
    }

    /// <summary>Associations one could join, from an address, a university hospital or a name; the surest first.</summary>
    public Task<IReadOnlyList<FoundAssociation>> FindAssociations(string text, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeePublic(), "find associations");
        return Ask(DirectoryGrain, text, static (g, s, t) => g.FindAssociations(s, t), ct);
    }

    IAssociationBoardGrain Board(AssociationId id) => actors.Grain<IAssociationBoardGrain>(id.Code);
}
