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

    /// <summary>What keys of a workplace begin with: a code may look like an association's.</summary>
    const string OfWorkplace = "w.";

    /// <summary>The workplace whose attendance is imported; null when the key is no workplace's.</summary>
    public static WorkplaceId? WorkplaceOf(string key)
    {
        if (!key.StartsWith(OfWorkplace, StringComparison.Ordinal)) return null;
        var dot = key.IndexOf('.', OfWorkplace.Length);
        return dot > 0 && WorkplaceId.TryParse(key[OfWorkplace.Length..dot], out var workplace) ? workplace : null;
    }

    /// <summary>A key of a workplace's own.</summary>
    /// <param name="name">What tells it from the workplace's others.</param>
    public static string Of(WorkplaceId workplace, string name) => $"{OfWorkplace}{workplace}.{name}";

    /// <summary>A key of the caller's own.</summary>
    /// <param name="name">What tells it from the caller's others.</param>
    public static string Of(Caller caller, string name) => caller.Role == CallerRole.Office ? $"{caller.Scope}.{name}" : name;
}
