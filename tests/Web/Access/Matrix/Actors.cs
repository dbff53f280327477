namespace JmaActors.Tests.Web.Access.Matrix;

/// <summary>Who looks, each seen from what belongs to 26: there, above, below, beside.</summary>
/// <param name="Name">Heading of the column.</param>
/// <param name="Eyes">Whose eyes, over a world.</param>
public sealed record Actor(string Name, Func<MatrixWorld, string> Eyes)
{
    public static readonly IReadOnlyList<Actor> All =
    [
        new("operator", _ => "operator"),
        new("clerk", _ => "office:26:clerk"), new("approver", _ => "office:26:approver"), new("treasurer", _ => "office:26:treasurer"),
        new("above", _ => "office:JMA"), new("below", _ => "office:26-001"), new("beside", _ => "office:27"),
        new("auditor", _ => "auditor:26"), new("auditor above", _ => "auditor:JMA"), new("auditor below", _ => "auditor:26-001"), new("auditor beside", _ => "auditor:27"),
        new("host", _ => "host:26"), new("host beside", _ => "host:27"),
        new("self", w => $"member:{w.Member}"), new("other", w => $"member:{w.Other}"),
        new("for her", w => $"office:26-001:clerk@{w.Member}"), new("for her, beside", w => $"office:27:clerk@{w.Member}"),
        new("door", w => $"door:{w.Session}"), new("door beside", _ => "door:MX27-P.1"),
        new("workplace", _ => "workplace:W1"), new("interviewer", w => $"interviewer:W1@{w.Other}"), new("surveyor", _ => "surveyor:JMA@mxdoctor"),
    ];
}
