namespace JmaActors;

/// <summary>
/// What a ledger says to a command, once the version it was decided on is durable. Either <see cref="Value"/>, or <see cref="Refusal"/>.
/// A repeat of a command already done gets the first answer and <see cref="Repeat"/>.
/// </summary>
/// <param name="Version">The ledger's version the answer was computed from: 1 after its first event.</param>
[GenerateSerializer, Immutable, Alias("answer`1")]
public sealed record Answer<T>(
    [property: Id(0)] T? Value,
    [property: Id(1)] Refusal? Refusal,
    [property: Id(2)] long Version,
    [property: Id(3)] bool Repeat)
{
    public bool Accepted => Refusal is null;
}

/// <summary>Why a command was not done: a value, never an exception.</summary>
/// <param name="Reason">Stable code, kebab-case, e.g. <c>not-open</c>; texts are found by it in the resources (<c>Reason.not-open</c>).</param>
/// <param name="Rule">Id of the rule that refused, e.g. <c>cme.code-per-talk</c>; empty when no rule but the state refused.</param>
/// <param name="Detail">What was wrong with what; no personal data.</param>
[GenerateSerializer, Immutable, Alias("refusal")]
public sealed record Refusal(
    [property: Id(0)] string Reason,
    [property: Id(1)] string Rule = "",
    [property: Id(2)] string Detail = "");

/// <summary>
/// The database or the queue could not take the command now. Nothing is known to be lost: the same command may be sent again
/// under the same key and gets the first answer if it had been done.
/// </summary>
[GenerateSerializer, Alias("try-again")]
public sealed class TryAgainException : Exception
{
    public TryAgainException() { }

    public TryAgainException(string message) : base(message) { }

    public TryAgainException(string message, Exception inner) : base(message, inner) { }

    public TryAgainException(string reason, string message) : base(message) => Reason = reason;

    /// <summary>Stable code: <c>journal-away</c>, <c>journal-full</c>, <c>moved</c>, <c>outcome-unknown</c>.</summary>
    [Id(0)]
    public string Reason { get; init; } = "journal-away";
}
