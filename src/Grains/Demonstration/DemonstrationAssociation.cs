using JmaActors.Associations;

namespace JmaActors.Demonstration;

/// <summary>An association to be established at the first start.</summary>
/// <param name="Source">Where name and telephone number were seen; says so when they are made up.</param>
/// <param name="Areas">Towns and wards it serves, made up; empty for none.</param>
/// <param name="Demonstration">True for the local and university associations, whose names are made up.</param>
public sealed record DemonstrationAssociation(AssociationId Id, string Name, string Phone, string Source, bool Demonstration, string Areas = "")
{
    /// <summary>The command that establishes it.</summary>
    public EstablishAssociation Establish => new(Name, Phone, Source, Demonstration, Caller.System, Areas);
}
