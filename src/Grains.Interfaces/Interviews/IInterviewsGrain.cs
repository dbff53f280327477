using JmaActors.Ledgers;
using JmaActors.Live;

namespace JmaActors.Interviews;

/// <summary>
/// 面接指導 at one workplace: who may interview, and a case for each physician and month from assignment to the end of the measures. Keyed by
/// <see cref="WorkplaceId.Code"/>. What is written about a physician is sealed under her own key. What follows for her hours (check, interview, hours cut) it tells her
/// <see cref="WorkHours.IWorkHoursGrain"/>, which hears of it a moment later. Every command is repeatable under its key.
/// </summary>
[Alias("interviews-grain")]
public interface IInterviewsGrain : IGrainWithStringKey, ILedgerGrain
{
    /// <summary>Names who manages the institution. Refused with <c>bad-key</c>.</summary>
    [Alias("name-head")]
    Task<Answer<InterviewDesk>> NameHead(NameInstitutionHead command, CancellationToken ct);

    /// <summary>Names who directs a physician. Refused with <c>own-superior</c>, <c>ledger-full</c>.</summary>
    [Alias("name-superior")]
    Task<Answer<InterviewDesk>> NameSuperior(NameSuperior command, CancellationToken ct);

    /// <summary>Keeps who completed the ministry's course. Refused with <c>in-the-future</c>, <c>no-certificate</c>, <c>ledger-full</c>.</summary>
    [Alias("keep-interviewer")]
    Task<Answer<InterviewDesk>> KeepInterviewer(KeepInterviewer command, CancellationToken ct);

    /// <summary>Refused with <c>unknown-interviewer</c>.</summary>
    [Alias("end-interviewer")]
    Task<Answer<InterviewDesk>> EndInterviewer(EndInterviewer command, CancellationToken ct);

    /// <summary>
    /// Assigns an interviewer, also another one. Refused with <c>unknown-physician</c>, <c>bad-month</c>, <c>head-not-named</c>, <c>superior-not-named</c>, <c>not-qualified</c>,
    /// <c>interviewer-is-head</c>, <c>interviewer-is-superior</c>, <c>interviewer-is-physician</c>, <c>interview-over</c>.
    /// </summary>
    [Alias("assign")]
    Task<Answer<InterviewView>> Assign(AssignInterview command, CancellationToken ct);

    /// <summary>Sets or moves the date. Refused with <c>not-assigned</c>, <c>interview-over</c>, <c>no-place</c>.</summary>
    [Alias("appoint")]
    Task<Answer<InterviewView>> Appoint(AppointInterview command, CancellationToken ct);

    /// <summary>The physician's check, also anew. Refused with <c>unknown-physician</c>, <c>bad-month</c>, <c>bad-check</c>, <c>interview-over</c>, <c>too-many-words</c>, <c>erased</c>.</summary>
    [Alias("fill-check")]
    Task<Answer<InterviewView>> FillCheck(FillFatigueCheck command, CancellationToken ct);

    /// <summary>Refused with <c>not-assigned</c>, <c>check-missing</c>, <c>in-the-future</c>, <c>bad-dates</c>, <c>no-words</c>, <c>interview-over</c>, and as <see cref="Assign"/> where the interviewer may not any more.</summary>
    [Alias("hold")]
    Task<Answer<InterviewView>> Hold(HoldInterview command, CancellationToken ct);

    /// <summary>Refused with <c>not-held</c> (hours may be cut before), <c>no-words</c>, <c>bad-dates</c>, <c>interview-over</c>.</summary>
    [Alias("decide-measures")]
    Task<Answer<InterviewView>> DecideMeasures(DecideMeasures command, CancellationToken ct);

    /// <summary>Refused with <c>no-measures</c>, <c>no-words</c>.</summary>
    [Alias("follow-measures")]
    Task<Answer<InterviewView>> FollowMeasures(FollowMeasures command, CancellationToken ct);

    /// <summary>Refused with <c>not-held</c>, <c>unknown-workplace</c> when that is no other employer of hers that uses this system.</summary>
    [Alias("pass-on")]
    Task<Answer<InterviewView>> PassOn(PassInterviewOn command, CancellationToken ct);

    /// <summary>Calls a case off before it was held. Refused with <c>not-assigned</c>, <c>interview-over</c>, <c>no-words</c>.</summary>
    [Alias("drop")]
    Task<Answer<InterviewView>> Drop(DropInterview command, CancellationToken ct);

    [Alias("desk")]
    Task<InterviewDesk> Desk(Caller caller, CancellationToken ct);

    /// <summary>A case in somebody's part; null when there is none.</summary>
    [Alias("read")]
    Task<InterviewView?> Read(MemberId member, DateOnly month, InterviewPart part, Caller caller, CancellationToken ct);

    /// <summary>What waits.</summary>
    [Alias("waiting")]
    Task<InterviewBoard> Waiting(CancellationToken ct);

    [Alias("watch")]
    Task<WatchAnswer> Watch(IBoardObserver observer, BoardVersion? since, CancellationToken ct);

    [Alias("unwatch")]
    Task Unwatch(IBoardObserver observer, CancellationToken ct);

    [Alias("watch-case")]
    Task<WatchAnswer> WatchCase(MemberId member, DateOnly month, IBoardObserver observer, BoardVersion? since, CancellationToken ct);

    [Alias("unwatch-case")]
    Task UnwatchCase(MemberId member, DateOnly month, IBoardObserver observer, CancellationToken ct);
}

/// <summary>Lists of interviews by index, within the caller's scope. Stateless; key 0.</summary>
[Alias("interview-list-grain")]
public interface IInterviewListGrain : IGrainWithIntegerKey
{
    /// <summary>Who is to be checked or interviewed by when, those due first. A keyset page.</summary>
    [Alias("due")]
    Task<InterviewDuePage> Due(InterviewDueQuery query, Caller caller, CancellationToken ct);

    /// <summary>Cases, the oldest first. A keyset page.</summary>
    [Alias("cases")]
    Task<InterviewPage> Cases(InterviewQuery query, Caller caller, CancellationToken ct);
}
