namespace JmaActors.Web.Access;

/// <summary>
/// Whose eyes one looks through, as long as there is no sign-in: <c>operator</c>, <c>office:JMA</c>, <c>office:26</c>, <c>office:26-003</c>,
/// <c>member:1000000001</c>, <c>host:26</c>, <c>door:P26-20261123-7KQ2.1</c>.
/// </summary>
public static class Eyes
{
    /// <summary>Cookie of the pages.</summary>
    public const string Cookie = "jma-eyes";

    /// <summary>Header of API and hub.</summary>
    public const string Header = "X-Jma-Eyes";

    /// <summary>Query parameter of the hub: browsers cannot set headers on a WebSocket.</summary>
    public const string Query = "eyes";

    /// <summary>The caller when nothing is said.</summary>
    public static readonly Caller Operator = new("operator", CallerRole.Operator, "*");

    /// <summary>Reads a switch position; null or empty is <see cref="Operator"/>. On failure <paramref name="error"/> says what is wanted.</summary>
    public static bool TryParse(string? text, out Caller caller, out string error)
    {
        caller = Operator;
        error = "";
        if (string.IsNullOrEmpty(text) || text == "operator") return true;
        if (text.Length <= WebLimits.Eyes && Read(text) is { } read)
        {
            caller = read;
            return true;
        }

        error = "Eyes are one of: operator, office:<association>, member:<ten digits>, host:<association>, door:<session>.";
        return false;
    }

    /// <summary>The switch position that gives this caller.</summary>
    public static string Of(Caller caller) => caller.Role switch
    {
        CallerRole.Office => $"office:{caller.Scope}",
        CallerRole.Member => $"member:{caller.Scope}",
        CallerRole.Host => $"host:{caller.Scope}",
        CallerRole.Door => $"door:{caller.Scope}",
        _ => "operator",
    };

    static Caller? Read(string text)
    {
        var colon = text.IndexOf(':');
        if (colon < 0) return null;
        var scope = text[(colon + 1)..];
        return text[..colon] switch
        {
            "office" when AssociationId.TryParse(scope, out var association) => Caller.Office(association),
            "member" when MemberId.TryParse(scope, out var member) => Caller.Member(member),
            "host" when AssociationId.TryParse(scope, out var host) => new Caller(text, CallerRole.Host, host.Code),
            "door" when SessionId.TryParse(scope, out var session) => new Caller(text, CallerRole.Door, session.Code),
            _ => null,
        };
    }
}
