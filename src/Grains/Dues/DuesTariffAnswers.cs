namespace JmaActors.Dues;

/// <summary>Shows what an association goes by. Pure.</summary>
static class DuesTariffAnswers
{
    public static DuesTariffInForce InForce(DuesPolicy policy, AssociationId association, FiscalYear year, DuesTariffs decided) => new(
        association, year, decided.For(year) is { Rows.Count: > 0 }, [.. policy.Table(association).Rows.Select(static r => new DuesTariffLine(Row(r), r.Policy.Rule))],
        policy.TermsAt(association), policy.DueDaysAt(association), policy.MidYearAt(association), decided);

    static DuesTariffRow Row(DuesRow r) => new(
        r.Own?.Label ?? r.Policy.Words.Ja, r.Block, r.Categories, r.Covered, r.AgeFrom, r.AgeUpTo, r.LicensedBelow, r.Practice, r.Annual, r.Entry);
}
