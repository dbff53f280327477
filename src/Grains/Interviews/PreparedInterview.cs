namespace JmaActors.Interviews;

/// <summary>A command with what was done before the decision: its words are sealed, and what other ledgers know is asked.</summary>
/// <param name="First">The words, sealed under the physician's key; null when there is no such person, or she was erased.</param>
/// <param name="Second">A second text of the command.</param>
/// <param name="Ground">What her hours say of her work here; null where the case is there already and it does not matter.</param>
public readonly record struct PreparedInterview<T>(T Command, byte[]? First = null, byte[]? Second = null, InterviewGround? Ground = null);

/// <summary>What a physician's hours say of her work at a workplace.</summary>
/// <param name="Employed">The workplace says that it employs her.</param>
/// <param name="Month">The month of its 36協定 in which the date asked about lies.</param>
public sealed record InterviewGround(bool Employed, DateOnly Month);
