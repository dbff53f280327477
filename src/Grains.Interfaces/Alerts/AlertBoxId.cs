namespace JmaActors.Alerts;

/// <summary>Whose inbox: of a function, so that everybody with it looks into the same one. <c>member:1000000001</c>, <c>workplace:W26-014</c>, <c>interviewer:W26-014</c>.</summary>
[GenerateSerializer, Immutable, Alias("alert-box-id")]
public readonly record struct AlertBoxId([property: Id(0)] CallerRole Role, [property: Id(1)] string Scope)
{
    const char Between = ':';

    /// <summary>How it is written.</summary>
    public string Text => $"{NameOf(Role)}{Between}{Scope}";

    public static AlertBoxId Of(MemberId member) => new(CallerRole.Member, member.ToString());

    public static AlertBoxId Of(WorkplaceId workplace) => new(CallerRole.Workplace, workplace.Code);

    public static AlertBoxId OfInterviewers(WorkplaceId workplace) => new(CallerRole.Interviewer, workplace.Code);

    /// <summary>The inbox of the function a caller acts in; null for a door, for the system, and while a clerk acts for a member: what is told a member is hers to read.</summary>
    public static AlertBoxId? Of(Caller caller) =>
        caller.For is not null || NameOf(caller.Role).Length == 0 || !Fits(caller.Role, caller.Scope) ? null : new AlertBoxId(caller.Role, caller.Scope);

    /// <summary>Reads what <see cref="Text"/> wrote; false when it is none.</summary>
    public static bool TryParse(string? text, out AlertBoxId id)
    {
        id = default;
        if (text?.Split(Between) is not [var name, var scope]) return false;
        foreach (var role in Enum.GetValues<CallerRole>())
        {
            if (name.Length == 0 || NameOf(role) != name || !Fits(role, scope)) continue;
            id = new AlertBoxId(role, scope);
            return true;
        }
        return false;
    }

    static bool Fits(CallerRole role, string scope) => Accounts.FunctionScopes.Fits(role, scope);

    static string NameOf(CallerRole role) => role switch
    {
        CallerRole.Member => "member",
        CallerRole.Office => "office",
        CallerRole.Host => "host",
        CallerRole.Operator => "operator",
        CallerRole.Workplace => "workplace",
        CallerRole.Interviewer => "interviewer",
        CallerRole.Surveyor => "surveyor",
        CallerRole.Auditor => "auditor",
        _ => "",
    };

    public override string ToString() => Text;
}
