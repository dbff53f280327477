using System.Text.Json.Serialization;
using JmaActors.Credits;

namespace JmaActors.Training;

/// <summary>What happened at a session.</summary>
public abstract record SessionEvent;

/// <summary>The session got its plan and is open.</summary>
public sealed record SessionOpened(SessionPlan Plan) : SessionEvent;

/// <summary>Somebody was taken at the door.</summary>
/// <param name="Member">Whose card it was.</param>
/// <param name="Direction">What the tap asked for.</param>
/// <param name="At">Event time by the device's clock.</param>
/// <param name="Association">The holder's local association at that moment; null for none.</param>
/// <param name="Forced">Reason code of what was against it when the desk let the person in all the same; null when nothing was.</param>
/// <param name="Manual">Picked by hand from a search.</param>
/// <param name="Pass">Fingerprint of the QR pass shown; null when none was.</param>
/// <param name="As">What an auto tap did; null for the others.</param>
/// <param name="Force">The desk asked to let the person in whatever is against it.</param>
public sealed record Tapped(
    long Member, TapDirection Direction, DateTimeOffset At, string Device, string Nonce, string? Association, string? Forced = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Manual = false, long? Pass = null, TapDirection? As = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Force = false) : SessionEvent;

/// <summary>Somebody was refused at the door; kept, so that an office can decide later.</summary>
/// <param name="Reason">Stable code, see <see cref="TapResult.Reason"/>.</param>
/// <param name="Member">Whose card it was; null when unknown.</param>
/// <param name="Card">The number read, when nobody is known to hold it.</param>
/// <param name="Association">As of <see cref="Tapped"/>.</param>
/// <param name="Manual">As of <see cref="Tapped"/>.</param>
/// <param name="Pass">As of <see cref="Tapped"/>.</param>
/// <param name="As">What an auto tap would have done; null for the others.</param>
/// <param name="Force">As of <see cref="Tapped"/>.</param>
public sealed record TapRefused(
    string Reason, long? Member, string? Card, TapDirection Direction, DateTimeOffset At, string Device, string Nonce, string? Association = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Manual = false, long? Pass = null, TapDirection? As = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Force = false) : SessionEvent;

/// <summary>A tap was taken back.</summary>
public sealed record TapUndone(string Device, string Nonce) : SessionEvent;

/// <summary>Somebody's time on the web became known.</summary>
/// <param name="Association">As of <see cref="Tapped"/>.</param>
public sealed record WebAttended(long Member, DateTimeOffset From, DateTimeOffset To, bool Identity, bool Keyword, string? Association) : SessionEvent;

/// <summary>Somebody signed up for the program, or no longer is.</summary>
/// <param name="Web">The place is on the web.</param>
public sealed record Enrolled(long Member, bool Is, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Web = false) : SessionEvent;

/// <summary>Somebody's attendance was decided on.</summary>
/// <param name="Talk">Number of the talk; 0 for all.</param>
/// <param name="Association">As of <see cref="Tapped"/>.</param>
public sealed record RollDecided(long Member, int Talk, RollVerdict Verdict, string Reason, string? Association) : SessionEvent;

/// <summary>What the talks earn one person was judged anew and is different from before. Told to the person's credit ledger as a whole.</summary>
/// <param name="Claims">Each claim that changed.</param>
/// <param name="At">The instant judged: exactly when a step was reached, however late the clock was looked at.</param>
public sealed record CreditAssessed(long Member, IReadOnlyList<ClaimAssessed> Claims, DateTimeOffset At) : SessionEvent;

/// <summary>What one talk earns under one scheme.</summary>
/// <param name="Tenths">Units in tenths; 0 when voided.</param>
/// <param name="Reason">Why it is voided; null otherwise.</param>
/// <param name="Web">Earned on the web.</param>
public sealed record ClaimAssessed(
    int Talk, CreditState State, int Tenths, string? Reason,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] CreditScheme Scheme = CreditScheme.Cme,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Web = false);

/// <summary>The door was shut.</summary>
/// <param name="At">Until when those inside are counted: the moment of closing, but not after the doors' closing time.</param>
public sealed record SessionClosed(DateTimeOffset At) : SessionEvent;

/// <summary>The host confirmed the roll: what is pending posts from here on.</summary>
public sealed record RollConfirmed : SessionEvent;
