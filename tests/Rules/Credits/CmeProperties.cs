using CsCheck;
using JmaActors.Credits;

namespace JmaActors.Tests.Rules.Credits;

public class CmeProperties
{
    static readonly Gen<CmeEntryFact> Entry =
        from day in Gen.Int[new DateOnly(2021, 1, 1).DayNumber, new DateOnly(2027, 12, 31).DayNumber]
        from code in Gen.Int[1, 84]
        from halves in Gen.Int[0, 6]
        from state in Gen.Int[0, 2]
        select new CmeEntryFact(DateOnly.FromDayNumber(day), new CurriculumCode((short)code), new Units(halves * 5), (CreditState)state);

    static readonly Gen<DateOnly> On =
        from day in Gen.Int[new DateOnly(2021, 1, 1).DayNumber, new DateOnly(2029, 12, 31).DayNumber] select DateOnly.FromDayNumber(day);

    static CmeFacts Sum(IEnumerable<CmeEntryFact> entries) => entries.Aggregate(new CmeFacts(), (facts, e) => facts.Add(e));

    static void Agrees(IReadOnlyCollection<CmeEntryFact> entries, CmeFacts facts, DateOnly on)
    {
        var slow = CmeReference.Standing(entries, on);
        var fast = CmeRules.Standing(facts, on, Seeds.Book);
        Assert.Equal(slow.Posted, fast.Posted);
        Assert.Equal(slow.Pending, fast.Pending);
        Assert.Equal(slow.Codes, fast.CodesHeld);
        Assert.Equal(slow.Total, fast.Total);
        Assert.Equal(slow.Total, CmeRules.Total(facts, on, Seeds.Book));
        Assert.Equal(slow.Total >= 60m, CmeRules.Reached(facts, on, Seeds.Book));
        Assert.Equal(fast.Posted.Tenths, fast.Years.Sum(y => y.Posted.Tenths));
    }

    [Fact]
    public void Sums_by_fiscal_year_agree_with_counting_every_entry() =>
        Gen.Select(Entry.Array[0, 90], On).Sample((entries, on) => Agrees(entries, Sum(entries), on), iter: 5_000);

    [Fact]
    public void Entries_that_grow_post_and_void_in_any_order_leave_the_same_sums_as_their_last_state() =>
        Gen.Select(Entry.Array[1, 40], Gen.Select(Gen.Int[0, 39], Gen.Int[0, 6], Gen.Int[0, 2]).Array[0, 60], On).Sample((entries, changes, on) =>
        {
            var facts = Sum(entries);
            var now = entries.ToArray();
            foreach (var (which, halves, state) in changes)
            {
                var i = which % now.Length;
                var after = now[i] with { Units = new Units(halves * 5), State = (CreditState)state };
                facts = facts.Change(now[i], after);
                now[i] = after;
            }
            Agrees(now, facts, on);
        }, iter: 3_000);

    [Fact]
    public void Taking_every_entry_away_again_leaves_nothing() =>
        Entry.Array[0, 60].Sample(entries => entries.Aggregate(Sum(entries), (facts, e) => facts.Remove(e)).Years.IsEmpty, iter: 2_000);

    [Fact]
    public void What_is_said_to_leave_on_1_April_is_what_the_total_loses_then() =>
        Gen.Select(Entry.Array[0, 60], On).Sample((entries, on) =>
        {
            var lastDay = FiscalYear.Of(on).LastDay;
            var past = entries.Where(e => e.Date <= lastDay).ToList();
            var verdict = CmeRules.Standing(Sum(past), on, Seeds.Book).Verdict;
            var next = CmeReference.Standing(past, lastDay.AddDays(1)).Total;
            return next == verdict.Figures.Single(f => f.Key == "total-next-year").Value;
        }, iter: 3_000);
}
