using System.Text.Json.Serialization;
using JmaActors.Credits;

namespace JmaActors.Training;

/// <summary>What happened to a training program (研修会).</summary>
public abstract record ProgramEvent;

/// <summary>The program was created as a draft.</summary>
/// <param name="Delivery">How it is held; events of before it was asked say nothing, which is read as both.</param>
public sealed record ProgramCreated(
    string Host, string Title, string Place, bool WholeTalk, DateTimeOffset DoorsOpen, DateTimeOffset DoorsClose, IReadOnlyList<Talk> Talks,
    AttendanceTerms? Terms = null, string? Organizer = null, string? CopiedFrom = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] ProgramDelivery Delivery = ProgramDelivery.Both) : ProgramEvent;

/// <summary>The draft got another timeline. Written before changes were whole; read for ever.</summary>
public sealed record TimelineSet(DateTimeOffset DoorsOpen, DateTimeOffset DoorsClose, IReadOnlyList<Talk> Talks) : ProgramEvent;

/// <summary>The program was changed to this.</summary>
/// <param name="Again">Schemes whose approval lapsed, or which are new in a program already applied for: they wait for approval.</param>
public sealed record ProgramChanged(ProgramContent Content, IReadOnlyList<SchemeApplication> Again) : ProgramEvent;

/// <summary>Approval was applied for.</summary>
/// <param name="Late">At least one of them after the last day of an application in time.</param>
public sealed record ProgramApplied(IReadOnlyList<SchemeApplication> Schemes, bool Late) : ProgramEvent;

/// <summary>An approver has decided on one scheme.</summary>
/// <param name="On">The version of the program decided on.</param>
public sealed record ProgramDecided(CreditScheme Scheme, ApprovalDecision Decision, string Reason, long On) : ProgramEvent;

/// <summary>The host took the application back.</summary>
public sealed record ApplicationWithdrawn : ProgramEvent;

/// <summary>The program is shown to everybody.</summary>
public sealed record ProgramPublished : ProgramEvent;

/// <summary>The program was called off.</summary>
public sealed record ProgramCancelled(string Reason) : ProgramEvent;

/// <summary>A scheme and who was asked to approve it.</summary>
/// <param name="Late">Asked for the first time after the last day of an application in time. Null in what was written before each scheme said so: as the event says.</param>
public sealed record SchemeApplication(CreditScheme Scheme, string Approver, bool? Late = null);

/// <summary>The program was opened: its session gets the plan, and the timeline stands.</summary>
public sealed record ProgramOpened(string Session) : ProgramEvent;

/// <summary>Its session said how far it is: closed or confirmed.</summary>
public sealed record SessionProgressed(SessionStatus Status) : ProgramEvent;

/// <summary>What a program hands its session: everything the door needs to know. Parcel <c>session-plan</c>.</summary>
public sealed record SessionPlan(
    SessionId Session, AssociationId Host, string Title, string Place, bool WholeTalk,
    DateTimeOffset DoorsOpen, DateTimeOffset DoorsClose, IReadOnlyList<Talk> Talks, AttendanceTerms? Terms = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] ProgramDelivery Delivery = ProgramDelivery.Both)
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
[JsonSerializable(typeof(ProgramChanged))]
[JsonSerializable(typeof(ProgramApplied))]
[JsonSerializable(typeof(ProgramDecided))]
[JsonSerializable(typeof(ApplicationWithdrawn))]
[JsonSerializable(typeof(ProgramPublished))]
[JsonSerializable(typeof(ProgramCancelled))]
[JsonSerializable(typeof(ProgramOpened))]
[JsonSerializable(typeof(SessionProgressed))]
[JsonSerializable(typeof(ProgramState))]
[JsonSerializable(typeof(SessionPlan))]
[JsonSerializable(typeof(SessionProgress))]
public sealed partial class ProgramJson : JsonSerializerContext;
