namespace JmaActors.Web.Access;

/// <summary>Something from outside has the wrong shape.</summary>
/// <param name="name">Which field, as the caller named it.</param>
/// <param name="wanted">What to send instead.</param>
public sealed class InvalidInputException(string name, string wanted) : Exception(wanted)
{
    /// <summary>Which field, as the caller named it.</summary>
    public string Field => name;
}
