namespace JmaActors;

/// <summary>In which function somebody acts.</summary>
[GenerateSerializer, Alias("caller-role")]
public enum CallerRole
{
    /// <summary>The system itself: ticks, deliveries, seeds.</summary>
    System = 0,
    Member = 1,
    Office = 2,
    Host = 3,
    Door = 4,
    Operator = 5,
}

/// <summary>
/// Who asks, in which function and for which scope. Every command carries one and every event keeps it.
/// <paramref name="Scope"/> is an association, a session, a member, or <c>*</c> for the system itself.
/// </summary>
[GenerateSerializer, Immutable, Alias("caller")]
public sealed record Caller(
    [property: Id(0)] string Subject,
    [property: Id(1)] CallerRole Role,
    [property: Id(2)] string Scope)
{
    public static readonly Caller System = new("system", CallerRole.System, "*");

    public static Caller Member(MemberId id) => new($"member:{id}", CallerRole.Member, id.ToString());

    public static Caller Office(AssociationId association) => new($"office:{association}", CallerRole.Office, association.Code);
}
