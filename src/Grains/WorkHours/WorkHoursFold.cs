using JmaActors.Alerts;

namespace JmaActors.WorkHours;

/// <summary>How events fold into the state. Total and deterministic.</summary>
static class WorkHoursFold
{
    public static void Evolve(WorkHoursState state, WorkHoursEvent e)
    {
        switch (e)
        {
            case EmploymentKept kept: Keep(state, kept); break;
            case ShiftsKept kept: Keep(state, kept); break;
            case WorkClockedIn i:
                state.Put(new WorkRecord { Key = i.Key, Workplace = i.Workplace, Kind = i.Kind, From = i.From, Source = WorkSource.Clock, Department = i.Department, Post = i.Post, Marks = i.Marks, Shift = i.Shift });
                break;
            case WorkClockedOut o:
                state.End(state.Find(o.Record)!, o.To);
                state.Done[o.Key] = o.Record;
                break;
            case WorkRecorded r:
                state.Put(new WorkRecord
                {
                    Key = r.Key, Workplace = r.Workplace, Kind = r.Kind, From = r.From, To = r.To, Source = r.Source, Department = r.Department, Post = r.Post, Marks = r.Marks, Shift = r.Shift,
                    Reason = r.Reason,
                });
                break;
            case WorkCorrected c: Correct(state, c); break;
            case WorkCorrectionUndone u: Undo(state, u); break;
            case WorkWithdrawn w:
                var withdrawn = state.Find(w.Record)!;
                (withdrawn.Withdrawn, withdrawn.Reason) = (true, w.Reason);
                state.Done[w.Key] = w.Record;
                break;
            case FatigueChecked f:
                (state.Checks ??= []).Add(new HeldCheck(f.At, f.Sign));
                state.Done[f.Key] = f.Sign ? Sign : "";
                break;
            case HealthMeasureTaken m:
                (state.Measures ??= []).Add(new HealthMeasure(m.Kind, m.At, m.Workplace));
                state.Done[m.Key] = WorkMinute.Text(m.At);
                break;
            case InterviewShared s: Share(state, s); break;
            case HoursCrossed c:
                foreach (var crossing in c.Crossings) (state.Crossed ??= new(StringComparer.Ordinal))[crossing.Key] = crossing.On.DayNumber;
                Forget(state.Crossed, c.Crossings);
                break;
            default: throw new InvalidOperationException($"{e.GetType().Name} is no event of a ledger of working hours.");
        }
    }

    /// <summary>Days after which nothing can be crossed again: what is looked at are the running year and the rest of the last months.</summary>
    const int CrossedDays = 800;

    static void Forget(Dictionary<string, int>? crossed, IReadOnlyList<Crossing> newest)
    {
        if (crossed is null || newest.Count == 0) return;
        var oldest = newest.Max(c => c.On.DayNumber) - CrossedDays;
        foreach (var key in crossed.Where(c => c.Value < oldest).Select(c => c.Key).ToList()) crossed.Remove(key);
    }

    /// <summary>What <see cref="WorkHoursState.Done"/> says of a check that showed a sign.</summary>
    internal const string Sign = "sign";

    static void Keep(WorkHoursState state, EmploymentKept kept)
    {
        var held = new HeldEmployment(kept.Workplace, kept.Terms, kept.Reported, kept.Name);
        if (state.Place(kept.Workplace) is var at and >= 0) state.Employments[at] = held;
        else state.Employments.Add(held);
        state.DropShiftsAfterLast();
        if (kept.Key.Length > 0) state.Done[kept.Key] = kept.Workplace;
    }

    static void Keep(WorkHoursState state, ShiftsKept kept)
    {
        var (from, to) = (kept.From * WorkMinute.Day, (kept.To + 1) * WorkMinute.Day);
        state.Shifts.RemoveAll(s => s.Workplace == kept.Workplace && s.Shift.From >= from && s.Shift.From < to);
        foreach (var shift in kept.Shifts)
        {
            var at = state.Shifts.Count;
            while (at > 0 && state.Shifts[at - 1].Shift.From > shift.From) at--;
            state.Shifts.Insert(at, new PlannedShift(kept.Workplace, shift));
        }
    }

    static void Share(WorkHoursState state, InterviewShared shared)
    {
        state.Done[shared.Key] = shared.To;
        var at = state.Measures?.FindIndex(m => m.Kind == HealthMeasureKind.Interview && m.At == shared.At && m.Workplace == shared.Workplace) ?? -1;
        if (at >= 0) state.Measures![at] = state.Measures[at] with { PassedTo = [.. state.Measures[at].PassedTo ?? [], shared.To] };
    }

    static void Correct(WorkHoursState state, WorkCorrected c)
    {
        var wrong = state.Find(c.Record)!;
        wrong.CorrectedBy = c.Key;
        state.Put(new WorkRecord
        {
            Key = c.Key, Workplace = wrong.Workplace, Kind = c.Kind, From = c.From, To = c.To, Source = wrong.Source, Department = c.Department, Post = c.Post, Marks = c.Marks, Shift = wrong.Shift,
            Reason = c.Reason, Corrects = c.Record,
        });
    }

    static void Undo(WorkHoursState state, WorkCorrectionUndone u)
    {
        var correction = state.Find(u.Record)!;
        (correction.Withdrawn, correction.Reason) = (true, u.Reason);
        state.Find(correction.Corrects!)!.CorrectedBy = null;
        state.Done[u.Key] = correction.Corrects!;
    }
}
