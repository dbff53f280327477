namespace JmaActors.Web.Access;

/// <summary>The caller may not see or do this. Says nothing about whether what was asked for exists.</summary>
public sealed class OutOfScopeException(string what) : Exception($"Out of scope: {what}")
{
    /// <summary>Stable code.</summary>
    public const string Reason = "out-of-scope";
}
