using System.Text.Json.Serialization;

namespace JmaActors.Training;

/// <summary>What happened to a training program (研修会).</summary>
public abstract record ProgramEvent;

/// <summary>The program was created as a draft.</summary>
public sealed record ProgramCreated(
    string Host, string Title, string Place, bool WholeTalk, DateTimeOffset DoorsOpen, DateTimeOffset DoorsClose, IReadOnlyList<Talk> Talks) : ProgramEvent;

/// <summary>The draft got another timeline.</summary>
public sealed record TimelineSet(DateTimeOffset DoorsOpen, DateTimeOffset DoorsClose, IReadOnlyList<Talk> Talks) : ProgramEvent;

/// <summary>The program was opened: its session gets the plan, and the timeline stands.</summary>
public sealed record ProgramOpened(string Session) : ProgramEvent;

/// <summary>Its session said how far it is: closed or confirmed.</summary>
public sealed record SessionProgressed(SessionStatus Status) : ProgramEvent;

/// <summary>What a program hands its session: everything the door needs to know. Parcel <c>session-plan</c>.</summary>
public sealed record SessionPlan(
    SessionId Session, AssociationId Host, string Title, string Place, bool WholeTalk,
    DateTimeOffset DoorsOpen, DateTimeOffset DoorsClose, IReadOnlyList<Talk> Talks, AttendanceTerms? Terms = null)
{
    /// <summary>Type of the parcel.</summary>
    public const string Parcel = "session-plan";
}

/// <summary>What a session tells its program when it is closed or confirmed. Parcel <c>session-progress</c>.</summary>
public sealed record SessionProgress(SessionStatus Status)
{
    /// <summary>Type of the parcel.</summary>
    public const string Parcel = "session-progress";
}

/// <summary>Stored shapes of programs: events, snapshot, and what they and their sessions tell each other.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProgramCreated))]
[JsonSerializable(typeof(TimelineSet))]
[JsonSerializable(typeof(ProgramOpened))]
[JsonSerializable(typeof(SessionProgressed))]
[JsonSerializable(typeof(ProgramState))]
[JsonSerializable(typeof(SessionPlan))]
[JsonSerializable(typeof(SessionProgress))]
public sealed partial class ProgramJson : JsonSerializerContext;
