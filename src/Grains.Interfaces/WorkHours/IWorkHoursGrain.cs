using JmaActors.Benefits;
using JmaActors.Ledgers;
using JmaActors.Live;

namespace JmaActors.WorkHours;

/// <summary>
/// Working hours of one physician over all employers (医師の働き方改革). Keyed by <see cref="MemberId.Number"/>. What is recorded is never edited; hours, limits, rest
/// and forecasts are computed from the records each time. Who watches it gets an <see cref="MemberHoursPicture"/>. A caller who is one of a workplace's people is answered what is the
/// workplace's own, and of other employers' hours only what all of them come to. What is read under the number of a record that was
/// merged is answered by the one its hours count with.
/// </summary>
[Alias("work-hours-grain")]
public interface IWorkHoursGrain : IGrainWithIntegerKey, IBenefitGrain, ILedgerGrain, IBoardGrain
{
    /// <summary>
    /// Begins work, as it happens. Natural key: <see cref="WorkHours.ClockIn.Key"/>. Refused with <c>unknown-workplace</c>, <c>already-working</c> when work at that workplace runs,
    /// <c>in-the-future</c>, <c>recorded-too-late</c>, <c>kind-not-clocked</c>, <c>bad-key</c>, <c>key-taken</c> when the key was used at another workplace or for something else,
    /// <c>name-too-long</c>, <c>ledger-full</c>.
    /// </summary>
    [Alias("clock-in")]
    Task<Answer<WorkEntry>> ClockIn(ClockIn command, CancellationToken ct);

    /// <summary>Ends the work that runs at a workplace. Refused with <c>not-working</c>, <c>ends-before-it-begins</c>, <c>record-too-long</c>, <c>in-the-future</c>.</summary>
    [Alias("clock-out")]
    Task<Answer<WorkEntry>> ClockOut(ClockOut command, CancellationToken ct);

    /// <summary>
    /// Records a stretch of time afterwards. Natural key: <see cref="RecordWork.Key"/>. Refused as <see cref="ClockIn"/> is, with <c>record-too-long</c>, and with
    /// <c>recorded-too-late</c> beyond the window of the policy when it gives no reason.
    /// </summary>
    [Alias("record")]
    Task<Answer<WorkEntry>> Record(RecordWork command, CancellationToken ct);

    /// <summary>Several at once, at most <see cref="WorkHoursLimits.Batch"/>; each is answered by itself, in order.</summary>
    [Alias("record-batch")]
    Task<IReadOnlyList<Answer<WorkEntry>>> RecordBatch(IReadOnlyList<RecordWork> commands, CancellationToken ct);

    /// <summary>What <see cref="RecordBatch"/> would answer now. Nothing is recorded; the answer of a record that would be new has no value.</summary>
    [Alias("try-record-batch")]
    Task<IReadOnlyList<Answer<WorkEntry>>> TryRecordBatch(IReadOnlyList<RecordWork> commands, CancellationToken ct);

    /// <summary>Workplaces that employ the physician today by their own word; one that the physician told of has no right by it.</summary>
    [Alias("employers")]
    Task<IReadOnlyList<WorkplaceId>> Employers(CancellationToken ct);

    /// <summary>Puts another record in the place of a wrong one. Refused with <c>unknown-record</c>, <c>not-standing</c>, <c>still-running</c>, <c>no-reason</c>, <c>reason-too-long</c>, and as <see cref="Record"/> is.</summary>
    [Alias("correct")]
    Task<Answer<WorkEntry>> Correct(CorrectWork command, CancellationToken ct);

    /// <summary>Takes a correction back: everything stands as before it. Answers the record that stands again. Refused with <c>unknown-record</c>, <c>not-a-correction</c>, <c>not-standing</c>.</summary>
    [Alias("undo-correction")]
    Task<Answer<WorkEntry>> UndoCorrection(UndoWorkCorrection command, CancellationToken ct);

    /// <summary>Takes a record back that should never have been. Refused with <c>unknown-record</c>, <c>not-standing</c>.</summary>
    [Alias("withdraw")]
    Task<Answer<WorkEntry>> Withdraw(WithdrawWork command, CancellationToken ct);

    /// <summary>Tells of an employer that does not use this system; of one that does, the workplace's own word stands. Refused with <c>too-many-employments</c>.</summary>
    [Alias("report-employment")]
    Task<Answer<EmploymentHours>> ReportEmployment(ReportEmployment command, CancellationToken ct);

    /// <summary>Keeps that sleep and fatigue were checked. Answers true when there was a sign.</summary>
    [Alias("record-fatigue-check")]
    Task<Answer<bool>> RecordFatigueCheck(RecordFatigueCheck command, CancellationToken ct);

    /// <summary>Keeps that an interview was held or hours were cut. Answers when.</summary>
    [Alias("record-health-measure")]
    Task<Answer<DateTimeOffset>> RecordHealthMeasure(RecordHealthMeasure command, CancellationToken ct);

    /// <summary>Everything that follows from the records, now or at a moment before, not earlier than the first policy.</summary>
    /// <param name="at">Null for now.</param>
    [Alias("read")]
    Task<WorkHoursView> Read(DateTimeOffset? at, Caller caller, CancellationToken ct);

    /// <summary>The physician's line of a workplace's duty list as it stands now, which no event may have told; null when the workplace is not known.</summary>
    [Alias("line")]
    Task<DutyLine?> Line(WorkplaceId workplace, CancellationToken ct);

    /// <summary>Records that begin within days, in order, also those that no longer stand; at most <see cref="WorkHoursLimits.Page"/> after the cursor.</summary>
    [Alias("entries")]
    Task<WorkEntryPage> Entries(DateOnly from, DateOnly to, string? after, Caller caller, CancellationToken ct);

    /// <summary>One record; null when there is none under this key.</summary>
    [Alias("find")]
    Task<WorkEntry?> Find(string key, Caller caller, CancellationToken ct);

    /// <summary>What a roster being planned would newly break, before it is saved. Nothing is recorded. Refused with <c>bad-roster</c>, <c>unknown-workplace</c>.</summary>
    [Alias("try-roster")]
    Task<Answer<IReadOnlyList<HoursFinding>>> TryRoster(TryRoster roster, CancellationToken ct);

    /// <summary>Planned shifts of all employers that begin within days, in order; at most <see cref="WorkHoursLimits.RosterDays"/> days.</summary>
    [Alias("plan")]
    Task<IReadOnlyList<PlannedLine>> Plan(DateOnly from, DateOnly to, Caller caller, CancellationToken ct);

    /// <summary>Looks whether a threshold was crossed though nothing happened, and tells whoever is to know: once each.</summary>
    [Alias("look")]
    Task Look(CancellationToken ct);

    /// <summary>What the plan of a span of days breaks as it stands: limits, rest, intervals; at most <see cref="WorkHoursLimits.RosterDays"/> days.</summary>
    [Alias("check-plan")]
    Task<IReadOnlyList<HoursFinding>> CheckPlan(DateOnly from, DateOnly to, Caller caller, CancellationToken ct);

    /// <summary>Everything that follows from the records now, as those who watch are shown it.</summary>
    [Alias("picture")]
    Task<MemberHoursPicture> Picture(Caller caller, CancellationToken ct);

    /// <summary>Numbers of the physician whose hours count here: its own, and those of records that were merged into it.</summary>
    [Alias("numbers")]
    Task<IReadOnlyList<MemberId>> Numbers(CancellationToken ct);

    /// <summary>Begins or renews watching what a workplace's people see of it.</summary>
    [Alias("watch-at")]
    Task<WatchAnswer> WatchAt(WorkplaceId workplace, IBoardObserver observer, BoardVersion? since, CancellationToken ct);

    /// <summary>Stops watching that.</summary>
    [Alias("unwatch-at")]
    Task UnwatchAt(WorkplaceId workplace, IBoardObserver observer, CancellationToken ct);

    /// <summary>
    /// Taps of a device's clock, also of one that was offline: at most <see cref="WorkHoursLimits.Batch"/>, decided in the order in which they happened, each answered by itself and in
    /// the order sent. Refused as <see cref="ClockIn"/> and <see cref="ClockOut"/> are.
    /// </summary>
    [Alias("clock-batch")]
    Task<IReadOnlyList<Answer<WorkEntry>>> ClockBatch(IReadOnlyList<ClockTap> taps, CancellationToken ct);
}
