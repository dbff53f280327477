using JmaActors.WorkHours;
using static JmaActors.Tests.Rules.WorkHours.Hours;

namespace JmaActors.Tests.Rules.WorkHours;

public class CompensationTests
{
    /// <summary>2 h 30 min owed from the 7th at 2:00, and what else is given.</summary>
    static CompensatoryRest Owed(int asOf, params WorkSpan[] more) => Ledger(asOf, more).Single();

    static IReadOnlyList<CompensatoryRest> Ledger(int asOf, params WorkSpan[] more)
    {
        var facts = Case(
            [Span(At(6, 8, 30), At(6, 26), HoursKind.Scheduled, 0, WorkMarks.Rostered), .. more.Where(m => m.From < asOf)],
            [.. Shift(6), .. Shift(7), .. more.Where(m => m.From >= asOf)], asOf);
        return CompensationRules.Ledger(facts, RestRules.Windows(facts, April, false, Policy), Policy);
    }

    static WorkSpan Rest(int day, int from, int to) => Span(At(day, from), At(day, to), HoursKind.CompensatoryRest);

    [Fact]
    public void Rest_is_owed_from_the_end_of_the_work_until_the_end_of_the_next_month()
    {
        var owed = Owed(At(8));

        Assert.Equal((At(6, 8, 30), At(6, 26), 150, 0, 0, new DateOnly(2026, 5, 31)), (owed.Start, owed.At, owed.Owed, owed.Taken, owed.Planned, owed.Due));
        Assert.Equal(new DateOnly(2027, 2, 28), CompensationRules.Due(new DateOnly(2027, 1, 31), Policy));
    }

    [Fact]
    public void Rest_that_was_given_pays_and_rest_that_is_planned_is_told_apart()
    {
        Assert.Equal((120, 0, 30), Parts(Owed(At(9), Rest(8, 8, 10))));
        Assert.Equal((0, 120, 30), Parts(Owed(At(7, 9), Rest(8, 8, 10))));
        Assert.Equal((60, 60, 30), Parts(Owed(At(8, 9), Span(At(8, 8), At(8, 9), HoursKind.CompensatoryRest), Rest(8, 9, 10))));
        Assert.Equal((150, 0, 0), Parts(Owed(At(9), Rest(8, 8, 17))));

        static (int, int, int) Parts(CompensatoryRest rest) => (rest.Taken, rest.Planned, rest.Open);
    }

    [Fact]
    public void Rest_before_the_work_or_after_the_last_day_pays_nothing()
    {
        Assert.Equal(0, Owed(At(90), Rest(5, 8, 17)).Taken);
        Assert.Equal(0, Owed(At(90), Rest(62, 8, 17)).Taken);
        Assert.Equal(150, Owed(At(90), Rest(61, 8, 17)).Taken);
    }

    [Fact]
    public void Permitted_duty_and_work_inside_it_pay_nothing()
    {
        Assert.Equal(0, Owed(At(20), Rest(8, 18, 24), Span(At(8, 18), At(8, 24), HoursKind.PermittedDuty)).Taken);
        Assert.Equal(60, Owed(At(20), Rest(8, 8, 10), Span(At(8, 9), At(8, 12), HoursKind.Overtime)).Taken);
    }

    [Fact]
    public void Rest_pays_what_is_due_first_and_nothing_twice()
    {
        WorkSpan[] second = [Span(At(13, 8, 30), At(13, 26), HoursKind.Scheduled, 0, WorkMarks.None)];
        var ledger = Ledger(At(20), [.. second, .. Shift(14), Rest(15, 8, 11), Rest(15, 8, 11)]);

        // The second night was planned so: nothing is owed for it, it is a breach.
        Assert.Equal((150, 0), (Assert.Single(ledger).Taken, ledger[0].Open));
    }

    [Fact]
    public void One_stretch_pays_two_debts_one_after_the_other()
    {
        var facts = Case(
            [
                Span(At(6, 8, 30), At(6, 26), HoursKind.Scheduled, 0, WorkMarks.Rostered), Span(At(8, 8, 30), At(8, 26), HoursKind.Scheduled, 0, WorkMarks.Rostered),
                Span(At(10, 8), At(10, 12), HoursKind.CompensatoryRest),
            ],
            [.. Shift(6), .. Shift(7), .. Shift(8), .. Shift(9)]);
        var ledger = CompensationRules.Ledger(facts, RestRules.Windows(facts, April, false, Policy), Policy);

        Assert.Equal([(150, 150), (150, 90)], ledger.Select(l => (l.Owed, l.Taken)));
    }

    [Fact]
    public void Overdue_rest_is_a_breach_and_open_rest_is_due()
    {
        var ledger = Ledger(At(61, 23));

        Assert.Equal(FindingForce.Due, CompensationRules.Findings(ledger, At(61, 23)).Single().Force);
        Assert.Equal(FindingForce.Breach, CompensationRules.Findings(ledger, At(62)).Single().Force);
        Assert.Empty(CompensationRules.Findings(Ledger(At(62), Rest(8, 8, 11)), At(62)));
    }
}
