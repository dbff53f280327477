namespace JmaActors.Rosters;

/// <summary>Keys of imports. An office's begin with its code and a dot, so that a key says whose the import is and two offices never meet under one.</summary>
public static class ImportKeys
{
    /// <summary>The association whose office the import is of; null when it is of none.</summary>
    public static AssociationId? OwnerOf(string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && AssociationId.TryParse(key[..dot], out var owner) ? owner : null;
    }

    /// <summary>A key of the caller's own.</summary>
    /// <param name="name">What tells it from the caller's others.</param>
    public static string Of(Caller caller, string name) => caller.Role == CallerRole.Office ? $"{caller.Scope}.{name}" : name;
}
