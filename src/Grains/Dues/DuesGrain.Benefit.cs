using JmaActors.Benefits;

namespace JmaActors.Dues;

/// <summary>What a person's pages ask.</summary>
sealed partial class DuesGrain
{
    public Task<Verdict> MayI(DateOnly on, Caller caller, CancellationToken ct) => Durable(DuesCards.MayI(View(on), on, Policy(FiscalYear.Of(on))));

    public Task<Standing> WhereDoIStand(DateOnly on, Caller caller, CancellationToken ct) => Durable(DuesCards.Card(View(on), on, Policy(FiscalYear.Of(on))));

    public Task<NextSteps> WhatNext(DateOnly on, Caller caller, CancellationToken ct) => Durable(DuesCards.Next(View(on), on));

    public Task<Counted> WhatCounts(DateOnly on, Caller caller, CancellationToken ct) => Durable(DuesCards.Counts(View(on), on));

    /// <summary>How everything stands on a day, with the rules behind each line.</summary>
    DuesView View(DateOnly on)
    {
        var view = DuesAnswers.View(State, Me, on);
        return view with
        {
            Rules = [.. Rules(view.Statements.SelectMany(s => s.Accounts).Select(a => (a.Id.Year, a.Why.Row))), .. view.Reminders.DistinctBy(r => r.Rule).Select(r => book.Dues(r.On).Rule(r.Rule)).OfType<RuleRef>()],
        };
    }

    List<RuleRef> Rules(IEnumerable<(FiscalYear Year, string Row)> rows) => [.. rows.Distinct().Select(r => Policy(r.Year).Rule(r.Row)).OfType<RuleRef>().DistinctBy(r => r.Id)];

    List<RuleRef> Rules(params IEnumerable<DuesAssessment> assessments) => Rules(assessments.SelectMany(a => a.Charges).Select(c => (c.Account.Year, c.Why.Row)));
}
