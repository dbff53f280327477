namespace JmaActors.Web.Access;

/// <summary>What a topic shows does not exist, or not for this caller.</summary>
public sealed class NothingThereException(string what) : Exception($"Nothing there: {what}")
{
    /// <summary>Stable code.</summary>
    public const string Reason = "not-found";
}
