using JmaActors.Directory;
using JmaActors.Journal;

namespace JmaActors.Credits;

/// <summary>By what of 日医生涯教育 people are searched: where they stand today towards the certificate.</summary>
public static class CreditSearchPart
{
    static readonly Measure Total = new Measure.OfYear("fiscal_year", "total_tenths", "next_total_tenths", "last_total_tenths");
    static readonly Measure Posted = new Measure.OfYear("fiscal_year", "posted_tenths", "next_posted_tenths", "last_posted_tenths");

    public static readonly SearchPart Part = new(
        [
            new ChoiceTerm("credits", CmeVerdicts.Benefit, Total, Bands, Facet: true),
            new RangeTerm("total", CmeVerdicts.Benefit, Total, Scale: 10),
            new RangeTerm("units", CmeVerdicts.Benefit, Posted, Scale: 10),
            new RangeTerm("codes", CmeVerdicts.Benefit, new Measure.Less(Total, Posted), Scale: 10),
            new RowsTerm(
                "reports", CmeVerdicts.Benefit, TermKind.Choice, CreditViews.Reports, "state",
                Codes: new Dictionary<string, int?> { ["waiting"] = (int)CreditState.Pending, ["none"] = null }),
        ],
        [new SortKey("total", ColumnType.Integer, null, Total)]);

    /// <summary>Reached, near (from the policy's share of the target), far, and who has nothing.</summary>
    static Choice[] Bands(SearchMoment moment)
    {
        var policy = moment.Book.Cme(moment.On);
        var target = (long)decimal.Ceiling(policy.Target * 10);
        var near = (long)decimal.Ceiling(policy.Target * policy.NearShare * 10);
        return [new("reached", target, int.MaxValue), new("near", near, target - 1), new("far", 1, near - 1), Choice.Is("nothing", 0)];
    }
}
