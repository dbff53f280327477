namespace JmaActors.Pages;

/// <summary>Where somebody lands after sign-in, and where "home" leads, by the function acted in.</summary>
public static class Homes
{
    /// <summary>The page for everybody, which leads on to the others.</summary>
    public const string Everybody = "/";

    public static string Of(Caller? caller) => caller switch
    {
        { For: { } member } => $"/members/{member}",
        { Role: CallerRole.Member } => $"/members/{caller.Scope}",
        { Role: CallerRole.Office } when AssociationId.TryParse(caller.Scope, out var office) => $"/offices/{office}",
        { Role: CallerRole.Host } when AssociationId.TryParse(caller.Scope, out var host) => $"/hosts/{host}",
        { Role: CallerRole.Interviewer } => "/interviews",
        { Role: CallerRole.Workplace } when WorkplaceId.TryParse(caller.Scope, out var workplace) => $"/workplaces/{workplace}",
        { Role: CallerRole.Surveyor } => "/evaluations",
        _ => Everybody,
    };
}
