namespace JmaActors.Associations;

/// <summary>An association's own record.</summary>
public sealed class AssociationState
{
    public bool Established { get; set; }

    public string Name { get; set; } = "";

    public string Phone { get; set; } = "";

    public string Source { get; set; } = "";

    public bool Demonstration { get; set; }

    /// <summary>Null when not known.</summary>
    public string? Areas { get; set; }

    /// <summary>The ledger's version.</summary>
    public long Version { get; set; }
}
