using JmaActors.Interviews;

namespace JmaActors.Web.Access;

public abstract partial record Target
{
    /// <summary>See what waits of a workplace's interviews: figures that name nobody.</summary>
    public sealed record SeeInterviews(WorkplaceId Id) : Target;

    /// <summary>See who is due and all cases of a workplace, and keep who may interview there.</summary>
    public sealed record SteerInterviews(WorkplaceId Id) : Target;

    /// <summary>See a case: the workplace, the interviewer assigned, the physician.</summary>
    /// <param name="Interviewer">Who was assigned; null before.</param>
    /// <param name="Asks">Which person an interviewer who asks is; null where it is not known.</param>
    public sealed record SeeInterview(InterviewId Id, MemberId? Interviewer, MemberId? Asks) : Target;

    /// <summary>Assign an interviewer, set a date, decide on measures and follow them, call a case off.</summary>
    public sealed record KeepInterview(InterviewId Id) : Target;

    /// <summary>Hold an interview, and set its date: who was assigned.</summary>
    /// <inheritdoc cref="SeeInterview" path="/param" />
    public sealed record HoldInterview(InterviewId Id, MemberId? Interviewer, MemberId? Asks) : Target;

    /// <summary>Fill in the check of sleep and fatigue, and pass a result on: the physician herself.</summary>
    public sealed record FillCheck(MemberId Id) : Target;

    /// <summary>All interviews of a physician, wherever: her own question.</summary>
    public sealed record SeeOwnInterviews(MemberId Id) : Target;
}
