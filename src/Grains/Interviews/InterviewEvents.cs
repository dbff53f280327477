using System.Text.Json.Serialization;

namespace JmaActors.Interviews;

/// <summary>What can happen to the interviews of a workplace. What is written about a physician is sealed under her own key, so that it goes with her.</summary>
/// <param name="Key">Natural key of the command; empty when another workplace told.</param>
public abstract record InterviewEvent(string Key);

/// <summary>Who manages the institution was named.</summary>
public sealed record InstitutionHeadNamed(string Key, long Head) : InterviewEvent(Key);

/// <summary>Who directs a physician was named; 0 when nobody does.</summary>
public sealed record SuperiorNamed(string Key, long Member, long Superior) : InterviewEvent(Key);

/// <summary>Somebody who completed the ministry's course may interview.</summary>
public sealed record InterviewerKept(string Key, long Member, DateOnly Completed, string Certificate, string Document) : InterviewEvent(Key);

/// <summary>Somebody interviews no more.</summary>
public sealed record InterviewerEnded(string Key, long Member, DateOnly On) : InterviewEvent(Key);

/// <summary>What happened to one case.</summary>
/// <param name="Month">First day of the month of the 36協定.</param>
public abstract record InterviewCaseEvent(string Key, long Member, DateOnly Month) : InterviewEvent(Key);

/// <summary>An interviewer was assigned, or another one.</summary>
public sealed record InterviewAssigned(string Key, long Member, DateOnly Month, long Interviewer) : InterviewCaseEvent(Key, Member, Month);

/// <summary>A date was set, or another one.</summary>
public sealed record InterviewAppointed(string Key, long Member, DateOnly Month, DateTimeOffset At, string Place) : InterviewCaseEvent(Key, Member, Month);

/// <summary>The physician filled in the check.</summary>
/// <param name="Sealed">What was answered.</param>
/// <param name="Sign">Whether it showed a sign of fatigue.</param>
public sealed record FatigueCheckFilled(string Key, long Member, DateOnly Month, byte[] Sealed, bool Sign) : InterviewCaseEvent(Key, Member, Month);

/// <summary>The interview was held.</summary>
/// <param name="Record">What was talked about, sealed.</param>
/// <param name="Opinion">What the manager of the institution reads, sealed.</param>
/// <param name="Interviewer">Who held it; 0 in events from before that was told: whoever was assigned.</param>
public sealed record InterviewHeld(string Key, long Member, DateOnly Month, DateTimeOffset At, byte[] Record, byte[] Opinion, InterviewAdvice Advice, long Interviewer = 0) : InterviewCaseEvent(Key, Member, Month);

/// <summary>The physician passed on what another employer held.</summary>
/// <param name="From">That employer.</param>
public sealed record InterviewReceived(string Key, long Member, DateOnly Month, string From, DateTimeOffset At, byte[] Opinion, InterviewAdvice Advice) : InterviewCaseEvent(Key, Member, Month);

/// <summary>The physician passes the result on to another employer.</summary>
/// <param name="ToMonth">First day of that employer's month.</param>
public sealed record InterviewPassedOn(string Key, long Member, DateOnly Month, string To, DateOnly ToMonth) : InterviewCaseEvent(Key, Member, Month);

/// <summary>The manager of the institution decided on measures, or that none is needed.</summary>
public sealed record InterviewMeasuresDecided(string Key, long Member, DateOnly Month, InterviewMeasures Measures, byte[] Sealed, DateOnly? Until) : InterviewCaseEvent(Key, Member, Month);

/// <summary>How the measures went.</summary>
public sealed record InterviewMeasuresFollowed(string Key, long Member, DateOnly Month, byte[] Sealed, bool Done) : InterviewCaseEvent(Key, Member, Month);

/// <summary>A case was called off.</summary>
public sealed record InterviewDropped(string Key, long Member, DateOnly Month, byte[] Sealed) : InterviewCaseEvent(Key, Member, Month);

/// <summary>Stored forms of interviews.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(InstitutionHeadNamed))]
[JsonSerializable(typeof(SuperiorNamed))]
[JsonSerializable(typeof(InterviewerKept))]
[JsonSerializable(typeof(InterviewerEnded))]
[JsonSerializable(typeof(InterviewAssigned))]
[JsonSerializable(typeof(InterviewAppointed))]
[JsonSerializable(typeof(FatigueCheckFilled))]
[JsonSerializable(typeof(InterviewHeld))]
[JsonSerializable(typeof(InterviewReceived))]
[JsonSerializable(typeof(InterviewPassedOn))]
[JsonSerializable(typeof(InterviewMeasuresDecided))]
[JsonSerializable(typeof(InterviewMeasuresFollowed))]
[JsonSerializable(typeof(InterviewDropped))]
[JsonSerializable(typeof(FatigueAnswers))]
[JsonSerializable(typeof(InterviewsState))]
public sealed partial class InterviewJson : JsonSerializerContext;
