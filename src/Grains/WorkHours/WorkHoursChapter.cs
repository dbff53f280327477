using System.Globalization;
using JmaActors.Ledgers;
using JmaActors.Records;

namespace JmaActors.WorkHours;

/// <summary>How a physician's record of working hours is told: record by record, what it was and what it became.</summary>
sealed class WorkHoursChapter(WorkHoursLedger ledger, LedgerPast past) : Chapter<WorkHoursState, WorkHoursEvent>(RecordChapters.WorkHours, ledger, past)
{
    public override IReadOnlyList<string> Facts { get; } = ["workplace", "hours-kind", "begins", "ends", "shifts", "agreement-from", "hours-level"];

    protected override ValueTask<IReadOnlyList<string>> Keys(Telling telling, CancellationToken ct) => new([telling.Member.Number.ToString(CultureInfo.InvariantCulture)]);

    protected override Look At(WorkHoursState state, WorkHoursEvent e, Telling telling, bool done) => e switch
    {
        EmploymentKept k => Terms(state, k.Workplace),
        ShiftsKept s => Planned(state, s),
        FatigueChecked or HealthMeasureTaken or InterviewShared => new Look(),
        _ => state.Find(KeyOf(e, done)) is { } record ? Of(record) : new Look(),
    };

    protected override Said Of(WorkHoursState state, WorkHoursEvent e, string key, long version, Telling telling)
    {
        switch (e)
        {
            case WorkClockedIn i:
                telling.Made[i.Key] = version;
                return new Said(i.Workplace);
            case WorkRecorded r:
                telling.Made[r.Key] = version;
                return new Said(r.Workplace, r.Reason);
            case WorkCorrected c:
                telling.Made[c.Key] = version;
                return new Said(state.Find(c.Key)!.Workplace, c.Reason, telling.Made[c.Record]);
            case WorkCorrectionUndone u: return new Said(state.Find(u.Record)!.Workplace, u.Reason, telling.Made[u.Record]);
            case WorkWithdrawn w: return new Said(state.Find(w.Record)!.Workplace, w.Reason, telling.Made[w.Record]);
            case EmploymentKept k: return new Said(k.Workplace);
            case ShiftsKept s: return new Said(s.Workplace);
            default: return new Said("");
        }
    }

    /// <summary>A correction is told as one thing that changed: the wrong record before it, what stands in its place after it; taking it back the other way round.</summary>
    static string KeyOf(WorkHoursEvent e, bool done) => e switch
    {
        WorkClockedIn i => i.Key,
        WorkClockedOut o => o.Record,
        WorkRecorded r => r.Key,
        WorkCorrected c => done ? c.Key : c.Record,
        WorkCorrectionUndone u => u.Record,
        WorkWithdrawn w => w.Record,
        _ => "",
    };

    static Look Of(WorkRecord record) => !record.Stands
        ? new Look().Add("workplace", (string?)null).Add("hours-kind", (string?)null).Add("begins", (string?)null).Add("ends", (string?)null)
        : new Look().Add("workplace", record.Workplace).Add<HoursKind>("hours-kind", record.Kind).Add("begins", WorkMinute.Text(record.From)).Add("ends", record.To is { } to ? WorkMinute.Text(to) : null);

    static Look Terms(WorkHoursState state, string workplace)
    {
        var place = state.Place(workplace);
        if (place < 0) return new Look();
        var terms = state.Employments[place].Terms;
        return new Look().Add("agreement-from", terms.AgreementFrom).Add<WorkLevel>("hours-level", terms.Levels.Count > 0 ? terms.Levels[^1].Level : WorkLevel.A);
    }

    static Look Planned(WorkHoursState state, ShiftsKept kept) => new Look().Add(
        "shifts", (decimal)state.Shifts.Count(s => s.Workplace == kept.Workplace && WorkMinute.DayOf(s.Shift.From) >= kept.From && WorkMinute.DayOf(s.Shift.From) <= kept.To));
}
