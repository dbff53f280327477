namespace JmaActors.Passes;

/// <summary>What can happen to a person's passes. Showing one is no event.</summary>
public abstract record PassEvent;

/// <summary>Every pass shown before was taken back.</summary>
/// <param name="Generation">The generation that is good from here on.</param>
/// <param name="Key">Natural key of the command.</param>
public sealed record PassesRevoked(int Generation, string Key, string Reason) : PassEvent;
