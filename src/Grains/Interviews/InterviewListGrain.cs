using JmaActors.Journal;
using JmaActors.WorkHours;

namespace JmaActors.Interviews;

/// <summary>Questions about interviews that are asked of the views.</summary>
public interface IInterviewIndex
{
    /// <summary>A keyset page of who is due, the earliest day first.</summary>
    Task<InterviewDuePage> Due(InterviewDueQuery query, CancellationToken ct);

    /// <summary>A keyset page of cases, the oldest first.</summary>
    Task<InterviewPage> Cases(InterviewQuery query, CancellationToken ct);
}

/// <inheritdoc cref="IInterviewListGrain" />
/// <remarks>The caller's scope is added here and nowhere else; of an interviewer the gateway knows which person asks.</remarks>
[StatelessWorker, GrainType("interview-list")]
sealed class InterviewListGrain(IInterviewIndex index) : Grain, IInterviewListGrain
{
    public async Task<InterviewDuePage> Due(InterviewDueQuery query, Caller caller, CancellationToken ct) =>
        Sees(query.Workplace, query.Member, null, caller) ? await index.Due(query with { Size = Math.Clamp(query.Size, 1, InterviewLimits.Page) }, ct).OrTryAgain() : new InterviewDuePage([], null);

    public async Task<InterviewPage> Cases(InterviewQuery query, Caller caller, CancellationToken ct) =>
        Sees(query.Workplace, query.Member, query.Interviewer, caller) ? await index.Cases(query with { Size = Math.Clamp(query.Size, 1, InterviewLimits.Page) }, ct).OrTryAgain() : new InterviewPage([], null);

    static bool Sees(WorkplaceId? workplace, MemberId? member, MemberId? interviewer, Caller caller) => caller.Role switch
    {
        CallerRole.System or CallerRole.Operator => true,
        CallerRole.Workplace => workplace?.Code == caller.Scope,
        CallerRole.Interviewer => workplace?.Code == caller.Scope && interviewer is not null,
        CallerRole.Member => member?.ToString() == caller.Scope,
        _ => false,
    };
}
