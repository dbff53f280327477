using CsCheck;
using JmaActors.WorkHours;
using static JmaActors.Tests.Rules.WorkHours.Hours;

namespace JmaActors.Tests.Rules.WorkHours;

/// <summary>What holds of the kinds of rules for whatever is recorded, with the law's rows and with ACGME's.</summary>
public class KindProperties
{
    static readonly Employment[] Employers = [At("W1", WorkLevel.B) with { Rules = Sets.Acgme, IntervalMinutes = 660 }, At("W2", WorkLevel.LinkedB), At("W3")];

    /// <summary>Long shifts, so that limits are passed about as often as not.</summary>
    static readonly Gen<WorkSpan> Any =
        from day in Gen.Int[1, 29]
        from start in Gen.Int[0, 95]
        from quarters in Gen.Int[1, 90]
        from kind in Gen.Frequency((8, Gen.Const(HoursKind.Scheduled)), (4, Gen.Const(HoursKind.Overtime)), (4, Gen.Const(HoursKind.NightDuty)), (5, Gen.Int[3, 13].Select(k => (HoursKind)k)))
        from employer in Gen.Int[0, 2]
        from odd in Gen.Int[0, 14]
        from marks in Gen.Int[0, 15]
        select Span(At(day) + start * 15 + odd, At(day) + (start + quarters) * 15 + odd, kind, employer, (WorkMarks)marks);

    /// <summary>Limits that a month of chance reaches.</summary>
    static readonly WorkPolicy Tight = Policy with { Levels = Policy.Levels.ToDictionary(l => l.Key, l => new LevelLimits(60 * 60, (20 + 10 * (int)l.Key) * 60, true)) };

    static readonly DaySpan Over = new(DayOf(-2), DayOf(33));

    static IReadOnlyList<WorkFinding> Found(IEnumerable<WorkSpan> records) => Sets.Found(Case(records, null, At(90), Employers), Over);

    static string[] All(IEnumerable<WorkSpan> records, IEnumerable<WorkSpan> shifts)
    {
        var facts = new WorkCase { Employments = Employers, Records = [.. records], Shifts = [.. shifts], AsOf = At(25, 9) };
        return [.. ReviewRules.Of(facts, Tight).Findings.Concat(PlanRules.Check(facts, April, Tight)).Select(f => f.ToString())];
    }

    [Fact]
    public void Acgme_agrees_with_counting_every_minute() =>
        Any.Array[0, 70].Sample(records =>
        {
            var slow = new AcgmeReference(records, Over).Found();
            var fast = Found(records).Where(f => f.Rule != "acgme.rest.shift").Select(f => $"{f.Rule} {f.On} {f.Minutes}/{f.Limit}").Order(StringComparer.Ordinal);
            Assert.Equal(slow, fast);
        }, iter: 100);

    [Fact]
    public void Years_of_the_law_agree_with_adding_up_every_minute() =>
        Any.Array[0, 40].Sample(records =>
        {
            var on = new DateOnly(2026, 4, 30);
            var table = OvertimeRules.Days(Employers, InOrder(records), [], AgreementPeriods.Year(AgreementFrom, on), Tight);
            var beyond = HoursReference.Days(Employers, records, Tight).Where(d => d.Key >= DayOf(1)).Sum(d => d.Value.Beyond);
            var told = LimitRules.Years(Employers, table, on, Tight).Where(f => f.Place.Length == 0).Select(f => (f.Rule, f.Minutes, f.Limit));
            Assert.Equal(beyond > 60 * 60 ? [(WorkRuleIds.Combined, beyond, 60 * 60)] : [], told);
        }, iter: 12);

    [Fact]
    public void Rest_a_plan_leaves_agrees_with_trying_every_minute() =>
        Gen.Select(Any.Array[1, 14], Gen.Bool).Sample((shifts, resident) =>
        {
            Employment[] employers = [At("W1", WorkLevel.C1, resident), .. Employers[1..]];
            var slow = new RestReference(shifts, At(-2), At(40));
            var windows = RestRules.Windows(Case([], [.. shifts.Select(s => s with { Marks = s.Marks & ~WorkMarks.LongTask })], At(1), employers), April, false, Policy);
            Assert.All(windows, w => Assert.Equal(slow.Left(w.Start, resident), w.Outcome == RestOutcome.Kept));
        }, iter: 25);

    [Fact]
    public void Splitting_a_record_or_a_shift_at_any_minute_changes_nothing() =>
        Gen.Select(Any.Array[1, 40], Any.Array[1, 25], Gen.Int[0, 40], Gen.Int[1, 900], Gen.Bool).Sample((records, shifts, which, at, plan) =>
        {
            var of = plan ? shifts : records;
            var span = of[which % of.Length];
            var cut = span.From + 1 + at % Math.Max(1, span.Length - 1);
            if (cut >= span.To) return;
            WorkSpan[] split = [.. of.Where((_, i) => i != which % of.Length), span with { To = cut }, span with { From = cut }];
            Assert.Equal(All(records, shifts), plan ? All(records, split) : All(split, shifts));
        }, iter: 300);

    [Fact]
    public void The_order_in_which_records_arrive_and_repeats_of_them_change_nothing() =>
        Gen.Select(Any.Array[1, 40], Any.Array[1, 25], Gen.Int[0, 1_000_000]).Sample((records, shifts, seed) =>
        {
            var chance = new Random(seed);
            WorkSpan[] others = [.. records, records[seed % records.Length]], plan = [.. shifts, shifts[seed % shifts.Length]];
            chance.Shuffle(others);
            chance.Shuffle(plan);
            Assert.Equal(All(records, shifts), All(others, plan));
        }, iter: 300);

    [Fact]
    public void Moving_a_shift_to_where_nothing_is_never_lowers_the_total() =>
        Gen.Select(Any.Array[1, 40], Gen.Int[0, 40], Gen.Int[31, 36]).Sample((records, which, day) =>
        {
            var span = records[which % records.Length];
            // To a day after all the others.
            WorkSpan[] moved = [.. records.Where((_, i) => i != which % records.Length), span with { From = At(day) + 60, To = At(day) + 60 + span.Length }];
            Assert.True(Law(moved) >= Law(records), "the law's");
            Assert.True(Acgme(moved) >= Acgme(records), "ACGME's");
        }, iter: 300);

    static int Law(IEnumerable<WorkSpan> records) => OvertimeRules.Days(Employers, InOrder(records), [], Whole, Policy).Sum(Whole).Worked;

    static int Acgme(IEnumerable<WorkSpan> records)
    {
        var set = Policy.Beside.Single(s => s.Name == Sets.Acgme);
        var facts = set.Read(Case(records, null, At(90), Employers));
        var basis = new HoursBasis(facts, Whole, set, new DayTable(Whole, Employers.Length), Policy.RestOf(set), planned: false);
        return basis.Figures(set.Rules.OfType<SumRule>().First(r => r.Of == Measure.Worked), null).Over(Whole);
    }

    static readonly DaySpan Whole = new(DayOf(-40), DayOf(80));

    [Fact]
    public void Another_hour_never_makes_a_pass_of_a_breach() =>
        Gen.Select(Any.Array[1, 60], Gen.Int[1, 29], Gen.Int[0, 22 * 60], Gen.Int[0, 2]).Sample((records, day, minute, employer) =>
        {
            var more = Span(At(day) + minute, At(day) + minute + 60, HoursKind.Overtime, employer);
            WorkSpan[] with = [.. records, more];
            // An hour that makes one duty of two takes the gap between them away: how long the one is now is another rule's question.
            var joins = Duties(with) < Duties(records);
            var (before, after) = (Found(records), Found(with));
            foreach (var breach in before.Where(f => !joins || !f.Rule.StartsWith("acgme.rest.", StringComparison.Ordinal)))
            {
                var still = after.Where(f => f.Rule == breach.Rule && f.Force == breach.Force).ToList();
                Assert.True(still.Count > 0, $"{breach} is a pass");
                if (breach.Rule == "acgme.week") Assert.True(still.Max(f => f.Distance) >= before.Where(f => f.Rule == breach.Rule).Max(f => f.Distance), "less than before");
            }
        }, iter: 1_000);

    /// <summary>Stretches of work with less than an hour between them are one.</summary>
    static int Duties(IEnumerable<WorkSpan> records)
    {
        var (count, end) = (0, int.MinValue / 2);
        foreach (var span in records.Where(Sets.CountsInTheHouse).OrderBy(s => s.From))
        {
            if (span.From - end >= 60) count++;
            end = Math.Max(end, span.To);
        }
        return count;
    }
}
