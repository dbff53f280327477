using CsCheck;
using JmaActors.WorkHours;
using static JmaActors.Tests.Rules.WorkHours.Hours;

namespace JmaActors.Tests.Rules.WorkHours;

public class HoursProperties
{
    static readonly Employment[] Employers = [At("W1", WorkLevel.B), At("W2") with { Holiday = DayOfWeek.Sunday }, At("W3") with { SmallClinic = true }];

    static readonly Gen<WorkSpan> Any =
        from day in Gen.Int[1, 29]
        from start in Gen.Int[0, 95]
        from quarters in Gen.Int[1, 60]
        from kind in Gen.Frequency((8, Gen.Const(HoursKind.Scheduled)), (4, Gen.Const(HoursKind.Overtime)), (6, Gen.Int[3, 13].Select(k => (HoursKind)k)))
        from employer in Gen.Int[0, 2]
        from odd in Gen.Int[0, 14]
        from marks in Gen.Int[0, 15]
        select Span(At(day) + start * 15 + odd, At(day) + (start + quarters) * 15 + odd, kind, employer, (WorkMarks)marks);

    static readonly Gen<WorkSpan[]> Records = Any.Array[0, 40];

    /// <summary>Everything the rules say of a case, as one text to compare.</summary>
    static string All(IEnumerable<WorkSpan> records, IEnumerable<WorkSpan> shifts)
    {
        var facts = new WorkCase { Employments = Employers, Records = [.. records], Shifts = [.. shifts], AsOf = At(25, 9) };
        var tables = Tables.Of(facts, April, Policy);
        var review = ReviewRules.Of(facts, Policy);
        var days = Enumerable.Range(DayOf(-10), 60).Select(d => (tables.Worked[d], tables.Expected[d], tables.Worked.Own(0, new DaySpan(d, d)), tables.Worked.Own(1, new DaySpan(d, d))));
        return string.Join('\n', [
            .. days.Select(d => d.ToString()), .. review.Windows.Select(w => w.ToString()), .. review.Compensatory.Select(w => w.ToString()),
            .. review.Findings.Select(w => w.ToString()), .. review.Forecasts.Select(w => w.ToString()), .. PlanRules.Check(facts, April, Policy).Select(w => w.ToString())]);
    }

    [Fact]
    public void Hours_agree_with_counting_every_minute() =>
        Records.Sample(records =>
        {
            var slow = HoursReference.Days(Employers, records, Policy);
            var fast = OvertimeRules.Days(Employers, InOrder(records), [], new DaySpan(DayOf(1), DayOf(31)), Policy);
            for (var day = DayOf(1); day <= DayOf(31); day++) Assert.Equal(slow.GetValueOrDefault(day), fast[day]);
        }, iter: 60);

    [Fact]
    public void Splitting_a_record_or_a_shift_at_any_minute_changes_nothing() =>
        Gen.Select(Any.Array[1, 25], Any.Array[1, 15], Gen.Int[0, 24], Gen.Int[1, 900], Gen.Bool).Sample((records, shifts, which, at, plan) =>
        {
            var of = plan ? shifts : records;
            var span = of[which % of.Length];
            var cut = span.From + 1 + at % Math.Max(1, span.Length - 1);
            if (cut >= span.To) return;
            WorkSpan[] split = [.. of.Where((_, i) => i != which % of.Length), span with { To = cut }, span with { From = cut }];
            Assert.Equal(All(records, shifts), plan ? All(records, split) : All(split, shifts));
        }, iter: 500);

    [Fact]
    public void The_order_in_which_records_arrive_and_repeats_of_them_change_nothing() =>
        Gen.Select(Any.Array[1, 25], Any.Array[1, 15], Gen.Int[0, 1_000_000]).Sample((records, shifts, seed) =>
        {
            var chance = new Random(seed);
            WorkSpan[] others = [.. records, records[seed % records.Length]], plan = [.. shifts, shifts[seed % shifts.Length]];
            chance.Shuffle(others);
            chance.Shuffle(plan);
            Assert.Equal(All(records, shifts), All(others, plan));
        }, iter: 500);

    [Fact]
    public void The_hours_of_a_part_are_those_of_the_whole() =>
        Gen.Select(Records, Gen.Int[1, 30], Gen.Int[0, 20], Gen.Bool).Sample((records, first, length, variable) =>
        {
            var employers = variable ? [Employers[0] with { Variable = true }, .. Employers[1..]] : Employers;
            var (sorted, part) = (InOrder(records), new DaySpan(DayOf(first), DayOf(Math.Min(30, first + length))));
            var whole = OvertimeRules.Days(employers, sorted, sorted, new DaySpan(DayOf(-40), DayOf(70)), Policy);
            var some = OvertimeRules.Days(employers, sorted, sorted, part, Policy);
            for (var day = part.First; day <= part.Last; day++)
            {
                Assert.Equal(whole[day], some[day]);
                for (var e = 0; e < employers.Length; e++) Assert.Equal(whole.Own(e, new DaySpan(day, day)), some.Own(e, new DaySpan(day, day)));
            }
        }, iter: 500);

    [Fact]
    public void A_change_moves_no_hours_outside_the_days_it_is_said_to_move() =>
        Gen.Select(Records, Any, Gen.Bool).Sample((records, more, variable) =>
        {
            var employers = variable ? [Employers[0] with { Variable = true }, .. Employers[1..]] : Employers;
            var (before, after, all) = (InOrder(records), InOrder([.. records, more]), new DaySpan(DayOf(-40), DayOf(70)));
            var moved = OvertimeRules.Moved(employers, after, more.From, more.To, Policy);
            var table = OvertimeRules.Days(employers, before, [], all, Policy);
            table.Replace(OvertimeRules.Days(employers, after, [], moved, Policy));
            var whole = OvertimeRules.Days(employers, after, [], all, Policy);
            for (var day = all.First; day <= all.Last; day++) Assert.Equal(whole[day], table[day]);
        }, iter: 500);

    [Fact]
    public void Another_hour_never_lowers_a_days_hours_and_never_makes_a_pass_of_a_breach() =>
        Gen.Select(Records, Gen.Int[1, 29], Gen.Int[0, 22 * 60], Gen.Int[0, 2]).Sample((records, day, minute, employer) =>
        {
            var more = Span(At(day) + minute, At(day) + minute + 60, HoursKind.Overtime, employer);
            // An hour put before a shift, or before the break that leads to it, makes it a shift of the hour's day: what it moves there over midnight is another question.
            if (records.Any(r => r.From <= more.To && (r.From >= more.From || r.Kind == HoursKind.Break && r.To >= more.From))) return;
            var over = new DaySpan(DayOf(-30), DayOf(40));
            var (before, after) = (OvertimeRules.Days(Employers, InOrder(records), [], over, Policy), OvertimeRules.Days(Employers, InOrder([.. records, more]), [], over, Policy));
            Assert.True(after.Sum(over).Worked >= before.Sum(over).Worked, "worked");
            Assert.True(after.Sum(over).Beyond >= before.Sum(over).Beyond, "beyond");
            // Where it lies on nothing that was worked already, not even a single day has less: an hour that makes ordinary work holiday work moves it to the holiday.
            for (var d = over.First; d <= over.Last && records.All(r => !r.Counts || r.To <= more.From || r.From >= more.To); d++)
            {
                Assert.True(after[d].Worked >= before[d].Worked && after[d].Beyond >= before[d].Beyond, "of a day");
            }
            var on = new DateOnly(2026, 4, 15);
            var breaches = LimitRules.Years(Employers, after, on, Tight).Select(f => f.Identity).ToHashSet();
            Assert.Subset(breaches, LimitRules.Years(Employers, before, on, Tight).Select(f => f.Identity).ToHashSet());
        }, iter: 500);

    /// <summary>Limits that a month of chance reaches.</summary>
    static readonly WorkPolicy Tight = Policy with { Levels = Policy.Levels.ToDictionary(l => l.Key, _ => new LevelLimits(60 * 60, 20 * 60, true)) };

    [Fact]
    public void Unforeseen_work_never_lowers_what_a_planned_start_of_work_is_owed() =>
        Gen.Select(Any.Array[0, 20], Any.Array[1, 15], Any).Sample((records, shifts, more) =>
        {
            var call = more with { Kind = HoursKind.Overtime, Marks = WorkMarks.Unforeseen };
            WorkSpan[] rostered = [.. records.Select(r => r with { Marks = r.Marks | WorkMarks.Rostered })];
            var (before, after) = (Of(rostered), Of([.. rostered, call]));
            foreach (var window in before)
            {
                if (window.Outcome is not (RestOutcome.Kept or RestOutcome.Owed) || shifts.All(s => s.From != window.Start)) continue;
                var now = after.Single(w => w.Start == window.Start);
                Assert.True((now.Owed, now.Considered).CompareTo((window.Owed, window.Considered)) >= 0, $"{window} became {now}");
            }

            IReadOnlyList<RestWindow> Of(WorkSpan[] worked) => RestRules.Windows(Case(worked, shifts, null, Employers), April, false, Policy);
        }, iter: 500);

    [Fact]
    public void Compensatory_rest_never_pays_more_than_was_given_or_owed() =>
        Gen.Select(Any.Array[1, 30], Any.Array[1, 15]).Sample((records, shifts) =>
        {
            var facts = Case(records, shifts, At(25), Employers);
            var ledger = CompensationRules.Ledger(facts, RestRules.Windows(facts, April, false, Policy), Policy);
            Assert.All(ledger, l => Assert.True(l.Taken >= 0 && l.Planned >= 0 && l.Open >= 0));
            Assert.True(ledger.Sum(l => l.Taken) <= records.Where(r => r.Kind == HoursKind.CompensatoryRest).Sum(r => r.Length));
        }, iter: 500);
}
