using JmaActors.Applications;
using JmaActors.Associations;
using JmaActors.Audit;
using JmaActors.Credits;
using JmaActors.Disputes;
using JmaActors.Dues;
using JmaActors.Evaluations;
using JmaActors.Interviews;
using JmaActors.Live;
using JmaActors.Operations;
using JmaActors.Rosters;
using JmaActors.Training;

namespace JmaActors.Web.Access;

public sealed partial class Gateway
{
    /// <summary>
    /// Passes when the caller may watch the topic now; throws <see cref="OutOfScopeException"/> when not and
    /// <see cref="NothingThereException"/> when it shows nothing, or nothing to this caller.
    /// </summary>
    public async Task RequireTopic(Topic topic, Caller caller, CancellationToken ct)
    {
        var there = topic.Kind switch
        {
            TopicKind.Seminar => await SeminarThere(new SessionId(topic.Key), caller, ct).ConfigureAwait(false),
            TopicKind.MemberRecord or TopicKind.MemberCredits => await MemberThere(MemberId.Parse(topic.Key), caller, ct).ConfigureAwait(false),
            TopicKind.MemberHours => await HoursThere(MemberId.Parse(topic.Key), null, caller, ct).ConfigureAwait(false),
            TopicKind.MemberHoursAt => await HoursThere(topic.Member, topic.Workplace, caller, ct).ConfigureAwait(false),
            TopicKind.Association => await AssociationThere(new AssociationId(topic.Key), caller, ct).ConfigureAwait(false),
            TopicKind.Application => ApplicationRef.TryParse(topic.Key, out var application) && await ReadApplication(application, null, caller, ct).ConfigureAwait(false) is not null,
            TopicKind.Dispute => DisputeId.TryParse(topic.Key, out var dispute) && await ReadDispute(dispute, caller, ct).ConfigureAwait(false) is not null,
            TopicKind.Import => await ImportProgress(topic.Key, caller, ct).ConfigureAwait(false) is not null,
            TopicKind.Work => await WorkProgress(topic.Key, caller, ct).ConfigureAwait(false) is not null,
            TopicKind.Alerts => AlertsThere(topic.Key, caller),
            TopicKind.Office => OfficeThere(new AssociationId(topic.Key), caller),
            TopicKind.Evaluation => EvaluationId.TryParse(topic.Key, out var evaluation) && await PartFor(evaluation, caller, ct).ConfigureAwait(false) is not null,
            TopicKind.Interviews => InterviewsThere(new WorkplaceId(topic.Key), caller),
            TopicKind.Interview => InterviewId.TryParse(topic.Key, out var interview) && await ReadInterview(interview, caller, ct).ConfigureAwait(false) is not null,
            TopicKind.Duty => await DutyThere(new WorkplaceId(topic.Key), caller, ct).ConfigureAwait(false),
            TopicKind.Hours => HoursThere(new AssociationId(topic.Key), caller),
            TopicKind.MemberDues => await OpensDues(MemberId.Parse(topic.Key), caller, ct).ConfigureAwait(false) is not null,
            TopicKind.Dues => DuesRunId.TryParse(topic.Key, out var books) && DuesBoardThere(books, caller),
            TopicKind.DuesRun => DuesRunId.TryParse(topic.Key, out var run) && await DuesRun(run, caller, ct).ConfigureAwait(false) is not null,
            _ => OperationsThere(caller),
        };
        if (!there) throw new NothingThereException(topic.Text);
    }

    /// <summary>Begins or renews watching. Rights are not asked for here: the feed watches once for many callers, each of whom passed <see cref="RequireTopic"/>.</summary>
    internal Task<WatchAnswer> WatchBoard(Topic topic, IBoardObserver observer, BoardVersion? since, CancellationToken ct) => topic.Kind switch
    {
        TopicKind.Seminar => Ask(actors.Grain<ISeminarBoardGrain>(topic.Key), (observer, since), static (g, w, t) => g.Watch(w.observer, w.since, t), ct),
        TopicKind.MemberCredits => Ask(Credits(MemberId.Parse(topic.Key)), (observer, since), static (g, w, t) => g.Watch(w.observer, w.since, t), ct),
        TopicKind.MemberRecord => Ask(Member(MemberId.Parse(topic.Key)), (observer, since), static (g, w, t) => g.Watch(w.observer, w.since, t), ct),
        TopicKind.MemberHours => Ask(HoursOf(MemberId.Parse(topic.Key)), (observer, since), static (g, w, t) => g.Watch(w.observer, w.since, t), ct),
        TopicKind.MemberHoursAt => Ask(HoursOf(topic.Member), (topic.Workplace, observer, since), static (g, w, t) => g.WatchAt(w.Workplace, w.observer, w.since, t), ct),
        TopicKind.Association => Ask(Board(new AssociationId(topic.Key)), (observer, since), static (g, w, t) => g.Watch(w.observer, w.since, t), ct),
        TopicKind.Application => Ask(actors.Grain<IApplicationGrain>(topic.Key), (observer, since), static (g, w, t) => g.Watch(w.observer, w.since, t), ct),
        TopicKind.Dispute => Ask(actors.Grain<IDisputeGrain>(topic.Key), (observer, since), static (g, w, t) => g.Watch(w.observer, w.since, t), ct),
        TopicKind.Import => Ask(Roster(topic.Key), (observer, since), static (g, w, t) => g.Watch(w.observer, w.since, t), ct),
        TopicKind.Alerts => Ask(AlertBox(topic.Key), (observer, since), static (g, w, t) => g.Watch(w.observer, w.since, t), ct),
        TopicKind.Office => Ask(Office(new AssociationId(topic.Key)), (observer, since), static (g, w, t) => g.Watch(w.observer, w.since, t), ct),
        TopicKind.Duty => Ask(DutyBoard(topic.Key), (observer, since), static (g, w, t) => g.Watch(w.observer, w.since, t), ct),
        TopicKind.Hours => Ask(HoursBoard(new AssociationId(topic.Key)), (observer, since), static (g, w, t) => g.Watch(w.observer, w.since, t), ct),
        TopicKind.MemberDues => Ask(DuesOf(MemberId.Parse(topic.Key)), (observer, since), static (g, w, t) => g.Watch(w.observer, w.since, t), ct),
        TopicKind.Dues => Ask(actors.Grain<IDuesBoardGrain>(topic.Key), (observer, since), static (g, w, t) => g.Watch(w.observer, w.since, t), ct),
        TopicKind.DuesRun => Ask(actors.Grain<IDuesRunGrain>(topic.Key), (observer, since), static (g, w, t) => g.Watch(w.observer, w.since, t), ct),
        TopicKind.Work => Ask(Work(topic.Key), (observer, since), static (g, w, t) => g.Watch(w.observer, w.since, t), ct),
        TopicKind.Evaluation => Ask(actors.Grain<IEvaluationGrain>(topic.Key), (observer, since), static (g, w, t) => g.Watch(w.observer, w.since, t), ct),
        TopicKind.Interviews => Ask(InterviewsOf(new WorkplaceId(topic.Key)), (observer, since), static (g, w, t) => g.Watch(w.observer, w.since, t), ct),
        TopicKind.Interview when InterviewId.TryParse(topic.Key, out var id) =>
            Ask(InterviewsOf(id.Workplace), (id, observer, since), static (g, w, t) => g.WatchCase(w.id.Member, w.id.Month, w.observer, w.since, t), ct),
        _ => Ask(actors.Grain<IOperationsBoardGrain>(0), (observer, since), static (g, w, t) => g.Watch(w.observer, w.since, t), ct),
    };

    /// <summary>Stops watching. A watch that cannot be ended runs out by itself.</summary>
    internal Task UnwatchBoard(Topic topic, IBoardObserver observer, CancellationToken ct)
    {
        var unwatch = topic.Kind switch
        {
            TopicKind.Seminar => actors.Grain<ISeminarBoardGrain>(topic.Key).Unwatch(observer, ct),
            TopicKind.MemberCredits => Credits(MemberId.Parse(topic.Key)).Unwatch(observer, ct),
            TopicKind.MemberRecord => Member(MemberId.Parse(topic.Key)).Unwatch(observer, ct),
            TopicKind.MemberHours => HoursOf(MemberId.Parse(topic.Key)).Unwatch(observer, ct),
            TopicKind.MemberHoursAt => HoursOf(topic.Member).UnwatchAt(topic.Workplace, observer, ct),
            TopicKind.Association => Board(new AssociationId(topic.Key)).Unwatch(observer, ct),
            TopicKind.Application => actors.Grain<IApplicationGrain>(topic.Key).Unwatch(observer, ct),
            TopicKind.Dispute => actors.Grain<IDisputeGrain>(topic.Key).Unwatch(observer, ct),
            TopicKind.Import => Roster(topic.Key).Unwatch(observer, ct),
            TopicKind.Alerts => AlertBox(topic.Key).Unwatch(observer, ct),
            TopicKind.Office => Office(new AssociationId(topic.Key)).Unwatch(observer, ct),
            TopicKind.Evaluation => actors.Grain<IEvaluationGrain>(topic.Key).Unwatch(observer, ct),
            TopicKind.Interviews => InterviewsOf(new WorkplaceId(topic.Key)).Unwatch(observer, ct),
            TopicKind.Interview when InterviewId.TryParse(topic.Key, out var id) => InterviewsOf(id.Workplace).UnwatchCase(id.Member, id.Month, observer, ct),
            TopicKind.Duty => DutyBoard(topic.Key).Unwatch(observer, ct),
            TopicKind.Hours => HoursBoard(new AssociationId(topic.Key)).Unwatch(observer, ct),
            TopicKind.MemberDues => DuesOf(MemberId.Parse(topic.Key)).Unwatch(observer, ct),
            TopicKind.Dues => actors.Grain<IDuesBoardGrain>(topic.Key).Unwatch(observer, ct),
            TopicKind.DuesRun => actors.Grain<IDuesRunGrain>(topic.Key).Unwatch(observer, ct),
            TopicKind.Work => Work(topic.Key).Unwatch(observer, ct),
            _ => actors.Grain<IOperationsBoardGrain>(0).Unwatch(observer, ct),
        };
        return unwatch.WaitAsync(WebLimits.Attempt, clock, ct);
    }

    internal IBoardObserver Refer(IBoardObserver observer) => actors.Refer(observer);

    internal void Release(IBoardObserver reference) => actors.Release(reference);

    async Task<bool> SeminarThere(SessionId id, Caller caller, CancellationToken ct)
    {
        if (await HostOf(id, ct).ConfigureAwait(false) is not { } host) return false;
        Require(caller, new Target.SeeSession(id, host), "see a session");
        return true;
    }

    async Task<bool> MemberThere(MemberId id, Caller caller, CancellationToken ct)
    {
        if (!await Sees(id, caller, ct).ConfigureAwait(false)) return false;
        await Look(id, AuditParts.Credits, caller, ct).ConfigureAwait(false);
        return true;
    }

    /// <param name="at">The workplace whose part is shown; null for the whole, which is not for a workplace's people.</param>
    async Task<bool> HoursThere(MemberId id, WorkplaceId? at, Caller caller, CancellationToken ct)
    {
        if (OfWorkplace(caller) && at?.Code != caller.Scope) Require(caller, new Target.SeeHours(id, []), "see working hours");
        if (!await SeesHours(id, caller, ct).ConfigureAwait(false)) return false;
        await Look(id, AuditParts.Hours, caller, ct).ConfigureAwait(false);
        return true;
    }

    async Task<bool> AssociationThere(AssociationId id, Caller caller, CancellationToken ct)
    {
        Require(caller, new Target.SeeAssociation(id), "see figures");
        return await ReadAssociation(id, Caller.System, ct).ConfigureAwait(false) is not null;
    }

    bool OperationsThere(Caller caller)
    {
        Require(caller, new Target.Operations(), "operations");
        return true;
    }
}
