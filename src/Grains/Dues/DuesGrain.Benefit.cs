using JmaActors.Benefits;
using JmaActors.Members;

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
        var steps = view.Reminders.DistinctBy(static r => r.Rule).Select(r => book.Dues(r.On).Rule(r.Rule)).OfType<RuleRef>();
        return view with { Rules = [.. Rules(view.Statements.SelectMany(s => s.Accounts).Select(a => (a.Id.Year, a.Why))), .. Effects(view.Reductions), .. steps] };
    }

    /// <summary>A row of an association's own is told as it was called when it was gone by.</summary>
    List<RuleRef> Rules(IEnumerable<(FiscalYear Year, DuesWhy Why)> rows) => [.. rows.Select(r => r.Why.OwnRule ?? Policy(r.Year).Rule(r.Why.Row)).OfType<RuleRef>().DistinctBy(r => r.Id)];

    /// <summary>What reductions of the dues of 日本医師会 bring besides, by the policy of the day each begins on.</summary>
    IEnumerable<RuleRef> Effects(IEnumerable<Reduction> reductions) =>
        reductions.Where(static r => r.Layers.HasFlag(MembershipLayers.Jma)).Select(r => Policy(FiscalYear.Of(r.From)).Effects[r.Kind]).DistinctBy(static r => r.Id);

    List<RuleRef> Rules(params IEnumerable<DuesAssessment> assessments) => Rules(assessments.SelectMany(a => a.Charges).Select(c => (c.Account.Year, c.Why)));
}
