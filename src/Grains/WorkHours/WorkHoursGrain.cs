using JmaActors.Alerts;
using JmaActors.Ledgers;
using JmaActors.Merges;
using JmaActors.Time;

namespace JmaActors.WorkHours;

/// <summary>A physician's working hours; see <see cref="IWorkHoursGrain"/>.</summary>
[GrainType(WorkHoursLedger.Name)]
sealed partial class WorkHoursGrain(LedgerServices services, WorkHoursLedger ledger, LateHours late) : LedgerGrain<WorkHoursState, WorkHoursEvent>(services, ledger), IWorkHoursGrain, ILateHoursGrain, IMergingHoursGrain
{
    MemberId Me => new(this.GetPrimaryKeyLong());

    public Task<Answer<WorkEntry>> ClockIn(ClockIn command, CancellationToken ct) =>
        Clocked(Commit(command, command.Caller, ledger.Decider.ClockIn, static (s, c) => Entry(s, c.Key), ct));

    public Task<Answer<WorkEntry>> ClockOut(ClockOut command, CancellationToken ct) => MayEndElsewhere(command) ? EndElsewhere(command, ct) : End(command, ct);

    public Task ShowHours(CancellationToken ct) => ShowAgain();

    public Task<Answer<WorkEntry>> Record(RecordWork command, CancellationToken ct) =>
        Commit(command, command.Caller, ledger.Decider.Record, static (s, c) => Entry(s, c.Key), ct);

    public async Task<IReadOnlyList<Answer<WorkEntry>>> ClockBatch(IReadOnlyList<ClockTap> taps, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(taps.Count, WorkHoursLimits.Batch);
        // Decided one after the other in this turn, so that they are one group for the journal.
        var answers = new Task<Answer<WorkEntry>>[taps.Count];
        foreach (var (i, tap) in taps.Index().OrderBy(t => t.Item.At))
        {
            answers[i] = tap.In ? ClockIn(tap.ToIn(), ct) : ClockOut(tap.ToOut(), ct);
            // What ended under another number is known here before what comes after it is decided.
            if (State.Held is { Count: > 0 }) await answers[i];
        }
        return await Task.WhenAll(answers);
    }

    public async Task<IReadOnlyList<Answer<WorkEntry>>> RecordBatch(IReadOnlyList<RecordWork> commands, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(commands.Count, WorkHoursLimits.Batch);
        if (commands.Count == 0) return [];
        var batch = new WorkBatch(commands);
        return (await Commit(batch, commands[0].Caller, ledger.Decider.Record, static (s, b) => b.Answers(s, Entry), ct)).Value!;
    }

    public Task<IReadOnlyList<Answer<WorkEntry>>> TryRecordBatch(IReadOnlyList<RecordWork> commands, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(commands.Count, WorkHoursLimits.Batch);
        var batch = new WorkBatch(commands);
        if (commands.Count > 0) ledger.Decider.Record(State, batch, new Deciding(Now, commands[0].Caller, Version));
        return Durable(batch.Answers(State, static (s, key) => s.Find(key) is { } record ? WorkHoursAnswers.Entry(record) : null));
    }

    public Task<IReadOnlyList<WorkplaceId>> Employers(CancellationToken ct) => Led?.Employers(ct) ??
        Durable<IReadOnlyList<WorkplaceId>>([.. State.Counting.Employments.Where(e => !e.Reported && e.HoldsOn(Tokyo.DateOf(Now))).Select(e => new WorkplaceId(e.Workplace))]);

    public Task<Answer<WorkEntry>> Correct(CorrectWork command, CancellationToken ct) => LedFor(command.Record)?.Correct(command, ct) ?? (State.OriginOf(command.Record) is var (of, key) ? At(of).Correct(command with { Record = key }, ct) :
        Commit(command, command.Caller, ledger.Decider.Correct, static (s, c) => Entry(s, c.Key), ct));

    public Task<Answer<WorkEntry>> UndoCorrection(UndoWorkCorrection command, CancellationToken ct) => LedFor(command.Record)?.UndoCorrection(command, ct) ?? (State.OriginOf(command.Record) is var (of, key) ? At(of).UndoCorrection(command with { Record = key }, ct) :
        Commit(command, command.Caller, ledger.Decider.Undo, static (s, c) => Entry(s, c.Key), ct));

    public Task<Answer<WorkEntry>> Withdraw(WithdrawWork command, CancellationToken ct) => LedFor(command.Record)?.Withdraw(command, ct) ?? (State.OriginOf(command.Record) is var (of, key) ? At(of).Withdraw(command with { Record = key }, ct) :
        Commit(command, command.Caller, ledger.Decider.Withdraw, static (s, c) => Entry(s, c.Key), ct));

    public Task<Answer<EmploymentHours>> ReportEmployment(ReportEmployment command, CancellationToken ct) =>
        Commit(command, command.Caller, HealthDecider.Report, (s, c) => Hours(s, c.Workplace.Code), ct);

    public Task<Answer<bool>> RecordFatigueCheck(RecordFatigueCheck command, CancellationToken ct) =>
        Commit((command, ledger.Book), command.Caller, static (s, c, d) => HealthDecider.Check(s, c.command, c.Book, d), static (s, c) => s.Done[c.command.Key] == WorkHoursFold.Sign, ct);

    public Task<Answer<DateTimeOffset>> RecordHealthMeasure(RecordHealthMeasure command, CancellationToken ct) =>
        Commit(command, command.Caller, HealthDecider.Measure, static (_, c) => c.At, ct);

    public Task<WorkHoursView> Read(DateTimeOffset? at, Caller caller, CancellationToken ct)
    {
        if (Led is { } led) return led.Read(at, caller, ct);
        var reading = Reading(at);
        return Durable(HoursSight.View(WorkHoursAnswers.View(Me, reading), reading, HoursSight.Of(caller)));
    }

    public Task<DutyLine?> Line(WorkplaceId workplace, CancellationToken ct) =>
        Durable(WorkHoursRows.Of(Me.Number, Reading(at: null), Now).FirstOrDefault(r => r.Workplace == workplace.Code) is { } row ? WorkHoursRows.Line(row) : null);

    public Task<WorkEntry?> Find(string key, Caller caller, CancellationToken ct) => LedFor(key)?.Find(key, caller, ct) ?? Durable(State.Whole.Find(key) is { } record ? WorkHoursAnswers.Entry(record) : null);

    public Task<WorkEntryPage> Entries(DateOnly from, DateOnly to, string? after, Caller caller, CancellationToken ct) => Led?.Entries(from, to, after, caller, ct) ?? Durable(WorkHoursAnswers.Entries(State.Counting, from, to, after, HoursSight.Of(caller)));

    public Task<Answer<IReadOnlyList<HoursFinding>>> TryRoster(TryRoster roster, CancellationToken ct)
    {
        if (Led is { } led) return led.TryRoster(roster, ct);
        var refusal = RosterRules.Refuse(roster.From, roster.To, roster.Shifts) ?? (State.Whole.Place(roster.Workplace.Code) < 0 ? new Refusal("unknown-workplace") : null);
        var findings = refusal is null ? RosterTrials.New(State.Whole, roster, WorkMinute.UpTo(Now), ledger.Book.Work(Tokyo.DateOf(Now))) : null;
        var seen = findings is null ? null : HoursSight.Findings(findings, State.Whole, HoursSight.Of(roster.Caller), RosterRules.Held(roster.Shifts));
        return Durable(new Answer<IReadOnlyList<HoursFinding>>(seen, refusal, Version, false));
    }

    public Task<IReadOnlyList<HoursFinding>> CheckPlan(DateOnly from, DateOnly to, Caller caller, CancellationToken ct) => Led?.CheckPlan(from, to, caller, ct) ??
        Durable(HoursSight.Findings(RosterTrials.Check(State.Counting, from, to, WorkMinute.UpTo(Now), ledger.Book.Work(Tokyo.DateOf(Now))), State.Counting, HoursSight.Of(caller)));

    /// <summary>The figures follow what was decided; after a refusal or a repeat they are put once for nothing.</summary>
    Task<Answer<WorkEntry>> Clocked(Task<Answer<WorkEntry>> answer)
    {
        late.Due(Me.Number);
        return answer;
    }

    public Task<IReadOnlyList<PlannedLine>> Plan(DateOnly from, DateOnly to, Caller caller, CancellationToken ct) => Led?.Plan(from, to, caller, ct) ?? Durable(WorkHoursAnswers.Plan(State.Counting, from, to, HoursSight.Of(caller)));

    public async Task Look(CancellationToken ct)
    {
        await Cross(ct);
        // An employment ends without an event when its last day is over: its row goes.
        if (State.Counting.Employments.Any(e => !e.HoldsOn(Tokyo.DateOf(Now)))) await ShowAgain();
    }

    // What is not told because this failed is told after the next event, or by the daily look.
    Task<Answer<bool>> Cross(CancellationToken ct) => Commit(ledger.Book, Caller.System, CrossingDecider.Cross, static (_, _) => true, ct);

    /// <summary>The record a key made, or what its command was about.</summary>
    static WorkEntry Entry(WorkHoursState state, string key) => WorkHoursAnswers.Entry(state.About(key)!);

    EmploymentHours Hours(WorkHoursState state, string workplace)
    {
        var (on, place) = (Tokyo.DateOf(Now), state.Place(workplace));
        var review = ReviewRules.Of(WorkCases.Of(state, WorkMinute.UpTo(Now)), ledger.Book.Work(on));
        return WorkHoursAnswers.Employment(review.Hours[place], state.Employments[place], on, ledger.Book.Work(on));
    }
}
