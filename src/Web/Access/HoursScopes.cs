namespace JmaActors.Web.Access;

/// <summary>Whose working hours a workplace's people see and keep: of those who work there, and of nobody else.</summary>
static class HoursScopes
{
    public static bool Allows(Caller caller, Target target) => caller.Role switch
    {
        CallerRole.Workplace => Sees(caller.Scope, target) || target switch
        {
            Target.RecordHours t => t.Employed && t.At.Code == caller.Scope,
            Target.SteerWorkplace t => t.Id.Code == caller.Scope,
            Target.ImportAttendance t => t.Id.Code == caller.Scope,
            Target.SeeImport t => t.Workplace?.Code == caller.Scope,
            _ => false,
        },
        CallerRole.Interviewer => Sees(caller.Scope, target),
        _ => false,
    };

    static bool Sees(string scope, Target target) => target switch
    {
        Target.SeeHours t => t.At.Any(w => w.Code == scope),
        Target.SeeWorkplace t => t.Id.Code == scope,
        _ => false,
    };
}
