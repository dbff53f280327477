namespace JmaActors.Web.Access;

/// <summary>Who sees and keeps interviews at a workplace: its people the dates, the opinion and the measures; who was assigned, also what was talked about.</summary>
static class InterviewScopes
{
    public static bool Allows(Caller caller, Target target) => caller.Role switch
    {
        CallerRole.Workplace => target switch
        {
            Target.SeeInterviews t => t.Id.Code == caller.Scope,
            Target.SteerInterviews t => t.Id.Code == caller.Scope,
            Target.SeeInterview t => t.Id.Workplace.Code == caller.Scope,
            Target.KeepInterview t => t.Id.Workplace.Code == caller.Scope,
            _ => false,
        },
        CallerRole.Interviewer => target switch
        {
            Target.SeeInterviews t => t.Id.Code == caller.Scope,
            Target.SeeInterview t => t.Id.Workplace.Code == caller.Scope && t.Asks is not null && t.Asks == t.Interviewer,
            Target.HoldInterview t => t.Id.Workplace.Code == caller.Scope && t.Asks is not null && t.Asks == t.Interviewer,
            _ => false,
        },
        _ => false,
    };
}
