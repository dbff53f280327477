namespace JmaActors.Web.Access;

/// <summary>The caller may not see or do this. Says nothing about whether what was asked for exists.</summary>
public sealed class OutOfScopeException(string what) : Exception($"Out of scope: {what}")
{
    /// <summary>Stable code.</summary>
    public const string Reason = "out-of-scope";

    /// <summary>Ends when the attempt is durably in the audit. Whoever tells the caller waits for it; a page says it at once, and it is written right behind.</summary>
    public Task Recorded { get; init; } = Task.CompletedTask;
}
