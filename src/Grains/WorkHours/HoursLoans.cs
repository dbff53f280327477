using System.Text.Json;
using JmaActors.Ledgers;
using Decision = JmaActors.Ledgers.Decision<JmaActors.WorkHours.WorkHoursEvent>;

namespace JmaActors.WorkHours;

/// <summary>
/// How the hours of a merged record come to count with another, as credits do (decision 0018): the record keeps them, goes on hearing what is recorded under its number, and tells the
/// other all of it. Here they stop to count before they begin there, and there before they begin here again.
/// </summary>
static class HoursLoans
{
    public static Decision Lend(WorkHoursState state, (string Merge, MemberId To) what, Deciding deciding)
    {
        if (state.Away is { } away) return away.Merge == what.Merge ? Decision.Again() : Decision.Refuse("already-merged");
        if (state.Held is { Count: > 0 }) return Decision.Refuse("holds-others");
        return Decision.Events([.. HoursWords.All(state, what.Merge, 0).Select((_, part) => new HoursLent(what.Merge, what.To.Number, part))]);
    }

    public static Decision GiveBack(WorkHoursState state, (MemberId Of, string Merge) what, Deciding deciding) =>
        state.Ended?.Contains(what.Merge) == true ? Decision.Again() : Decision.Event(new HoursGivenBack(what.Merge, what.Of.Number));

    public static Decision TakeBack(WorkHoursState state, string merge, Deciding deciding) => state.Away switch
    {
        null => Decision.Again(),
        { } away when away.Merge == merge => Decision.Event(new HoursTakenBack(merge)),
        _ => Decision.Refuse("already-merged"),
    };

    /// <summary>A word of the record that lends. The first of a merge begins it; one of a merge that is over, or has not begun, changes nothing.</summary>
    public static Decision Accept(WorkHoursState state, Parcel parcel)
    {
        if (JsonSerializer.Deserialize(parcel.Body, WorkHoursJson.Default.HoursHeld) is not { } word) return Decision.Refuse("unreadable-parcel", "", parcel.Type);
        var goesOn = state.Held is not null && state.Held.TryGetValue(word.Of, out var held) && held.Merge == word.Merge;
        return state.Ended?.Contains(word.Merge) == true || !(word.First || goesOn) ? Decision.Nothing() : Decision.Event(word);
    }

    /// <summary>Folds an event of lending; false for any other.</summary>
    public static bool Evolve(WorkHoursState state, WorkHoursEvent e)
    {
        switch (e)
        {
            case HoursLent lent:
                state.Away = new HoursAway(lent.Merge, lent.To);
                return true;
            case HoursTakenBack:
                state.Away = null;
                return true;
            case HoursHeld held:
                Hold(state, held);
                return true;
            case HoursGivenBack back:
                if (state.Held is not null && state.Held.TryGetValue(back.Of, out var kept) && kept.Merge == back.Merge)
                {
                    (state.Left ??= new(StringComparer.Ordinal)).UnionWith(kept.State.Employments.Select(x => x.Workplace));
                    state.Held.Remove(back.Of);
                }
                (state.Ended ??= new(StringComparer.Ordinal)).Add(back.Merge);
                return true;
            default:
                return false;
        }
    }

    /// <summary>What the record that holds them is told of an event.</summary>
    public static void Tell(WorkHoursState state, HoursAway away, long member, WorkHoursEvent e, ParcelSink parcels)
    {
        HoursHeld Of(params WorkRecord[] records) => new(away.Merge, member, false, records, More: true);
        var word = e switch
        {
            HoursLent lent => HoursWords.All(state, away.Merge, member).ElementAt(lent.Part),
            WorkClockedIn i => Of(state.Find(i.Key)!),
            WorkClockedOut o => Of(state.Find(o.Record)!),
            WorkRecorded r => Of(state.Find(r.Key)!),
            WorkCorrected c => Of(state.Find(c.Record)!, state.Find(c.Key)!),
            WorkCorrectionUndone u => Of(state.Find(u.Record)!, state.Find(state.Find(u.Record)!.Corrects!)!),
            WorkWithdrawn w => Of(state.Find(w.Record)!),
            EmploymentKept k => Of() with { Employments = [state.Employments[state.Place(k.Workplace)]] },
            ShiftsKept s => Of() with { Plan = s },
            FatigueChecked => Of() with { Checks = [state.Checks![^1]] },
            HealthMeasureTaken => Of() with { Measures = [state.Measures![^1]] },
            InterviewShared i => Of() with { Measures = [.. (state.Measures ?? []).Where(m => m.Kind == HealthMeasureKind.Interview && m.At == i.At && m.Workplace == i.Workplace).Take(1)] },
            _ => null,
        };
        if (word is not null) parcels.Send(LedgerNames.Name(WorkHoursLedger.Name, away.To), HoursHeld.Parcel, word, WorkHoursJson.Default.HoursHeld);
    }

    static void Hold(WorkHoursState state, HoursHeld word)
    {
        state.Held ??= [];
        if (word.First || !state.Held.TryGetValue(word.Of, out var held)) state.Held[word.Of] = held = new HeldHours(word.Merge, new WorkHoursState());
        var of = held.State;
        foreach (var record in word.Records) of.Replace(record);
        foreach (var employment in word.Employments ?? [])
        {
            if (of.Place(employment.Workplace) is var at and >= 0) of.Employments[at] = employment;
            else of.Employments.Add(employment);
        }
        foreach (var shift in word.Shifts ?? []) of.Shifts.Add(shift);
        of.DropShiftsAfterLast();
        if (word.Plan is { } plan) WorkHoursFold.Evolve(of, plan);
        if (word.Checks is { } checks) of.Checks = word.More ? [.. of.Checks ?? [], .. checks] : [.. checks];
        if (word.Measures is not null && !word.More) of.Measures = null;
        foreach (var measure in word.Measures ?? []) Hold(of.Measures ??= [], measure);
        foreach (var (key, day) in word.Crossed ?? []) (of.Crossed ??= new(StringComparer.Ordinal))[key] = day;
    }

    /// <summary>One that was passed on meanwhile takes its own place.</summary>
    static void Hold(List<HealthMeasure> measures, HealthMeasure told)
    {
        var at = told.PassedTo is null ? -1 : measures.FindIndex(m => m.Kind == told.Kind && m.At == told.At && m.Workplace == told.Workplace);
        if (at >= 0) measures[at] = told;
        else measures.Add(told);
    }
}
