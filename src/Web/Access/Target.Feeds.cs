namespace JmaActors.Web.Access;

public abstract partial record Target
{
    /// <summary>Make and end the secret addresses of a physician's own calendar of duties. What they show is seen without signing in: they are hers alone to give away.</summary>
    public sealed record KeepFeeds(MemberId Id) : Target;
}
