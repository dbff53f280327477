namespace JmaActors.Associations;

/// <summary>What can happen to an association's own record.</summary>
public abstract record AssociationEvent(string Name, string Phone, string Source, bool Demonstration, string? Areas);

/// <summary>The association was recorded for the first time.</summary>
/// <param name="Phone">Telephone of its office; empty when not known.</param>
/// <param name="Source">Where this was taken from.</param>
/// <param name="Demonstration">The association is made up.</param>
/// <param name="Areas">The towns and wards it serves; null when not known.</param>
public sealed record AssociationEstablished(string Name, string Phone, string Source, bool Demonstration, string? Areas = null)
    : AssociationEvent(Name, Phone, Source, Demonstration, Areas);

/// <summary>Its name, telephone, source or area is another one now.</summary>
public sealed record AssociationChanged(string Name, string Phone, string Source, bool Demonstration, string? Areas = null)
    : AssociationEvent(Name, Phone, Source, Demonstration, Areas);
