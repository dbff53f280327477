using JmaActors.Credits;

namespace JmaActors.Training;

/// <summary>What happened at a session.</summary>
public abstract record SessionEvent;

/// <summary>The session got its plan and is open.</summary>
public sealed record SessionOpened(SessionPlan Plan) : SessionEvent;

/// <summary>A card was taken at the door.</summary>
/// <param name="Member">Whose card it was.</param>
/// <param name="At">Event time by the device's clock.</param>
/// <param name="Association">The holder's local association at that moment; null for none.</param>
public sealed record Tapped(long Member, TapDirection Direction, DateTimeOffset At, string Device, string Nonce, string? Association) : SessionEvent;

/// <summary>A card was refused at the door; kept, so that an office can decide later.</summary>
/// <param name="Reason">Stable code, see <see cref="TapResult.Reason"/>.</param>
/// <param name="Member">Whose card it was; null when unknown.</param>
/// <param name="Card">The number read, when nobody is known to hold it.</param>
public sealed record TapRefused(string Reason, long? Member, string? Card, TapDirection Direction, DateTimeOffset At, string Device, string Nonce) : SessionEvent;

/// <summary>What one talk earns one person was judged anew and is different from before. Told to the person's credit ledger.</summary>
/// <param name="Tenths">Units in tenths; 0 when voided.</param>
/// <param name="Reason">Why it is voided; null otherwise.</param>
/// <param name="At">The instant judged: exactly when a step was reached, however late the clock was looked at.</param>
public sealed record CreditAssessed(long Member, int Talk, CreditState State, int Tenths, string? Reason, DateTimeOffset At) : SessionEvent;

/// <summary>The door was shut.</summary>
/// <param name="At">Until when those inside are counted: the moment of closing, but not after the doors' closing time.</param>
public sealed record SessionClosed(DateTimeOffset At) : SessionEvent;

/// <summary>The host confirmed the roll: what is pending posts from here on.</summary>
public sealed record RollConfirmed : SessionEvent;
