namespace JmaActors.Associations;

/// <summary>A medical association as lists see it: a row of <c>association</c>.</summary>
/// <param name="AssociationId">Its code, see <see cref="JmaActors.AssociationId"/>.</param>
/// <param name="Layer"><see cref="AssociationLayer"/> as a number.</param>
/// <param name="Areas">The towns and wards it serves, with 、 between; null when not known.</param>
/// <param name="Parent">Code of the association one layer above; null for 日本医師会.</param>
public sealed record AssociationRow(string AssociationId, string Name, string Phone, int Layer, string? Parent, bool Demonstration, long Version, string? Areas = null);
