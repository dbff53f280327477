using JmaActors.Offices;
using JmaActors.WorkHours;

namespace JmaActors.Interviews;

/// <summary>A case in one of its parts. Picture of the topic <c>interview/{id}</c> in the part of the workplace.</summary>
/// <param name="Month">First day of the month of the 36協定.</param>
/// <param name="Interviewer">Null before one was assigned.</param>
/// <param name="Checked">When the check was filled in last; null before.</param>
/// <param name="Sign">Whether it showed a sign of fatigue.</param>
/// <param name="Answers">What was answered; null in the part of the workplace.</param>
/// <param name="Held">When it was held; null before.</param>
/// <param name="From">The other employer where it was held; null when it was held here.</param>
/// <param name="Record">What was talked about; null in the part of the workplace.</param>
/// <param name="PassedTo">Employers the physician passed the result on to.</param>
[GenerateSerializer, Immutable, Alias("interview-view")]
public sealed record InterviewView(
    [property: Id(0)] string Id,
    [property: Id(1)] WorkplaceId Workplace,
    [property: Id(2)] MemberId Member,
    [property: Id(3)] DateOnly Month,
    [property: Id(4)] InterviewStage Stage,
    [property: Id(5)] InterviewWaits Waits,
    [property: Id(6)] MemberId? Interviewer,
    [property: Id(7)] DateTimeOffset? Appointment,
    [property: Id(8)] string Place,
    [property: Id(9)] DateTimeOffset? Checked,
    [property: Id(10)] bool Sign,
    [property: Id(11)] FatigueAnswers? Answers,
    [property: Id(12)] DateTimeOffset? Held,
    [property: Id(13)] WorkplaceId? From,
    [property: Id(14)] InterviewAdvice? Advice,
    [property: Id(15)] string? Record,
    [property: Id(16)] string? Opinion,
    [property: Id(17)] IReadOnlyList<MeasureLine> Measures,
    [property: Id(18)] IReadOnlyList<WorkplaceId> PassedTo,
    [property: Id(19)] long Version);

/// <summary>Measures that were decided, or how they went.</summary>
/// <param name="Measures">Null where it says how they went.</param>
/// <param name="Words">Empty where the physician was erased.</param>
[GenerateSerializer, Immutable, Alias("measure-line")]
public sealed record MeasureLine(
    [property: Id(0)] DateTimeOffset At, [property: Id(1)] InterviewMeasures? Measures, [property: Id(2)] string Words, [property: Id(3)] DateOnly? Until, [property: Id(4)] bool Done, [property: Id(5)] Caller By);

/// <summary>Who may interview at a workplace, and who may not interview whom.</summary>
/// <param name="Head">管理者; null before the institution named one.</param>
[GenerateSerializer, Immutable, Alias("interview-desk")]
public sealed record InterviewDesk(
    [property: Id(0)] WorkplaceId Workplace, [property: Id(1)] MemberId? Head, [property: Id(2)] IReadOnlyList<InterviewerLine> Interviewers, [property: Id(3)] IReadOnlyList<SuperiorLine> Superiors, [property: Id(4)] long Version);

/// <param name="Ended">The day of the last; null while interviews are held.</param>
[GenerateSerializer, Immutable, Alias("interviewer-line")]
public sealed record InterviewerLine(
    [property: Id(0)] MemberId Member, [property: Id(1)] DateOnly Completed, [property: Id(2)] string Certificate, [property: Id(3)] string Document, [property: Id(4)] DateOnly? Ended);

/// <param name="Superior">Null when nobody directs the physician.</param>
[GenerateSerializer, Immutable, Alias("superior-line")]
public sealed record SuperiorLine([property: Id(0)] MemberId Member, [property: Id(1)] MemberId? Superior);

/// <summary>Picture of the topic <c>interviews/{workplace}</c>: figures that name nobody.</summary>
/// <param name="Waiting">Each kind of work by its stable name, see <see cref="InterviewWorkNames"/>.</param>
/// <param name="Moved">Counts up when something changed: whoever shows a list may ask again.</param>
[GenerateSerializer, Immutable, Alias("interview-board")]
public sealed record InterviewBoard([property: Id(0)] string Workplace, [property: Id(1)] IReadOnlyDictionary<string, WorkWaiting> Waiting, [property: Id(2)] long Moved);

/// <summary>A physician on the list of a workplace, as of the newest change of the hours. Lengths are minutes.</summary>
/// <param name="Due">The day by which it is to be done.</param>
/// <param name="CutDue">Above 155 h, and hours were not cut since.</param>
/// <param name="Stage">Of the case; null before there is one.</param>
[GenerateSerializer, Immutable, Alias("interview-due-line")]
public sealed record InterviewDueLine(
    [property: Id(0)] string Id,
    [property: Id(1)] WorkplaceId Workplace,
    [property: Id(2)] string WorkplaceName,
    [property: Id(3)] MemberId Member,
    [property: Id(4)] string Name,
    [property: Id(5)] WorkLevel Level,
    [property: Id(6)] InterviewNeed Need,
    [property: Id(7)] DateOnly Due,
    [property: Id(8)] bool CutDue,
    [property: Id(9)] int Minutes,
    [property: Id(10)] int Expected,
    [property: Id(11)] InterviewStage? Stage,
    [property: Id(12)] InterviewWaits Waits,
    [property: Id(13)] MemberId? Interviewer,
    [property: Id(14)] DateTimeOffset? Appointment);

/// <param name="Next">Cursor of the next page; null after the last.</param>
[GenerateSerializer, Immutable, Alias("interview-due-page")]
public sealed record InterviewDuePage([property: Id(0)] IReadOnlyList<InterviewDueLine> Lines, [property: Id(1)] string? Next);

/// <param name="Workplace">Null for those of a physician at all employers.</param>
/// <param name="Member">Null for those of a workplace.</param>
[GenerateSerializer, Immutable, Alias("interview-due-query")]
public sealed record InterviewDueQuery([property: Id(0)] WorkplaceId? Workplace, [property: Id(1)] MemberId? Member, [property: Id(2)] string? After, [property: Id(3)] int Size);

/// <summary>A case as lists show it.</summary>
/// <param name="Due">The day by which it is to be held; null where the hours ask for none any more.</param>
[GenerateSerializer, Immutable, Alias("interview-line")]
public sealed record InterviewLine(
    [property: Id(0)] string Id,
    [property: Id(1)] WorkplaceId Workplace,
    [property: Id(2)] string WorkplaceName,
    [property: Id(3)] MemberId Member,
    [property: Id(4)] string Name,
    [property: Id(5)] DateOnly Month,
    [property: Id(6)] InterviewStage Stage,
    [property: Id(7)] InterviewWaits Waits,
    [property: Id(8)] MemberId? Interviewer,
    [property: Id(9)] DateTimeOffset? Appointment,
    [property: Id(10)] DateOnly? Due,
    [property: Id(11)] DateTimeOffset Opened);

[GenerateSerializer, Immutable, Alias("interview-page")]
public sealed record InterviewPage([property: Id(0)] IReadOnlyList<InterviewLine> Cases, [property: Id(1)] string? Next);

/// <param name="Workplace">Cases of a workplace; null for a physician's.</param>
/// <param name="Interviewer">Of them those of one interviewer.</param>
/// <param name="Member">Cases of a physician.</param>
/// <param name="Closed">Those that are over; otherwise those under way.</param>
[GenerateSerializer, Immutable, Alias("interview-query")]
public sealed record InterviewQuery(
    [property: Id(0)] WorkplaceId? Workplace, [property: Id(1)] MemberId? Interviewer, [property: Id(2)] MemberId? Member, [property: Id(3)] bool Closed, [property: Id(4)] string? After, [property: Id(5)] int Size);
