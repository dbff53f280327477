namespace JmaActors.Web.Http;

/// <summary>A command that was done.</summary>
/// <param name="Value">What it made or found.</param>
/// <param name="Version">The ledger's version the answer was computed from.</param>
/// <param name="Repeat">True when the same command had been done before and this is the first answer again.</param>
public sealed record AnswerBody<T>(T? Value, long Version, bool Repeat);
