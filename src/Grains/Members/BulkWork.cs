namespace JmaActors.Members;

/// <summary>
/// Bulk work passes through many actors once. Its calls carry a mark in the request context, and an actor that answered one goes to sleep at once,
/// so that importing a roster does not keep everybody awake.
/// </summary>
public static class BulkWork
{
    const string Mark = "bulk";

    /// <summary>True within a call made for bulk work.</summary>
    public static bool On => RequestContext.Get(Mark) is true;

    /// <summary>Marks every call made from here on in this flow of control.</summary>
    public static void Begin() => RequestContext.Set(Mark, true);
}
