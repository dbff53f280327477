using System.Text.Json.Serialization;
using JmaActors.Members;

namespace JmaActors.Applications;

/// <summary>What can happen to an application. Words are sealed under the applicant's own key, so that they go with the person.</summary>
public abstract record ApplicationEvent;

/// <summary>Begun, or written anew.</summary>
/// <param name="Sealed">Null where nothing was said.</param>
public sealed record ApplicationDrafted(ApplicationRequest Request, byte[]? Sealed, IReadOnlyList<string> Documents) : ApplicationEvent;

/// <summary>Handed in.</summary>
/// <param name="Before">The membership on its date.</param>
/// <param name="Steps">Who is asked, with the words that still hold.</param>
public sealed record ApplicationSubmitted(Membership Before, IReadOnlyList<ApplicationStep> Steps, DateOnly Due) : ApplicationEvent;

/// <summary>An office said its word.</summary>
/// <param name="Key">Natural key of the command.</param>
/// <param name="Due">By when the next office is to answer; null when none is asked any more.</param>
/// <param name="Status">Where the application is after it.</param>
public sealed record ApplicationAnswered(string Key, string Office, ApplicationWord Word, byte[]? Sealed, DateOnly? Due, ApplicationStatus Status) : ApplicationEvent;

/// <summary>The office that is asked was reminded: it is late.</summary>
/// <param name="Next">When it is reminded again.</param>
public sealed record ApplicationReminded(string Office, DateOnly Next) : ApplicationEvent;

/// <summary>The applicant took it back.</summary>
public sealed record ApplicationWithdrawn : ApplicationEvent;

/// <summary>The record was changed as agreed.</summary>
public sealed record ApplicationRecorded : ApplicationEvent;

/// <summary>The record could not be changed as agreed: the applicant has to look at it again.</summary>
public sealed record ApplicationNotRecorded(string Reason) : ApplicationEvent;

/// <summary>It is to be taken back out of the record.</summary>
public sealed record ApplicationUndoing(string Office, byte[]? Sealed) : ApplicationEvent;

/// <summary>It was taken back out of the record, or could not be: the reason says why.</summary>
/// <param name="Refused">Null when it was.</param>
public sealed record ApplicationUndone(string? Refused) : ApplicationEvent;

/// <summary>Stored shapes of applications.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ApplicationDrafted))]
[JsonSerializable(typeof(ApplicationSubmitted))]
[JsonSerializable(typeof(ApplicationAnswered))]
[JsonSerializable(typeof(ApplicationReminded))]
[JsonSerializable(typeof(ApplicationWithdrawn))]
[JsonSerializable(typeof(ApplicationRecorded))]
[JsonSerializable(typeof(ApplicationNotRecorded))]
[JsonSerializable(typeof(ApplicationUndoing))]
[JsonSerializable(typeof(ApplicationUndone))]
[JsonSerializable(typeof(ApplicationState))]
public sealed partial class ApplicationJson : JsonSerializerContext;
