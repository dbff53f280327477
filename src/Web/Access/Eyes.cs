using JmaActors.Accounts;

namespace JmaActors.Web.Access;

/// <summary>
/// Whose eyes one looks through, as long as there is no sign-in: <c>operator</c>, <c>office:JMA</c>, <c>office:26</c>, <c>office:26-003:clerk+treasurer</c>
/// (without duties: all of them), <c>office:26-003:clerk@1000000001</c> (acting for that member), <c>member:1000000001</c>, <c>host:26</c>, <c>door:P26-20261123-7KQ2.1</c>, <c>auditor:26</c>, <c>workplace:W1</c>,
/// <c>interviewer:W1</c>, <c>interviewer:W1@1000000001</c> (which physician that is), <c>surveyor:JMA</c>, <c>surveyor:JMA@somebody</c> (which account).
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

        error = "Eyes are one of: operator, office:<association>[:<duties>[@<member acted for>]], member:<ten digits>, host:<association>, door:<session>, auditor:<association>, workplace:<workplace>, interviewer:<workplace>[@<member who interviews>], surveyor:<association>[@<account>].";
        return false;
    }

    /// <summary>The switch position that gives this caller.</summary>
    public static string Of(Caller caller) => caller.Role switch
    {
        CallerRole.Office when caller.Duties == OfficeDuties.All && caller.For is null => $"office:{caller.Scope}",
        CallerRole.Office => $"office:{caller.Scope}:{string.Join('+', Duties.Where(d => caller.Duties.HasFlag(d.Duty)).Select(d => d.Name))}{(caller.For is null ? "" : $"@{caller.For}")}",
        CallerRole.Member => $"member:{caller.Scope}",
        CallerRole.Host => $"host:{caller.Scope}",
        CallerRole.Door => $"door:{caller.Scope}",
        CallerRole.Auditor => $"auditor:{caller.Scope}",
        CallerRole.Workplace => $"workplace:{caller.Scope}",
        CallerRole.Interviewer => $"interviewer:{caller.Scope}{Who(caller.Subject)}",
        CallerRole.Surveyor => $"surveyor:{caller.Scope}{Who(caller.Subject)}",
        _ => "operator",
    };

    static Caller? Read(string text)
    {
        var colon = text.IndexOf(':');
        if (colon < 0) return null;
        var scope = text[(colon + 1)..];
        return text[..colon] switch
        {
            "office" when Office(text, scope) is { } office => office,
            "auditor" when AssociationId.TryParse(scope, out var audited) => new Caller(text, CallerRole.Auditor, audited.Code),
            "surveyor" when AssociationId.TryParse(Before(scope), out var centre) && (Who(scope).Length == 0 || AccountLimits.IsKey(Who(scope)[1..])) => new Caller(text, CallerRole.Surveyor, centre.Code),
            "workplace" when IsWorkplace(scope) => new Caller(text, CallerRole.Workplace, scope),
            "interviewer" when IsWorkplace(Before(scope)) && (Who(scope).Length == 0 || MemberId.TryParse(Who(scope)[1..], out _)) => new Caller(text, CallerRole.Interviewer, Before(scope)),
            "member" when MemberId.TryParse(scope, out var member) => Caller.Member(member),
            "host" when AssociationId.TryParse(scope, out var host) => new Caller(text, CallerRole.Host, host.Code),
            "door" when SessionId.TryParse(scope, out var session) => new Caller(text, CallerRole.Door, session.Code),
            _ => null,
        };
    }

    /// <summary>Which person somebody in a function is, as the switch says: a member who interviews, or a surveyor's account. Null where it says nothing, and of who is signed in.</summary>
    public static string? PersonIn(Caller caller) =>
        caller.Role is CallerRole.Interviewer or CallerRole.Surveyor && caller.Subject.StartsWith($"{(caller.Role == CallerRole.Interviewer ? "interviewer" : "surveyor")}:", StringComparison.Ordinal) && Who(caller.Subject) is { Length: > 1 } who
            ? who[1..] : null;

    static string Before(string text) => text.IndexOf('@') is >= 0 and var at ? text[..at] : text;

    static string Who(string text) => text.IndexOf('@') is >= 0 and var at ? text[at..] : "";

    static readonly (string Name, OfficeDuties Duty)[] Duties =
        [("clerk", OfficeDuties.Clerk), ("approver", OfficeDuties.Approver), ("treasurer", OfficeDuties.Treasurer)];

    static Caller? Office(string text, string scope)
    {
        var colon = scope.IndexOf(':');
        if (!AssociationId.TryParse(colon < 0 ? scope : scope[..colon], out var association)) return null;
        if (colon < 0) return Caller.Office(association);
        var duties = OfficeDuties.None;
        var at = scope.IndexOf('@');
        if (at >= 0 && (colon < 0 || !MemberId.TryParse(scope[(at + 1)..], out _))) return null;
        foreach (var name in scope[(colon + 1)..(at < 0 ? scope.Length : at)].Split('+'))
        {
            var duty = Duties.FirstOrDefault(d => d.Name == name).Duty;
            if (duty == OfficeDuties.None) return null;
            duties |= duty;
        }

        return new Caller(at < 0 ? text : text[..text.IndexOf('@')], CallerRole.Office, association.Code, duties, at < 0 ? null : scope[(at + 1)..]);
    }

    /// <summary>Workplaces come with the benefit that keeps them; until then their code is only a word.</summary>
    static bool IsWorkplace(string scope) => scope is { Length: >= 1 and <= 20 } && scope.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-');
}
